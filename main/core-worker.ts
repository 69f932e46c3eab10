import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { OpenError } from '../data/open-error.ts';
import { ownDataFolder } from '../data/owner-lock.ts';
import { systemClock } from './clock.ts';
import type { FromCore, ToCore } from './core-messages.ts';
import type { Core } from './core.ts';
import type { DataFile } from './data-file.ts';
import { collectGarbage, collectMuchGarbage } from './garbage.ts';
import type { JobRunner } from './jobs/job.ts';
import { openOwnFile } from './own-file.ts';
import { version } from './version.ts';
import { canOnlyBeViewed, openForViewing } from './view-file.ts';

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

const setting = { file: join(dataDir, 'groundwork.db'), catalogueDir, clock: systemClock(), version, log };

/** After this much quiet caches are saved, and much memory is given back. */
const IDLE_MS = 2_000;
/** Nobody waits for an answer any more: all memory is given back. */
const ASLEEP_MS = 15_000;

/** Gives the function that has the core rest after the next quiet. */
const serve = (core: Core, release: () => void): (() => void) => {
  let idle: NodeJS.Timeout | undefined;
  let asleep: NodeJS.Timeout | undefined;
  let isClosed = false;
  const stopWaiting = (): void => {
    clearTimeout(idle);
    clearTimeout(asleep);
  };
  const restSoon = (): void => {
    stopWaiting();
    if (isClosed) return;
    idle = setTimeout(() => {
      core.rest();
      collectMuchGarbage();
    }, IDLE_MS);
    asleep = setTimeout(collectGarbage, ASLEEP_MS);
  };
  port.on('message', (message: ToCore) => {
    if (message.kind === 'close') {
      isClosed = true;
      stopWaiting();
      core.close();
      release();
      port.close();
      return;
    }
    say({ kind: 'reply', id: message.id, reply: core.dispatch(message.name, message.input) });
    restSoon();
  });
  return restSoon;
};

type Opened = { readonly data: DataFile; readonly release: () => void };

/** A start that is refused gives the folder free at once, for whoever mends it and tries again. */
const open = (): Opened => {
  // Where nothing can be written nobody can own anything, nor harm it.
  if (canOnlyBeViewed(setting.file)) return { data: openForViewing(setting), release: () => undefined };
  const { release } = ownDataFolder(dataDir);
  try {
    return { data: openOwnFile(setting), release };
  } catch (error) {
    release();
    throw error;
  }
};

const start = async (): Promise<void> => {
  const { data, release } = open();
  say({ kind: 'ready' });
  // The router with all schemas takes longer to load than the file takes to open.
  const { coreOver } = await import('./core.ts');
  const { workerRunner } = await import('./jobs/worker-runner.ts');
  let restSoon = (): void => undefined;
  /** A job's thread leaves memory behind. */
  const runnerOf = ({ readsFrom }: Pick<DataFile, 'readsFrom'>): JobRunner => {
    const run = workerRunner(jobWorkerFile, readsFrom);
    return (kind, input, { progress, end }) =>
      run(kind, input, {
        progress,
        end: (outcome) => {
          end(outcome);
          restSoon();
        },
      });
  };
  const core = coreOver(data, { ...setting, runnerOf });
  restSoon = serve(core, release);
  const { startCheck } = await import('./jobs/start-check.ts');
  if (data.damage !== null) return;
  startCheck(runnerOf(data), data.readsFrom, (fault) => {
    if (fault !== null) return core.stopWrites(fault);
    core.startCopies();
  });
};

start().catch((error: unknown) => {
  if (error instanceof OpenError) return say({ kind: 'failed', fault: error.fault, sentence: error.message });
  log(error);
  const sentence = 'Groundwork could not open its data file. Nothing in it was changed.';
  say({ kind: 'failed', fault: 'damaged', sentence });
});
