import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { readStart } from './read-start.ts';
import type { Git } from './git.ts';
import { remoteOf, type GitFolder } from './git-folder.ts';

export type FolderHistory = {
  /**
   * `shallow`: only the newest commits are here. `none`: there is no repository. `linked`: `.git` leads elsewhere by a
   * link, which is not followed. `no-git`: Git is not installed. `slow`: it took too long.
   */
  readonly state: 'whole' | 'shallow' | 'empty' | 'none' | 'linked' | 'broken' | 'no-git' | 'slow';
  /** Null where it is not known, and where only a part of them is here. */
  readonly commits: number | null;
  /** Days on which their authors made the first and the last commit, each in the author's own time zone. */
  readonly firstOn: string | null;
  readonly lastOn: string | null;
  /** Where it is kept, as an address to open, without names, passwords and tokens. */
  readonly remote: string | null;
};

type Found = Extract<GitFolder, { kind: 'found' }>;
const HEAD_BYTES = 4_096;
const unknown = { commits: null, firstOn: null, lastOn: null } as const;

/** What the history says; what cannot be read is said in `state`. `git` is null where it is not installed. Never throws. */
export const historyOf = (folder: GitFolder, git: Git | null): FolderHistory => {
  if (folder.kind !== 'found') return { state: folder.kind, ...unknown, remote: null };
  const remote = remoteOf(folder);
  const ended = (state: FolderHistory['state']): FolderHistory => ({ state, ...unknown, remote });
  if (git === null) return ended('no-git');

  const head = git('rev-parse', '--verify', '--quiet', 'HEAD');
  if (head.kind === 'slow') return ended('slow');
  if (head.kind === 'refused') {
    return isUnborn(folder, git) ? { ...ended('empty'), commits: 0 } : ended('broken');
  }
  const isShallow = lstatSync(join(folder.common, 'shallow'), { throwIfNoEntry: false })?.isFile() === true;
  const last = git('rev-list', '--max-count=1', '--format=%as', 'HEAD');
  const roots = git('rev-list', '--max-parents=0', '--format=%as', 'HEAD');
  const count = git('rev-list', '--count', 'HEAD');
  const answers = [last, roots, count];
  if (answers.some(({ kind }) => kind === 'refused')) return ended('broken');
  const lastOn = days(last).at(-1) ?? null;
  if (answers.some(({ kind }) => kind === 'slow')) return { ...ended('slow'), lastOn };
  if (isShallow) return { ...ended('shallow'), lastOn };
  const commits = count.kind === 'said' ? Number.parseInt(count.text, 10) : null;
  return { state: 'whole', commits, firstOn: days(roots)[0] ?? null, lastOn, remote };
};

/** A branch that has no commit yet: HEAD names it, nothing stands under its name, and there is no other. */
const isUnborn = ({ path, common }: Found, git: Git): boolean => {
  try {
    const head = readStart(join(path, 'HEAD'), HEAD_BYTES) ?? '';
    const branch = /^ref: (refs\/heads\/\S+)\s*$/.exec(head)?.[1];
    if (branch === undefined || lstatSync(join(common, branch), { throwIfNoEntry: false })) return false;
    const branches = git('for-each-ref', '--count=1');
    return branches.kind === 'said' && branches.text === '';
  } catch {
    return false;
  }
};

/** The days in an answer, in order. */
const days = (answer: ReturnType<Git>): string[] =>
  answer.kind === 'said'
    ? answer.text
        .split('\n')
        .filter((line) => /^\d{4}-\d\d-\d\d$/.test(line))
        .toSorted()
    : [];
