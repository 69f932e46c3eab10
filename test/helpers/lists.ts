import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '../../shared/contract.ts';
import { newRequest, type TestCore } from './test-core.ts';

let uploads = 0;

/** Puts a file where the host puts what a page hands over, and gives its id. */
export const uploadTo = (dir: string, text: string | Uint8Array): string => {
  uploads += 1;
  const id = uploads.toString().padStart(22, 'A');
  mkdirSync(join(dir, 'uploads'), { recursive: true });
  writeFileSync(join(dir, 'uploads', id), text);
  return id;
};

type Reading = {
  readonly fileName?: string;
  readonly category?: string | null;
  readonly takeLookalikes?: boolean;
};

/** Has a list read and compared; gives the job. */
export const readInto = (
  core: TestCore,
  dir: string,
  text: string | Uint8Array,
  reading: Reading = {},
): string =>
  core.call('jobs.start', {
    kind: 'read-list',
    upload: uploadTo(dir, text),
    fileName: reading.fileName ?? 'list.md',
    category: reading.category ?? null,
    takeLookalikes: reading.takeLookalikes ?? null,
  }).job;

/** Reads a list and brings it in, with the choices that the preview starts with. */
export const bring = (
  core: TestCore,
  dir: string,
  text: string | Uint8Array,
  options: Reading & Partial<Omit<Input<'lists.apply'>, 'request' | 'job'>> = {},
): Output<'lists.apply'> => {
  const { fileName, category, takeLookalikes, ...choices } = options;
  const job = readInto(core, dir, text, {
    ...(fileName !== undefined && { fileName }),
    ...(category !== undefined && { category }),
    ...(takeLookalikes !== undefined && { takeLookalikes }),
  });
  const summary = core.call('lists.summary', { job });
  return core.call('lists.apply', {
    request: newRequest(),
    job,
    title: summary.update?.title ?? summary.category,
    level: 1,
    joined: [],
    keepLeftOut: false,
    removed: 'keep',
    ...choices,
  });
};
