import { opendirSync, type Dir, type Dirent } from 'node:fs';
import { join } from 'node:path';

/** How much of a folder is looked at. */
export type WalkLimits = {
  /** Names of files and folders. */
  readonly names: number;
  /** Levels of folders; the folder itself is level 0. */
  readonly depth: number;
  readonly ms: number;
};

export type Walked = {
  readonly files: number;
  readonly stoppedBy: 'count' | 'time' | null;
  readonly tooDeep: number;
  readonly links: number;
  readonly unreadable: { readonly count: number; readonly example: string } | null;
};

/** What tools put there rather than the person: packages, build output, caches, and the inside of version control. */
const LEFT_OUT = new Set(
  `.git .hg .svn node_modules bower_components vendor site-packages pods dist build out target obj
   coverage .next .nuxt .output .terraform .venv venv __pycache__ .tox .mypy_cache .pytest_cache .gradle .cache .idea`.split(
    /\s+/,
  ),
);
/** Names that the system is asked for at a time. */
const AT_ONCE = 1_024;
/** Names between two looks at the clock. */
const STEP = 256;

/**
 * Hands `onFile` the files below a folder, those of upper levels first, so that a limit cuts the depths and not the top.
 * Reads names only; links are counted, never followed. `now` in milliseconds. Never throws but as `onFile` does.
 */
export const walk = (
  root: string,
  limits: WalkLimits,
  now: () => number,
  report: (files: number) => void,
  onFile: (path: string) => void,
): Walked => {
  const end = now() + limits.ms;
  let level: string[] = [''];
  let names = 0;
  let files = 0;
  let links = 0;
  let tooDeep = 0;
  let unreadable: { count: number; example: string } | null = null;
  let stoppedBy: Walked['stoppedBy'] = null;

  const failed = (path: string): void => {
    if (unreadable) unreadable.count += 1;
    else unreadable = { count: 1, example: path.toWellFormed() };
  };
  const look = (path: string, entry: Dirent, below: string[], depth: number): void => {
    if (entry.isSymbolicLink()) links += 1;
    else if (entry.isFile()) {
      // Says where the history lies, and is no file of the project.
      if (entry.name === '.git') return;
      files += 1;
      onFile(path);
    } else if (entry.isDirectory() && !LEFT_OUT.has(entry.name.toLowerCase())) {
      if (depth < limits.depth) below.push(path);
      else tooDeep += 1;
    }
  };

  for (let depth = 0; level.length > 0 && stoppedBy === null; depth += 1) {
    const below: string[] = [];
    for (const folder of level) {
      if (stoppedBy !== null) break;
      let dir: Dir;
      try {
        dir = opendirSync(join(root, folder), { bufferSize: AT_ONCE });
      } catch {
        failed(folder);
        continue;
      }
      try {
        for (let entry = dir.readSync(); entry !== null; entry = dir.readSync()) {
          if (names >= limits.names) stoppedBy = 'count';
          else if (names % STEP === 0 && now() > end) stoppedBy = 'time';
          if (stoppedBy !== null) break;
          names += 1;
          if (names % STEP === 0) report(files);
          look(folder === '' ? entry.name : `${folder}/${entry.name}`, entry, below, depth);
        }
      } catch {
        failed(folder);
      } finally {
        dir.closeSync();
      }
    }
    level = below;
  }
  report(files);
  return { files, stoppedBy, tooDeep, links, unreadable };
};
