import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { devNull } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** What the history of a folder says; dates are local to UTC, null where they are not known. */
export type FolderHistory = {
  /** `cut`: only the newest part is here. `none`: the folder has no history. */
  readonly state: 'whole' | 'cut' | 'empty' | 'none' | 'broken' | 'noGit' | 'tooLong';
  readonly commits: number | null;
  readonly firstOn: string | null;
  readonly lastOn: string | null;
  /** Where it is published, as an address to open; null where there is none. */
  readonly remote: string | null;
};

const GIT_MS = 8_000;
const nothing = { commits: null, firstOn: null, lastOn: null };

/** The folder that holds the history: `.git` itself, what a file of that name leads to, or a bare repository. */
const gitFolder = (folder: string): string | null => {
  const dot = join(folder, '.git');
  const stat = statSync(dot, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return dot;
  if (stat?.isFile() && stat.size < 4_096) {
    const target = /^gitdir: (.+)$/m.exec(readFileSync(dot, 'utf8'))?.[1]?.trim();
    if (target === undefined) return dot;
    return isAbsolute(target) ? target : resolve(folder, target);
  }
  const isBare = ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name)));
  return isBare ? folder : null;
};

/** `git@host:owner/name.git` and `ssh://` become the page that they belong to; other schemes are no page. */
export const pageOfRemote = (remote: string): string | null => {
  const scp = /^(?:[\w.-]+@)?([\w.-]+\.[a-z]{2,}):(?!\/\/)\/?(.+)$/i.exec(remote);
  const address = scp ? `https://${scp[1]}/${scp[2]}` : remote.replace(/^ssh:\/\//, 'https://');
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  // Names and passwords in an address are nobody's business, and the port was that of ssh.
  const port = scp || remote.startsWith('ssh:') || url.port === '' ? '' : `:${url.port}`;
  return `${url.protocol}//${url.hostname}${port}${url.pathname.replace(/\.git\/?$/, '')}`;
};

const remoteOf = (git: string): string | null => {
  try {
    const common = join(git, 'commondir');
    const shared = existsSync(common) ? resolve(git, readFileSync(common, 'utf8').trim()) : git;
    const config = readFileSync(join(shared, 'config'), 'utf8').slice(0, 256 * 1024);
    const sections = config.split(/^\s*(?=\[)/m).filter((part) => part.startsWith('[remote '));
    const section = sections.find((part) => part.startsWith('[remote "origin"]')) ?? sections[0];
    const address = section && /^\s*url\s*=\s*"?([^"\n]+?)"?\s*$/m.exec(section)?.[1];
    return address === undefined || address === '' ? null : pageOfRemote(address);
  } catch {
    return null;
  }
};

/**
 * Asks git for the times of all commits, by a plumbing command that reads no settings which could start a program, without
 * a shell, the person's or the computer's settings, or the network. Nothing in the folder is written.
 */
const commitTimes = (git: string): Buffer =>
  execFileSync(
    'git',
    ['--git-dir', git, '-c', 'core.fsmonitor=false', 'rev-list', '--timestamp', 'HEAD', '--'],
    {
      cwd: git,
      env: {
        PATH: process.env['PATH'],
        SystemRoot: process.env['SystemRoot'],
        LC_ALL: 'C',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: devNull,
        GIT_OPTIONAL_LOCKS: '0',
        GIT_NO_LAZY_FETCH: '1',
        GIT_TERMINAL_PROMPT: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: GIT_MS,
      maxBuffer: 256 * 1024 * 1024,
      windowsHide: true,
    },
  );

const dayOf = (seconds: number): string => new Date(seconds * 1_000).toISOString().slice(0, 10);

/** Reads the history of a folder. Never throws: what cannot be read is said in `state`. */
export const historyOfFolder = (folder: string): FolderHistory => {
  const git = gitFolder(folder);
  if (git === null) return { state: 'none', ...nothing, remote: null };
  const remote = remoteOf(git);
  let output: Buffer;
  try {
    output = commitTimes(git);
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    if (code === 'ENOENT' && existsSync(git)) return { state: 'noGit', ...nothing, remote };
    if (code === 'ETIMEDOUT' || code === 'ENOBUFS') return { state: 'tooLong', ...nothing, remote };
    const isEmpty = /bad revision 'HEAD'|unknown revision/.test(stderr?.toString() ?? '') && !hasCommits(git);
    return isEmpty
      ? { state: 'empty', ...nothing, commits: 0, remote }
      : { state: 'broken', ...nothing, remote };
  }
  let commits = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const line of output.toString('latin1').split('\n')) {
    const seconds = Number.parseInt(line, 10);
    if (Number.isNaN(seconds)) continue;
    commits += 1;
    first = Math.min(first, seconds);
    last = Math.max(last, seconds);
  }
  if (commits === 0) return { state: 'empty', ...nothing, commits, remote };
  const isCut = existsSync(join(git, 'shallow'));
  return {
    state: isCut ? 'cut' : 'whole',
    commits,
    firstOn: isCut ? null : dayOf(first),
    lastOn: dayOf(last),
    remote,
  };
};

/** Whether there is anything that HEAD could lead to: a branch with a commit, loose or packed. */
const hasCommits = (git: string): boolean => {
  try {
    const head = readFileSync(join(git, 'HEAD'), 'utf8').trim();
    const branch = /^ref: (refs\/.+)$/.exec(head)?.[1];
    if (branch === undefined) return true;
    return existsSync(join(git, branch)) || existsSync(join(git, 'packed-refs'));
  } catch {
    return true;
  }
};
