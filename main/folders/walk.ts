import { closeSync, openSync, readdirSync, readSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/reply.ts';
import { packagesIn } from './manifests.ts';
import { endings, fileNames, foreignFolders, isPipeline, isTest, manifests, wordOfPackage } from './signs.ts';

/** How far a look goes. What lies beyond is left out, and said. */
export const LIMITS = {
  entries: 250_000,
  depth: 16,
  milliseconds: 9_000,
  manifests: 60,
  manifestBytes: 256 * 1024,
  readmeBytes: 8 * 1024,
} as const;

/** What the names in a folder come to. */
export type Walked = {
  files: number;
  /** Words for skills, each with how often and where it was seen first. */
  readonly words: Map<string, { count: number; where: string }>;
  /** First places, by what they are; paths below the folder with slashes. */
  readme: string | null;
  readmeTitle: string | null;
  licence: string | null;
  pipeline: string | null;
  dockerfile: string | null;
  tests: { count: number; where: string } | null;
  /** What could not be looked at. */
  readonly unread: string[];
  /** The limit that ended the look; null where all was seen. */
  stoppedBy: 'entries' | 'milliseconds' | null;
  tooDeep: boolean;
};

/** Words why a folder cannot be read at all. */
export const folderError = (error: unknown): AppError => {
  const code = (error as { code?: string }).code ?? '';
  if (/^(ENOENT|ENOTDIR)$/.test(code)) {
    return new AppError('not_found', 'There is no folder at this path. Check it, or choose another one.');
  }
  if (/^(EACCES|EPERM)$/.test(code)) {
    return new AppError('invalid', 'Groundwork has no permission to read this folder.');
  }
  return new AppError('invalid', 'This folder could not be read. Check the disk and the path.');
};

/**
 * Looks at the names below a folder, breadth first, so that what matters comes before the limits do. Symbolic links are not
 * followed. Throws an `AppError` where the folder itself cannot be read.
 */
export const walk = (folder: string, report: (seen: number) => void, now: () => number): Walked => {
  const seen: Walked = {
    files: 0,
    words: new Map(),
    readme: null,
    readmeTitle: null,
    licence: null,
    pipeline: null,
    dockerfile: null,
    tests: null,
    unread: [],
    stoppedBy: null,
    tooDeep: false,
  };
  const end = now() + LIMITS.milliseconds;
  let entries = 0;
  let read = 0;
  let level: string[] = [''];
  const look = (below: string, entry: Dirent, next: string[]): void => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!foreignFolders.has(entry.name.toLowerCase())) next.push(path);
      return;
    }
    if (!entry.isFile()) return;
    seen.files += 1;
    const asked = note(seen, path, entry.name);
    if (asked && read < LIMITS.manifests) {
      read += 1;
      readManifest(seen, folder, path, entry.name.toLowerCase());
    }
  };
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > LIMITS.depth) {
      seen.tooDeep = true;
      break;
    }
    const next: string[] = [];
    for (const below of level) {
      let found: Dirent[];
      try {
        found = readdirSync(join(folder, below), { withFileTypes: true });
      } catch (error) {
        if (below === '') throw folderError(error);
        seen.unread.push(below);
        continue;
      }
      for (const entry of found) {
        entries += 1;
        if (entries > LIMITS.entries) {
          seen.stoppedBy = 'entries';
          break;
        }
        look(below, entry, next);
      }
      report(seen.files);
      if (seen.stoppedBy === null && now() > end) seen.stoppedBy = 'milliseconds';
      if (seen.stoppedBy !== null) break;
    }
    if (seen.stoppedBy !== null) break;
    level = next;
  }
  if (seen.readme !== null) seen.readmeTitle = firstHeading(join(folder, seen.readme));
  return seen;
};

const count = (seen: Walked, word: string, where: string): void => {
  const known = seen.words.get(word);
  if (known) known.count += 1;
  else seen.words.set(word, { count: 1, where });
};

/** Notes what a file's name says; true for a manifest. */
const note = (seen: Walked, path: string, name: string): boolean => {
  const low = name.toLowerCase();
  const dot = low.lastIndexOf('.');
  const ending = dot > 0 ? low.slice(dot + 1) : '';
  if (Object.hasOwn(endings, ending)) count(seen, endings[ending]!, path);
  if (Object.hasOwn(fileNames, low)) count(seen, fileNames[low]!, path);
  const lowPath = path.toLowerCase();
  const isTop = !path.includes('/');
  if (isTop && /^readme(\.[a-z]+)?$/.test(low)) seen.readme ??= path;
  if (isTop && /^(licen[cs]e|copying|unlicense)([.-].*)?$/.test(low)) seen.licence ??= path;
  if (/^(dockerfile|containerfile)$/.test(low)) seen.dockerfile ??= path;
  if (isPipeline(lowPath)) {
    seen.pipeline ??= path;
    count(seen, lowPath.startsWith('.github/') ? 'GitHub Actions' : 'CI/CD', path);
  }
  if (Object.hasOwn(endings, ending) && isTest(lowPath)) {
    if (seen.tests) seen.tests.count += 1;
    else seen.tests = { count: 1, where: path };
  }
  return manifests.has(low);
};

/** The beginning of a file as text; null where it cannot be read. Never waits on a pipe: only files come here. */
const beginning = (path: string, bytes: number): string | null => {
  let file: number | undefined;
  try {
    if (!statSync(path).isFile()) return null;
    file = openSync(path, 'r');
    const buffer = Buffer.alloc(bytes);
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, bytes, 0));
  } catch {
    return null;
  } finally {
    if (file !== undefined) closeSync(file);
  }
};

const readManifest = (seen: Walked, folder: string, path: string, name: string): void => {
  const text = beginning(join(folder, path), LIMITS.manifestBytes);
  if (text === null) return void seen.unread.push(path);
  if (name === 'package.json') count(seen, 'Node.js', path);
  for (const known of new Set(packagesIn(name, text).flatMap((named) => wordOfPackage(named) ?? []))) {
    count(seen, known, path);
  }
};

const firstHeading = (path: string): string | null => {
  const text = beginning(path, LIMITS.readmeBytes) ?? '';
  const heading = /^#\s+(.+?)\s*#*\s*$/m.exec(text) ?? /^(\S.*)\r?\n=+\s*$/m.exec(text);
  return heading?.[1]?.replaceAll(/[`*_]/g, '').trim().slice(0, 200).toWellFormed() || null;
};
