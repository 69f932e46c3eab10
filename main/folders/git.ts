import { execFileSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { devNull } from 'node:os';
import { delimiter, dirname, isAbsolute, join } from 'node:path';

/** How a question to Git ended: with its words, or without. */
export type GitAnswer =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'refused'; readonly code: number | null }
  | { readonly kind: 'slow' };

/** Asks Git about one repository. */
export type Git = (...question: readonly string[]) => GitAnswer;

const MAX_OUTPUT = 64 * 1_024 * 1_024;
/** On macOS, `/usr/bin/git` without the developer tools opens a window that offers to install them. */
const MAC_TOOLS = [
  '/Library/Developer/CommandLineTools/usr/bin/git',
  '/Applications/Xcode.app/Contents/Developer/usr/bin/git',
  '/opt/homebrew/bin/git',
  '/usr/local/bin/git',
];

/**
 * The program to ask, by its whole path: Windows would look in the present folder first. Null where there is none.
 */
export const findGit = (path = process.env['PATH'] ?? '', platform = process.platform): string | null => {
  const name = platform === 'win32' ? 'git.exe' : 'git';
  const onPath = path
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, name));
  const candidates =
    platform === 'darwin' ? [...onPath.filter((file) => file !== '/usr/bin/git'), ...MAC_TOOLS] : onPath;
  return candidates.find(isProgram) ?? null;
};

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};

/**
 * Git on a repository that may be anybody's. Only plumbing that starts no other program is meant to be asked: without a
 * shell, a pager, hooks, the settings of the person or the computer, other repositories, a network, or a lock. All
 * questions together end `ms` milliseconds from now.
 */
export const gitOn = (program: string, gitDir: string, ms: number, now: () => number): Git => {
  const end = now() + ms;
  const safe = [
    '--no-pager',
    '--no-replace-objects',
    `--git-dir=${gitDir}`,
    ...['core.fsmonitor=false', `core.hooksPath=${devNull}`, 'core.alternateRefsCommand='].flatMap(
      (setting) => ['-c', setting],
    ),
  ];
  const env = {
    PATH: process.env['PATH'],
    SystemRoot: process.env['SystemRoot'],
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  };
  return (...question) => {
    const left = Math.floor(end - now());
    if (left <= 0) return { kind: 'slow' };
    try {
      const text = execFileSync(program, [...safe, ...question], {
        cwd: dirname(program),
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: left,
        killSignal: 'SIGKILL',
        maxBuffer: MAX_OUTPUT,
        windowsHide: true,
      });
      return { kind: 'said', text };
    } catch (error) {
      const { code, status } = error as { code?: string; status?: number | null };
      if (code === 'ETIMEDOUT' || code === 'ENOBUFS') return { kind: 'slow' };
      return { kind: 'refused', code: status ?? null };
    }
  };
};
