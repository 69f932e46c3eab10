import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openForReading } from '../../data/open.ts';
import type { Db } from '../../data/sql.ts';
import { lookAtFolder, type StagedLook } from '../../main/folders/look-at-folder.ts';
import { AppError } from '../../shared/reply.ts';
import { freshFile } from './data-file.ts';
import { tempDir } from './test-core.ts';

let opened: { readonly db: Db; readonly dir: string } | undefined;
afterAll(() => {
  opened?.db.close();
  if (opened) rmSync(opened.dir, { recursive: true });
});
const open = (): NonNullable<typeof opened> => {
  const dir = mkdtempSync(join(tmpdir(), 'groundwork-'));
  return { dir, db: openForReading(freshFile(dir)) };
};

/** A look at a folder as its job does it, over a fresh file. A look changes nothing, so all share one. */
export const look = (path: string, report: (files: number) => void = () => undefined): StagedLook => {
  const { db } = (opened ??= open());
  return lookAtFolder({ path }, { openDb: () => db, report });
};

/** The words in which a look is refused. Throws where it is not. */
export const refused = (path: string): string => {
  try {
    look(path);
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
  throw new Error(`A look at ${path} was not refused.`);
};

/** An empty folder of this name, gone when the test ends. */
export const emptyFolder = (name = 'project'): string => {
  const path = join(tempDir(), name);
  mkdirSync(path);
  return path;
};

/** What was proposed: why, by name. */
export const whyOf = ({ technologies }: StagedLook): Record<string, unknown> =>
  Object.fromEntries(technologies.map(({ name, reasons }) => [name, reasons]));

/** What every project should have and is there, with where. */
export const itemsIn = ({ items }: StagedLook): Record<string, string> =>
  Object.fromEntries([...items].map(([item, { example }]) => [item, example]));
