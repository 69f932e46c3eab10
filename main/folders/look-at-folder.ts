import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { allAliases } from '../../data/aliases.ts';
import { AppError } from '../../shared/reply.ts';
import { plainPath } from '../../shared/rules/plain-path.ts';
import type { JobContext } from '../jobs/job.ts';
import { findGit, gitOn, type Git } from './git.ts';
import { gitFolderOf } from './git-folder.ts';
import { historyOf, type FolderHistory } from './history.ts';
import { manifestOf } from './manifests.ts';
import { proposedTechnologies, type ProposedTechnology } from './proposed.ts';
import { readmeTitle } from './readme-title.ts';
import { readStart } from './read-start.ts';
import { createSeen, type Seen } from './seen.ts';
import { walk, type Walked, type WalkLimits } from './walk.ts';

/** What a look at a folder came to: plain data. Nothing of it is in the person's file. */
export type StagedLook = {
  /** As it was typed, without quotes around it. */
  readonly path: string;
  readonly files: number;
  /** The names are those of the last commit, since a bare repository has no files beside its history. */
  readonly bare: boolean;
  readonly title: { readonly text: string; readonly file: string } | null;
  readonly technologies: readonly ProposedTechnology[];
  /** What every project should have and is there, with the first file that shows it. */
  readonly items: Seen['items'];
  readonly history: FolderHistory;
  readonly left: Pick<Walked, 'stoppedBy' | 'tooDeep' | 'links' | 'unreadable'>;
};

/** Together with starting and answering, a look stays below ten seconds. */
export const LIMITS = {
  walk: { names: 300_000, depth: 32, ms: 5_500 } satisfies WalkLimits,
  gitMs: 3_500,
  manifests: 100,
  manifestBytes: 512 * 1_024,
  readmeBytes: 16 * 1_024,
} as const;

const now = (): number => performance.now();

/**
 * Looks at the names in a folder and at its history, and writes nothing. Of contents it reads the beginning of the README
 * and manifests of packages. Throws an `AppError` where there is no such folder, or none that may be read.
 */
export const lookAtFolder = (
  input: { readonly path: string },
  { openDb, report }: JobContext,
): StagedLook => {
  const path = plainPath(input.path).replace(/^~(?=$|[\\/])/, () => homedir());
  const root = folderAt(path);
  const folder = gitFolderOf(root);
  const bare = folder.kind === 'found' && folder.bare;

  const seen = createSeen();
  const names: string[] = [];
  const onFile = (file: string): void => {
    seen.file(file);
    const isRead = names.length < LIMITS.manifests && manifestOf(lastOf(file)) !== undefined;
    if (isRead) names.push(file);
  };
  const walked = bare ? null : walk(root, LIMITS.walk, now, (count) => report(count, 0), onFile);
  const unread = readManifests(root, names, seen);
  const git = folder.kind === 'found' ? gitIn(folder.path) : null;
  const { files, stoppedBy, tooDeep, links, unreadable } = walked ?? listBare(git, seen);
  const history = historyOf(folder, git);
  return {
    path,
    files,
    bare,
    title: bare ? null : titleOf(root, seen),
    technologies: proposedTechnologies(seen, history, allAliases(openDb())),
    items: seen.items,
    history,
    left: { stoppedBy, tooDeep, links, unreadable: sum(unreadable, unread) },
  };
};

/** Its time begins when it is made; null where Git is not installed. */
const gitIn = (gitDir: string): Git | null => {
  const program = findGit();
  return program === null ? null : gitOn(program, gitDir, LIMITS.gitMs, now);
};

const lastOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1).toLowerCase();

/** The real path of a folder that can be read. */
const folderAt = (path: string): string => {
  if (!isAbsolute(path) || path.includes('\0')) {
    throw new AppError('invalid', 'Write the whole path of the folder, from the root of the disk on.');
  }
  try {
    const real = realpathSync(path);
    if (!lstatSync(real).isDirectory()) {
      throw new AppError('invalid', `${path} is a file. Write the path of the folder that it lies in.`);
    }
    readdirSync(real);
    return real;
  } catch (error) {
    if (error instanceof AppError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM') {
      throw new AppError('invalid', `You have no permission to look into ${path}.`);
    }
    throw new AppError('not_found', `There is no folder ${path}. It may have been moved or renamed.`);
  }
};

/** The names of the last commit stand for the files that a bare repository does not have. */
const listBare = (git: Git | null, seen: Seen): Walked => {
  const most = LIMITS.walk.names;
  const answer = git?.('ls-tree', '-r', '-z', '--name-only', 'HEAD');
  const none = { files: 0, tooDeep: 0, links: 0, unreadable: null };
  if (answer?.kind === 'slow') return { ...none, stoppedBy: 'time' };
  const all = answer?.kind === 'said' ? answer.text.split('\0').filter((name) => name !== '') : [];
  for (const name of all.slice(0, most)) seen.file(name);
  return { ...none, files: Math.min(all.length, most), stoppedBy: all.length > most ? 'count' : null };
};

type Unreadable = Walked['unreadable'];
const sum = (a: Unreadable, b: Unreadable): Unreadable =>
  a && b ? { count: a.count + b.count, example: a.example } : (a ?? b);

const readManifests = (root: string, files: readonly string[], seen: Seen): Unreadable => {
  let unreadable: Unreadable = null;
  for (const file of files) {
    const { ecosystem, packages } = manifestOf(lastOf(file))!;
    try {
      const text = readStart(join(root, file), LIMITS.manifestBytes)?.replace(/^\uFEFF/, '') ?? '';
      for (const name of new Set(packages(text))) seen.package(ecosystem, name, file);
    } catch {
      unreadable = sum(unreadable, { count: 1, example: file.toWellFormed() });
    }
  }
  return unreadable;
};

const titleOf = (root: string, seen: Seen): StagedLook['title'] => {
  const file = seen.items.get('readme')?.example;
  if (file === undefined) return null;
  try {
    const text = readmeTitle(readStart(join(root, file), LIMITS.readmeBytes) ?? '');
    return text === null ? null : { text, file };
  } catch {
    return null;
  }
};
