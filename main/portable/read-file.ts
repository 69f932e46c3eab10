import { z } from 'zod';
import { latestVersion } from '../../data/migrate.ts';
import { portableTables, type Portable } from '../../data/portable.ts';
import { link, url } from '../../shared/model/common.ts';
import { portable } from '../../shared/model/portable.ts';
import { AppError } from '../../shared/reply.ts';
import { LENGTHS } from '../../shared/values.ts';

export const MAX_DEPTH = 64;
export const MAX_RECORDS = 200_000;
/** UTF-16 units: a note, and whatever a list of ids comes to. */
const MAX_TEXT = 2 * LENGTHS.note;

const refuse = (why: string): AppError => new AppError('invalid', `${why} Nothing was changed.`);

/** Reads a file with everything, and checks its shape and size before anything of it is used. Throws `invalid`. */
export const readFile = (bytes: Buffer): Portable => {
  if (depthOf(bytes) > MAX_DEPTH) throw refuse('This file is nested deeper than any that Groundwork writes.');
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refuse('This file is no JSON, or only a part of one.');
  }
  const found = portable.safeParse(content);
  if (!found.success) {
    const version = (content as { groundwork?: unknown } | null)?.groundwork;
    if (typeof version === 'number' && version > 1) throw refuse(newer);
    throw refuse('This is no file that Groundwork wrote as “everything”.');
  }
  const file = found.data;
  if (file.schema > latestVersion) throw refuse(newer);
  let records = 0;
  for (const [name, { columns, rows }] of Object.entries(file.tables)) {
    if (!portableTables.includes(name))
      throw refuse(`This file has a part that is not known: “${name.slice(0, 60)}”.`);
    records += rows.length;
    if (rows.some((row) => row.length !== columns.length)) {
      throw refuse(`A row of “${name}” in this file has too many or too few values.`);
    }
  }
  expectValues(file.tables);
  if (records > MAX_RECORDS)
    throw refuse('This file has more than 200,000 entries, which is the most that is taken in.');
  return file as unknown as Portable;
};

const newer = 'This file was written by a newer Groundwork. Install that version to bring it in.';

/** How deep lists and objects stand in each other, told from the bytes alone. */
const depthOf = (bytes: Buffer): number => {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (inText) {
      if (byte === 0x5c) at += 1;
      else if (byte === 0x22) inText = false;
    } else if (byte === 0x22) inText = true;
    else if (byte === 0x5b || byte === 0x7b) deepest = Math.max(deepest, (depth += 1));
    else if (byte === 0x5d || byte === 0x7d) depth -= 1;
  }
  return deepest;
};

type Tables = Readonly<
  Record<string, { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] }>
>;

/** Addresses are opened and texts are shown: both are held to what a person could have typed. */
const expectValues = (tables: Tables): void => {
  for (const { columns, rows } of Object.values(tables)) {
    for (const row of rows) {
      row.forEach((value, index) => {
        if (typeof value !== 'string') return;
        const column = columns[index];
        const isWrong =
          value.length > MAX_TEXT ||
          !value.isWellFormed() ||
          (column === 'url' && !url.safeParse(value).success) ||
          (column === 'links' && !areLinks(value));
        if (isWrong)
          throw refuse('This file holds something that makes no sense, so nothing of it was brought in.');
      });
    }
  }
};

const areLinks = (text: string): boolean => {
  try {
    return z.array(link).safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
};
