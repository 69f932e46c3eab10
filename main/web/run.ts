import { systemClock } from '../clock.ts';
import { startCore, type CoreClient } from '../core-client.ts';
import { StartError } from '../start-error.ts';
import { FlagError, parseFlags, type Flags } from './flags.ts';
import { PortError } from './port-error.ts';

/** Where the built parts are; the entry knows, because only it knows where it stands. */
export type Parts = {
  readonly workerFile: URL;
  readonly catalogueDir: string;
  readonly rendererDir: string;
  /** A sentence to say before the first address. */
  readonly preface?: string;
};

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
const complain = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

/**
 * Runs the web host until a signal ends it or its core is lost. Gives the exit code: 0 after a signal or after
 * handing over to a running host, 1 where the host cannot run, 2 for a command line that is not understood.
 * Every fault is one sentence on stderr. Never rejects.
 */
export const run = async (argv: readonly string[], parts: Parts): Promise<number> => {
  try {
    return await host(parseFlags(argv), parts);
  } catch (error) {
    complain(sentenceOf(error));
    return error instanceof FlagError ? 2 : 1;
  }
};

const sentenceOf = (error: unknown): string =>
  error instanceof FlagError || error instanceof PortError || error instanceof StartError
    ? error.message
    : 'Groundwork could not start because of a fault of its own. Nothing was changed.';

const host = async (flags: Flags, parts: Parts): Promise<number> => {
  const dataDir = flags.data ?? (await import('../data-dir.ts')).defaultDataDir();
  const stop = stopper();
  // A reader of our output may go away at any time; that is no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  let started = false;
  // The core opens the file in its own thread while this one fetches the server's modules and starts to listen.
  const { workerFile, catalogueDir } = parts;
  const clock = systemClock();
  const starting = startCore({ dataDir, catalogueDir, workerFile, onLost: () => started && stop.end(1) });
  // Only the owner of the data may empty the folder of uploads.
  const opening = starting.then(async () => (await import('../uploads.ts')).openUploads(dataDir, clock));
  const listening = import('./server.ts').then(({ startWebHost }) =>
    startWebHost({
      core: later(starting),
      saveUpload: async (bytes) => (await opening).save(bytes),
      rendererDir: parts.rendererDir,
      port: flags.port,
      clock,
      onAddress: say,
    }),
  );
  const both = await Promise.race([Promise.allSettled([starting, listening, opening]), stop.ended]);
  // Nothing was asked of the core yet, so it has nothing to save.
  if (typeof both === 'number') return both;
  const [core, web] = both;
  if (core.status === 'rejected' || web.status === 'rejected') {
    if (web.status === 'fulfilled') await web.value.close();
    if (core.status === 'fulfilled') await core.value.close();
    const fault: unknown = core.status === 'rejected' ? core.reason : web.status === 'rejected' && web.reason;
    if (fault instanceof StartError && fault.fault === 'owned') return handOver(dataDir, flags, fault);
    throw fault;
  }

  started = true;
  const uploads = await opening;
  const { removeRunning, writeRunning } = await import('./handover.ts');
  const { hasDisplay, openBrowser } = await import('./browser.ts');
  const { port, handoverKey: key, address, close } = web.value;
  writeRunning(dataDir, { pid: process.pid, port, key });
  const first = address();
  if (parts.preface !== undefined) say(parts.preface);
  say(first);
  if (process.stdin.isTTY) say('Press Enter for another address, Ctrl+C to end Groundwork.');
  void onEnter(() => say(address()));
  if (flags.open && hasDisplay()) void openBrowser(first);

  const code = await stop.ended;
  process.stdin.destroy();
  removeRunning(dataDir, key);
  const closed = close();
  // A lost core has nothing left to save, and its thread would never answer.
  if (code === 0) await core.value.close();
  else complain('Groundwork lost its core and has to end. Everything saved before is safe; start it again.');
  await closed;
  await uploads.close();
  if (code === 0) say(`Groundwork has ended. Everything is saved in ${dataDir}.`);
  return code;
};

/** Another Groundwork has the data: asks it for an address, and says so where it cannot be asked. */
const handOver = async (dataDir: string, flags: Flags, fault: StartError): Promise<number> => {
  const { askRunning } = await import('./handover.ts');
  const { hasDisplay, openBrowser } = await import('./browser.ts');
  const address = await askRunning(dataDir);
  if (address === null) throw fault;
  say('Groundwork is already running. This is a new address for it:');
  say(address);
  if (flags.open && hasDisplay()) await openBrowser(address);
  return 0;
};

/** A core that is not there yet. Nobody can call it before, because no address is known before. */
const later = (core: Promise<CoreClient>): CoreClient => ({
  call: async (name, input) => (await core).call(name, input),
  close: async () => (await core).close(),
});

/** Waits for the first of: a signal (0), or a call of `end`. Signals that come again are the same wish. */
const stopper = (): { readonly ended: Promise<number>; readonly end: (code: number) => void } => {
  const { promise, resolve } = Promise.withResolvers<number>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(0));
  return { ended: promise, end: resolve };
};

/** Calls back for each line of the terminal or the pipe; its end means nothing, and it keeps nothing alive. */
const onEnter = async (pressed: () => void): Promise<void> => {
  const { createInterface } = await import('node:readline');
  process.stdin.on('error', () => undefined);
  createInterface({ input: process.stdin, terminal: false })
    .on('line', pressed)
    .on('error', () => undefined);
};
