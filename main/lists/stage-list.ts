import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { lastSeq } from '../../data/events.ts';
import { knownTexts } from '../../data/lists.ts';
import { listCategories, skillByNumber, type CategoryRecord } from '../../data/skills.ts';
import type { Db } from '../../data/sql.ts';
import { linksColumn } from '../../data/topics.ts';
import type { ListOffer } from '../../shared/model/list.ts';
import { AppError } from '../../shared/reply.ts';
import { sameText } from '../../shared/rules/same-text.ts';
import type { JobContext } from '../jobs/job.ts';
import type { ListDocument, ListSkill, ListTask, Lookalike } from './document.ts';
import { matchLists, type ListMatch } from './match-lists.ts';
import { presentSkills } from './present-list.ts';
import { readList } from './read-list.ts';
import type { StagedList, StagedRemoved, StagedSkill, StagedTask } from './staged.ts';

export type StageInput = {
  /** Path of the uploaded file. */
  readonly path: string;
  readonly fileName: string;
  /** Id of the list that it is a newer version of; `new` for none, null to find out. */
  readonly category: string | null;
  /** Null to find out: taken where the list has some of them. */
  readonly takeLookalikes: boolean | null;
};

/** For the bar: the whole, and where reading, comparing, and looking for what the person has already end. */
const WHOLE = 100;
const READ = 94;
const COMPARED = 97;
const OFFERED = 98;

/**
 * What many objects of one kind outlived, V8 soon gives the next ones a place among the old from the start. Those of a
 * parser that are dead there hold on to all that they led to, and a long list takes half as long again.
 */
const ALL_BEGIN_YOUNG = '--no-allocation-site-pretenuring';

/** Reads a list and compares it with what the person has. Throws `invalid` for a file without a single task. */
export const stageList = (input: StageInput, { openDb, report }: JobContext): StagedList => {
  report(0, WHOLE);
  setFlagsFromString(ALL_BEGIN_YOUNG);
  const source = readFileSync(input.path);
  const read = (takeLookalikes: boolean, onProgress?: (part: number) => void): ListDocument =>
    readList(source, input.fileName, { takeLookalikes, ...(onProgress && { onProgress }) });
  let tookLookalikes = input.takeLookalikes ?? false;
  let document = read(tookLookalikes, (part) => report(Math.floor(part * READ), WHOLE));
  if (document.skills.length === 0) throw new AppError('invalid', nothingToBring(document));
  report(READ, WHOLE);
  const db = openDb();
  const update = updated(db, document, input);
  const present = update && presentSkills(db, update.id);
  let match = present && matchLists(present, document.skills);
  if (present && match && input.takeLookalikes === null && areLookalikes(match.removedTasks, document)) {
    tookLookalikes = true;
    document = read(tookLookalikes);
    match = matchLists(present, document.skills);
  }
  report(COMPARED, WHOLE);
  const offer = offersOf(db, update?.id ?? null);
  report(OFFERED, WHOLE);
  return {
    category: document.category,
    fileName: input.fileName,
    note: document.note,
    update: update && match && { category: update.id, title: update.title, totals: match.totals },
    items: document.skills.flatMap((skill) => staged(skill, match, offer)),
    removed: update && match ? removedOf(db, update.title, match) : [],
    links: linksIn(document.skills.flatMap(({ tasks }) => tasks)),
    tookLookalikes,
    lookalikes: tookLookalikes ? document.lookalikes.filter(isNoTask) : document.lookalikes,
    leftOut: document.leftOut,
    tooDeep: document.tooDeep,
    comparedAt: lastSeq(db),
  };
};

const nothingToBring = ({ lookalikes }: ListDocument): string =>
  lookalikes.some(({ text }) => text !== '')
    ? 'This file has no task of the form "- [ ] text", but lines that look like tasks. Take those, or write them in that form.'
    : 'This file has no task. A task is a line of the form "- [ ] text" or "- [x] text".';

/** A lookalike without anything to call a task by, whether they are taken or not. */
const isNoTask = ({ kind }: Lookalike): boolean => kind === 'empty';

/** Whether something that seems to be gone is a line that was taken for a task when it came. */
const areLookalikes = (removed: ListMatch['removedTasks'], { lookalikes }: ListDocument): boolean => {
  const forms = new Set(lookalikes.map(({ text }) => sameText(text)));
  return removed.some(({ text }) => forms.has(sameText(text)));
};

/** The own list that the file is a newer version of: the one that was named, else one of the same title or file. */
const updated = (
  db: Db,
  document: ListDocument,
  { category, fileName }: StageInput,
): CategoryRecord | null => {
  if (category === 'new') return null;
  const own = listCategories(db).filter((candidate) => candidate.own);
  if (category !== null) {
    const named = own.find(({ id }) => id === category);
    if (!named) throw new AppError('not_found', 'The list to be updated does not exist any more.');
    return named;
  }
  const title = sameText(document.category);
  return (
    own.find((candidate) => title !== '' && sameText(candidate.title) === title) ??
    own.find(({ source }) => source === fileName) ??
    null
  );
};

type Offers = (kind: 'skill' | 'topic', text: string) => ListOffer | null;

/** What of the person's or the catalogue's a heading or task equals. The list that is being updated is matched, not offered. */
const offersOf = (db: Db, updatedCategory: string | null): Offers => {
  const known = { skill: new Map<string, ListOffer>(), topic: new Map<string, ListOffer>() };
  for (const { category, kind, text, catalogue, ...offer } of knownTexts(db)) {
    const form = sameText(text);
    if (form === '' || category === updatedCategory || known[kind].has(form)) continue;
    known[kind].set(form, { ...offer, kind, catalogue: catalogue === 1 });
  }
  return (kind, text) => known[kind].get(sameText(text)) ?? null;
};

const staged = (
  skill: ListSkill,
  match: ListMatch | null,
  offer: Offers,
): readonly (StagedSkill | StagedTask)[] => {
  const own = match?.skills.get(skill);
  const tasks: StagedTask[] = [];
  const walk = (task: ListTask, depth: number): void => {
    const found = match?.tasks.get(task);
    tasks.push({
      kind: 'task',
      text: task.text,
      markdown: task.markdown,
      links: linksColumn(task.links),
      checked: task.checked,
      note: task.note,
      depth,
      key: found?.key ?? null,
      moved: found?.moved ?? false,
      changed: found?.changed ?? false,
      before: found?.before ?? null,
      tick: found?.tick ?? 'none',
      offer: (found?.key ?? null) === null ? offer('topic', task.text) : null,
    });
    for (const child of task.children) walk(child, depth + 1);
  };
  for (const task of skill.tasks) walk(task, 1);
  const key = own?.key ?? null;
  return [
    {
      kind: 'skill',
      name: skill.name,
      path: skill.path,
      note: skill.note,
      tasks: tasks.length,
      key,
      moved: own?.moved ?? false,
      before: own?.before ?? null,
      offer: key === null ? offer('skill', skill.name) : null,
    },
    ...tasks,
  ];
};

const linksIn = (tasks: readonly ListTask[]): number =>
  tasks.reduce((sum, { links, children }) => sum + links.length + linksIn(children), 0);

const removedOf = (db: Db, title: string, match: ListMatch): StagedRemoved[] => [
  ...match.removedSkills.map(({ key, text, loses }): StagedRemoved => ({
    what: 'skill',
    key,
    text,
    where: title,
    loses,
  })),
  ...match.removedTasks.map(({ key, text, skill, loses }): StagedRemoved => ({
    what: 'topic',
    key,
    text,
    where: skillByNumber(db, skill)!.name,
    loses,
  })),
];
