import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keptBackups } from '../shared/rules/kept-backups.ts';
import { BACKUP_REASONS } from '../shared/values.ts';
import type { Manifest } from './backup.ts';
import { diskFault } from './disk-fault.ts';
import { hashOf } from './whole-file.ts';

/** A copy that stands in the folder. */
export type Backup = {
  readonly name: string;
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** UTC, in milliseconds: when it was made, else when the file was written. */
  readonly at: number;
  /** What was written down when it was made; null where that is missing or no longer readable. */
  readonly manifest: Manifest | null;
};

/** All copies, the newest first. An empty list where there is no folder. */
export const listBackups = (folder: string): Backup[] => {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if (diskFault(error) !== null) return [];
    throw error;
  }
  return names
    .filter((name) => name.endsWith('.db'))
    .flatMap((entry): Backup[] => {
      const name = entry.slice(0, -'.db'.length);
      const file = join(folder, entry);
      const found = statSync(file, { throwIfNoEntry: false });
      if (!found?.isFile()) return [];
      const manifest = readManifest(join(folder, `${name}.json`));
      return [{ name, file, size: found.size, at: manifest?.at ?? found.mtimeMs, manifest }];
    })
    .toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
};

const readManifest = (file: string): Manifest | null => {
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    const isOne =
      typeof found.sha256 === 'string' &&
      BACKUP_REASONS.includes(found.reason) &&
      Number.isInteger(found.size) &&
      Number.isInteger(found.seq);
    return isOne ? found : null;
  } catch {
    return null;
  }
};

/** Whether every byte of the copy is as it was when it was verified; `unknown` where nothing was written down then. */
export const checkBackup = ({ file, size, manifest }: Backup): 'good' | 'damaged' | 'unknown' => {
  if (manifest === null) return 'unknown';
  if (size !== manifest.size) return 'damaged';
  try {
    return hashOf(file) === manifest.sha256 ? 'good' : 'damaged';
  } catch {
    return 'damaged';
  }
};

/** The newest copy whose bytes are good; null where there is none. Each that is asked about is read in full. */
export const newestGood = (backups: readonly Backup[]): Backup | null =>
  backups.find((backup) => checkBackup(backup) === 'good') ?? null;

/** Copies that the rotation would remove. What cannot be told to be good takes nobody's place and is left alone. */
export const outlived = (backups: readonly Backup[]): Backup[] => {
  const dated = backups.filter(
    ({ manifest, size }) => manifest !== null && manifest.localDate !== null && manifest.size === size,
  );
  const kept = keptBackups(
    dated.map(({ name, at, manifest }) => ({
      name,
      at,
      localDate: manifest!.localDate!,
      automatic: manifest!.reason === 'automatic',
    })),
  );
  return dated.filter(({ name }) => !kept.has(name));
};

/** Removes a copy and what was written down of it. */
export const removeBackup = (folder: string, { name, file }: Backup): void => {
  rmSync(file, { force: true });
  rmSync(join(folder, `${name}.json`), { force: true });
};
