import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFile, syncFolder } from './whole-file.ts';

/** The checked file that is to stand in the place of the data file; its name alone says that the person decided so. */
const decidedFor = (file: string): string => `${file}.restored`;

/** The file and what belongs to it. */
const parts = (file: string): string[] => [file, `${file}-wal`, `${file}-shm`];

/**
 * Puts a checked file into the place of the data file, which nobody may have open. From the first rename on a crash leads to
 * the new file, before it to the old one; the next start calls `finishReplacing`.
 */
export const replaceFile = (file: string, checked: string): void => {
  syncFile(checked);
  renameSync(checked, decidedFor(file));
  syncFolder(dirname(file));
  finishReplacing(file);
};

/** Ends a replacement that was decided and not carried out in full. Does nothing where there is none. */
export const finishReplacing = (file: string): void => {
  const decided = decidedFor(file);
  if (!existsSync(decided)) return;
  const [, ...logs] = parts(file);
  // A log without its file is nothing; beside another file it would be written into that.
  for (const log of logs) rmSync(log, { force: true });
  syncFolder(dirname(file));
  renameSync(decided, file);
  syncFolder(dirname(file));
};

/**
 * Keeps a damaged file with its log and index as they are in a folder of their own, and gives that folder. Nobody may have
 * it open. The file stays where it is as well.
 */
export const putAside = (file: string, stamp: string): string => {
  let folder = join(dirname(file), `damaged-${stamp}`);
  for (let turn = 2; existsSync(folder); turn += 1) folder = join(dirname(file), `damaged-${stamp}-${turn}`);
  mkdirSync(folder);
  for (const part of parts(file).filter((one) => existsSync(one))) {
    const kept = join(folder, basename(part));
    try {
      linkSync(part, kept);
    } catch {
      // Not every file system has links.
      copyFileSync(part, kept);
      syncFile(kept);
    }
  }
  syncFolder(folder);
  return folder;
};
