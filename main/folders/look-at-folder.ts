import { isAbsolute } from 'node:path';
import { allAliases } from '../../data/aliases.ts';
import { AppError } from '../../shared/reply.ts';
import { sameText } from '../../shared/rules/same-text.ts';
import type { JobContext } from '../jobs/job.ts';
import { historyOfFolder, type FolderHistory } from './history.ts';
import { walk, type Walked } from './walk.ts';

/** What a look at a folder came to: plain data. Nothing of it is in the person's file. */
export type StagedLook = {
  readonly path: string;
  readonly files: number;
  readonly title: string | null;
  /** Skills by number, each with where it was seen. */
  readonly skills: readonly {
    readonly skill: number;
    readonly word: string;
    readonly count: number;
    readonly where: string;
  }[];
  /** Items for every project, by their id in the catalogue, with where they were seen. */
  readonly items: readonly { readonly source: string; readonly where: string }[];
  readonly history: FolderHistory;
  readonly remarks: readonly string[];
};

/** Looks at the names in a folder and at its history. Reads only. Throws an `AppError` where there is no such folder. */
export const lookAtFolder = (
  { path }: { readonly path: string },
  { openDb, report }: JobContext,
): StagedLook => {
  if (!isAbsolute(path)) {
    throw new AppError('invalid', 'Write the whole path of the folder, from the root of the disk on.');
  }
  const walked = walk(path, (seen) => report(seen, 0), performance.now.bind(performance));
  const history = historyOfFolder(path);
  return {
    path,
    files: walked.files,
    title: walked.readmeTitle,
    skills: skillsIn(walked, history, allAliases(openDb())),
    items: itemsIn(walked),
    history,
    remarks: [...remarksOn(walked), ...(said[history.state] ?? [])],
  };
};

/** A word is looked up among the names of skills first, then among their aliases. */
const skillsIn = (
  { words }: Walked,
  history: FolderHistory,
  known: readonly { readonly skill: number; readonly text: string }[],
): StagedLook['skills'] => {
  const byText = new Map<string, number>();
  for (const { skill, text } of known) {
    const form = sameText(text);
    if (!byText.has(form)) byText.set(form, skill);
  }
  const all = [...words].map(([word, seen]) => ({ word, ...seen }));
  const found = new Map<number, StagedLook['skills'][number]>();
  const git = { word: 'Git', count: history.commits ?? 0, where: 'history' };
  for (const { word, count, where } of [...all, ...(git.count > 0 ? [git] : [])]) {
    const skill = byText.get(sameText(word));
    if (skill === undefined) continue;
    const before = found.get(skill);
    if (!before || count > before.count) found.set(skill, { skill, word, count, where });
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count || a.skill - b.skill);
};

/** What is there says nothing of how good it is: the person confirms each. */
const itemsIn = ({ readme, tests, pipeline, licence, dockerfile }: Walked): StagedLook['items'] => [
  ...(readme === null ? [] : [{ source: 'readme', where: readme }]),
  ...(tests === null ? [] : [{ source: 'tests', where: tests.where }]),
  ...(pipeline === null ? [] : [{ source: 'ci', where: pipeline }]),
  ...(dockerfile === null ? [] : [{ source: 'deployed', where: dockerfile }]),
  ...(licence === null ? [] : [{ source: 'licence', where: licence }]),
];

const said: Partial<Record<FolderHistory['state'], readonly string[]>> = {
  cut: ['Only the newest part of the history is here, so the day of the first commit is not known.'],
  empty: ['There is a repository, but no commit in it yet.'],
  none: ['There is no Git history in this folder.'],
  broken: ['The Git history could not be read; it may be damaged.'],
  noGit: ['Git is not installed on this computer, so the history was not looked at.'],
  tooLong: ['The history is too long to be counted in a few seconds.'],
};

const remarksOn = ({ stoppedBy, tooDeep, unread }: Walked): string[] => [
  ...(stoppedBy === 'entries'
    ? ['The folder holds very much: only the first 250,000 names were looked at.']
    : []),
  ...(stoppedBy === 'milliseconds'
    ? ['The look was ended after nine seconds; not all names were seen.']
    : []),
  ...(tooDeep ? ['Folders more than sixteen deep were left out.'] : []),
  ...(unread.length > 0 ? [`Some could not be read, such as ${unread[0]!.toWellFormed()}.`] : []),
];
