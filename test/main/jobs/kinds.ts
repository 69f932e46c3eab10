import type { JobContext, JobTable } from '../../../main/jobs/job.ts';
import { AppError } from '../../../shared/reply.ts';

/** Kinds of job for tests: each behaves, or misbehaves, in one way. */
export const testKinds = {
  /** Gives its input back. */
  echo: (input: unknown): unknown => input,
  /** Writes a cell into a shared buffer when it begins, and ends when the other cell is set. */
  wait: ({ cells }: { readonly cells: SharedArrayBuffer }): string => {
    const view = new Int32Array(cells);
    Atomics.store(view, 0, 1);
    Atomics.notify(view, 0);
    Atomics.wait(view, 1, 0);
    Atomics.add(view, 0, 1);
    return 'waited';
  },
  /** Never ends by itself. */
  spin: (_input: null, { report }: JobContext): void => {
    for (let at = 1; ; at += 1) report(at, 0);
  },
  /** Reports `steps` of `steps`, one by one. */
  count: ({ steps }: { readonly steps: number }, { report }: JobContext): number => {
    for (let at = 1; at <= steps; at += 1) report(at, steps);
    return steps;
  },
  refuse: (): void => {
    throw new AppError('invalid', 'This list has no headings.');
  },
  fail: (): void => {
    throw new TypeError('secret cause');
  },
  /** A result that no thread can hand over. */
  unclonable: (): unknown => () => undefined,
  exit: (): void => process.exit(7),
  /** Wants all memory there is. */
  hog: (): void => {
    const all: string[] = [];
    for (;;) {
      const text = 'x'.repeat(1_000_000);
      // Only a text that is looked into takes its whole place in memory.
      if (text.charCodeAt(all.length) > 0) all.push(text);
    }
  },
  /** What the connection says to a read and to a write. */
  probe: (_input: null, { openDb }: JobContext): { readonly rows: number; readonly write: string } => {
    const db = openDb();
    const { n } = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM meta').get()!;
    try {
      db.exec('DELETE FROM meta');
      return { rows: n, write: 'written' };
    } catch (error) {
      return { rows: n, write: (error as { code: string }).code };
    }
  },
} satisfies JobTable;

export type TestKinds = typeof testKinds;
