import { dirname } from 'node:path';
import { cases, type Bench, type Case } from './huge-cases.ts';
import { startHost, strainOf, type Host, type Strain } from './host.ts';
import { isWhole } from './model.ts';
import { dropFolder, newFile, startChild, type Running } from './stage.ts';
import { workOf } from './strain.ts';
import { sized, type Suite } from './suite.ts';

const STEP_MS = 5_000;
/** Nothing may take that long, whatever else the computer does. */
const HANG_MS = 6 * STEP_MS;
const STALL_MS = 50;
const MOST_MIB = 1_024;
/** Of what is asked for. */
const FACTORS = [1, 0.01, 0.1, 0.3, 0.6];

/** What a case came to. */
type Told = {
  readonly wrong: string[];
  /** What took too long: such a case is looked at once more, since other work may have been in the way. */
  readonly late: string[];
  points: number;
  done: number;
  refused: number;
  lost: number;
  readonly slowest: { ms: number; what: string };
};

const nothingYet = (): Told => ({
  wrong: [],
  late: [],
  points: 0,
  done: 0,
  refused: 0,
  lost: 0,
  slowest: { ms: 0, what: '' },
});

/** A refusal is one of these; anything else is an error of the product. */
const REFUSALS = ['invalid', 'not_found', 'conflict'];

const benchOf = (host: Host, file: string, told: Told): Bench => ({
  host,
  file,
  step: async (what, work, most = STEP_MS) => {
    const pid = host.running.process.pid!;
    const before = workOf(pid);
    const start = performance.now();
    const reply = await work();
    const ms = performance.now() - start;
    const after = workOf(pid);
    // Time that other processes of the computer took is none of the host's.
    const own = before === null || after === null ? ms : after - before;
    told.points += 1;
    if (ms > told.slowest.ms) Object.assign(told.slowest, { ms, what });
    if (ms > most && (own > most || ms > HANG_MS))
      told.late.push(`${what}: ${Math.round(ms)} ms, ${Math.round(own)} of them its own`);
    if (reply.ok) told.done += 1;
    else if (REFUSALS.includes(reply.error.code)) told.refused += 1;
    else told.wrong.push(`${what}: ${reply.error.code}: ${reply.error.message}`);
    return reply;
  },
  lose: (what) => {
    told.lost += 1;
    told.wrong.push(what);
  },
});

/** `idle` is the strain of a process with nothing to do: what keeps that from its work keeps any other. */
const isTooMuch = ({ p99, mib }: Strain, idle: Strain): boolean =>
  p99 - idle.p99 > STALL_MS || mib > MOST_MIB;

type Found = { readonly told: Told; readonly strain: Strain };

/** Runs a case on a host of its own. */
const runCase = async ({ name, prepare, run }: Case, factor: number, idle: Running): Promise<Found> => {
  const told = nothingYet();
  const file = prepare(factor);
  const start = performance.now();
  const host = await startHost(file);
  await host.ask('app.read', {});
  const ready = performance.now() - start;
  const own = workOf(host.running.process.pid!) ?? ready;
  if (ready > STEP_MS && own > STEP_MS)
    told.late.push(`${name}, ${factor}: ready after ${Math.round(ready)} ms`);
  await Promise.all([host.strain(), strainOf(idle)]);
  await run(benchOf(host, file, told), factor);
  const [strain, besides] = await Promise.all([host.strain(), strainOf(idle)]);
  if (isTooMuch(strain, besides)) told.late.push(`${name}, ${factor}: ${JSON.stringify(strain)}`);
  await host.stop();
  if (!isWhole(file)) told.wrong.push(`${name}, ${factor}: the file is not sound`);
  dropFolder(dirname(file));
  return { told, strain };
};

/** Whether the measure sees a host that keeps its own thread from its work. */
const seesStall = async (idle: Running): Promise<boolean> => {
  const host = await startHost(newFile(), 2 * STALL_MS);
  await Promise.all([host.strain(), strainOf(idle)]);
  for (let call = 0; call < 5; call += 1) await host.ask('app.read', {});
  const [strain, besides] = await Promise.all([host.strain(), strainOf(idle)]);
  await host.stop();
  return isTooMuch(strain, besides);
};

const sum = (found: readonly Found[], of: 'points' | 'done' | 'refused' | 'lost'): number =>
  found.reduce((all, { told }) => all + told[of], 0);

/** More than anybody has: each ends well or in a refusal, soon, and the host answers others meanwhile. */
export const huge: Suite = {
  name: 'huge',
  what: 'lists, logs, notes and titles of sizes that nobody has',
  skip: () => (process.platform === 'win32' ? 'a host is asked by a signal how it is' : null),
  run: async (run) => {
    const found: Found[] = [];
    const idle = await startChild('idle', []);
    await idle.until(() => idle.lines().length > 0);
    for (const factor of FACTORS.slice(0, sized(run, 1, 1, FACTORS.length))) {
      for (const one of cases) {
        const size = run.size === 'full' ? factor : (one.standard ?? factor);
        let last = await runCase(one, size, idle);
        if (last.told.late.length > 0 && last.told.wrong.length === 0) last = await runCase(one, size, idle);
        found.push(last);
      }
    }
    const caught = await seesStall(idle);
    idle.process.kill('SIGKILL');
    const [slowest] = found.map(({ told }) => told.slowest).toSorted((a, b) => b.ms - a.ms);
    return {
      points: sum(found, 'points'),
      lost: sum(found, 'lost'),
      corrupt: 0,
      wrong: found.flatMap(({ told: { wrong, late } }) => [...wrong, ...late]),
      counts: {
        done: sum(found, 'done'),
        refused: sum(found, 'refused'),
        'slowest (ms)': `${Math.round(slowest!.ms)} for ${slowest!.what}`,
        'thread of the host late by (ms, p99)': Math.max(...found.map(({ strain }) => strain.p99)).toFixed(1),
        'most memory (MiB)': Math.round(Math.max(...found.map(({ strain }) => strain.mib))),
      },
      planted: { what: 'a host that blocks its own thread', caught },
    };
  },
};
