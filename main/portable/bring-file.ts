import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { openCatalogue } from '../../data/catalogue/load.ts';
import { removeCopy, withCheckedCopy } from '../../data/checked-copy.ts';
import { lastSeq } from '../../data/events.ts';
import { AppError } from '../../shared/reply.ts';
import { worded } from '../disk-words.ts';
import type { JobContext } from '../jobs/job.ts';
import { countRows, differencesOrNull, type StagedFile } from '../jobs/preview-restore.ts';
import { openWorkspace } from '../workspace.ts';
import { fillFile } from '../../data/portable-fill.ts';
import { mergeFile } from './merge-file.ts';
import { readFile } from './read-file.ts';
import { UnknownNumber } from '../../data/portable-names.ts';
import { firstUnreadable } from './try-reads.ts';

export type BringFileOrder = {
  /** Path of the uploaded file, and its name at the person's. */
  readonly path: string;
  readonly fileName: string;
  /** Where the file with everything in it is put. */
  readonly part: string;
  readonly catalogueDir: string;
  readonly at: number;
  readonly zone: string;
  /** How often something was saved when this began. */
  readonly writes: number;
};

export type BroughtFile = StagedFile & {
  readonly writes: number;
  /** The whole history came along, since there was none. */
  readonly whole: boolean;
};

const MAX_BYTES = 50 * 1_048_576;
/** For the bar: the whole, and where reading, bringing in and asking end. */
const WHOLE = 100;
const READ = 5;
const BROUGHT = 35;
const ASKED = 95;

/**
 * Brings everything of a file into a copy of the person's: as it is where nothing was done yet, else added to what is there
 * as one step. The copy is checked, read through, and compared; the person's file is not touched. Throws `AppError`.
 */
export const bringFile = (
  { path, fileName, part, catalogueDir, at, zone, writes }: BringFileOrder,
  { openDb, report }: JobContext,
): BroughtFile => {
  try {
    report(0, WHOLE);
    if (statSync(path).size > MAX_BYTES) throw new AppError('invalid', 'This file is larger than 50 MB.');
    const file = readFile(readFileSync(path));
    report(READ, WHOLE);
    mkdirSync(dirname(part), { recursive: true });
    openDb().prepare('VACUUM INTO ?').run(part);
    const { whole, rows } = withCheckedCopy(part, (copy) => {
      const isNew = lastSeq(copy) === 0;
      const clock = { now: () => at, zone: () => zone };
      try {
        if (isNew) fillFile(copy, file);
        else mergeFile(openWorkspace(copy, clock), file, fileName, randomUUID());
      } catch (error) {
        throw refusalOf(error);
      }
      report(BROUGHT, WHOLE);
      const unreadable = firstUnreadable(openWorkspace(copy, clock), openCatalogue(catalogueDir), (share) =>
        report(BROUGHT + Math.floor(share * (ASKED - BROUGHT)), WHOLE),
      );
      const isSound = (copy.pragma('foreign_key_check') as unknown[]).length === 0;
      if (unreadable !== null || !isSound) throw broken();
      return { whole: isNew, rows: countRows(copy) };
    });
    report(ASKED, WHOLE);
    return { part, differences: differencesOrNull(openDb, part), rows, writes, whole };
  } catch (error) {
    removeCopy(part);
    throw worded(error, 'the file was not brought in', 'The data folder');
  }
};

const broken = (): AppError =>
  new AppError('invalid', 'This file holds something that makes no sense, so nothing of it was brought in.');

const unknown = (): AppError =>
  new AppError(
    'invalid',
    'This file speaks of built-in topics that are not known here, so nothing of it was brought in. A newer Groundwork may know them.',
  );

/** What the rules of the tables refuse is a fault of the file. */
const refusalOf = (error: unknown): unknown => {
  const code = (error as { code?: unknown }).code;
  const isOfFile =
    (typeof code === 'string' && /^SQLITE_(CONSTRAINT|MISMATCH|ERROR|TOOBIG|RANGE)/.test(code)) ||
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof SyntaxError;
  if (error instanceof UnknownNumber) return unknown();
  return isOfFile ? broken() : error;
};
