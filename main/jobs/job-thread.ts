import { parentPort, workerData } from 'node:worker_threads';
import { openForReading } from '../../data/open.ts';
import type { Db } from '../../data/sql.ts';
import type { FromJob, JobOrder, JobTable } from './job.ts';
import { perform } from './perform.ts';

const REPORT_MS = 50;

/** Does the one job that this thread was started for. */
export const serveJob = (kinds: JobTable): void => {
  const order = workerData as JobOrder;
  const say = (message: FromJob): void => parentPort!.postMessage(message);
  let db: Db | undefined;
  let latest: FromJob | null = null;
  let saidAt = -REPORT_MS;
  const sayLatest = (): void => {
    if (latest !== null) say(latest);
    latest = null;
    saidAt = performance.now();
  };
  const context = {
    openDb: () => (db ??= openForReading(order.file)),
    report: (done: number, total: number) => {
      latest = { kind: 'progress', done, total };
      if (performance.now() - saidAt >= REPORT_MS) sayLatest();
    },
  };
  perform(kinds, order, context, (outcome) => {
    sayLatest();
    say(outcome);
    db?.close();
  });
};
