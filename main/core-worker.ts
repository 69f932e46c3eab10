import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openCatalogue } from '../data/catalogue/load.ts';
import { readMeta } from '../data/meta.ts';
import { OpenError } from '../data/open-error.ts';
import { backupsOf, openDatabase } from '../data/open.ts';
import { ownDataFolder } from '../data/owner-lock.ts';
import type { FromCore, ToCore } from './core-messages.ts';
import type { Core } from './core.ts';

/**
 * The core's own thread: a slow disk never freezes a window. It answers one message at a time, in order. The file is owned
 * and opened first; the rest of the core is fetched while the host already says that it is ready.
 */
const port = parentPort!;
const { dataDir, catalogueDir } = workerData as { dataDir: string; catalogueDir: string };
/** Built, the two threads' files stand side by side. */
const jobWorkerFile = new URL(
  import.meta.url.endsWith('.ts') ? './jobs/worker.ts' : './job-worker.js',
  import.meta.url,
);
const say = (message: FromCore): void => port.postMessage(message);
const log = (error: unknown): void => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
};

/** Caches are saved after this much quiet. */
const IDLE_MS = 2_000;

const serve = (core: Core, release: () => void): void => {
  let idle: NodeJS.Timeout | undefined;
  port.on('message', (message: ToCore) => {
    if (message.kind === 'close') {
      clearTimeout(idle);
      core.close();
      release();
      port.close();
      return;
    }
    say({ kind: 'reply', id: message.id, reply: core.dispatch(message.name, message.input) });
    clearTimeout(idle);
    idle = setTimeout(() => core.saveCaches(), IDLE_MS);
  });
};

const start = async (): Promise<void> => {
  const { release } = ownDataFolder(dataDir);
  const file = join(dataDir, 'groundwork.db');
  const db = openDatabase(file, { backupDir: backupsOf(file) });
  // A catalogue to be taken over can still fail; without one nothing stands between the file and its use.
  const isCurrent = readMeta(db, 'catalogueHash') === openCatalogue(catalogueDir).hash;
  if (isCurrent) say({ kind: 'ready' });
  const { systemClock } = await import('./clock.ts');
  const { createCore } = await import('./core.ts');
  const { version } = await import('./version.ts');
  const core = createCore({ file, db, catalogueDir, clock: systemClock(), version, log });
  serve(core, release);
  if (!isCurrent) say({ kind: 'ready' });
  const { startCheck } = await import('./jobs/start-check.ts');
  startCheck(jobWorkerFile, file, (fault) => core.stopWrites(fault));
};

start().catch((error: unknown) => {
  if (error instanceof OpenError) return say({ kind: 'failed', fault: error.fault, sentence: error.message });
  log(error);
  const sentence = 'Groundwork could not open its data file. Nothing in it was changed.';
  say({ kind: 'failed', fault: 'damaged', sentence });
});
