import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Dispatch } from '../../main/router.ts';
import { contract, type Procedure } from '../../shared/contract.ts';
import { failure, type Reply } from '../../shared/reply.ts';
import { onFile, recount } from '../helpers/data-file.ts';
import { inputsOf, isValid } from '../helpers/inputs.ts';
import { freshPools, poolsOf } from '../helpers/pools.ts';
import { openCore, testClock, type TestCore } from '../helpers/test-core.ts';
import { casesOf, MANY_MS, startSuite } from './report.ts';

/**
 * The catalogue of this file is the newest one, so there is nothing to take; a file with everything is read by work that goes on
 * after its call, which other suites wait for.
 */
const NEVER: readonly string[] = ['catalogue.take', 'files.preview', 'files.apply'];
/** How long one piece of work may go on, on a busy machine too. */
const WAIT_MS = 120_000;
const CODES = ['invalid', 'not_found', 'conflict', 'read_only'];

/** What is wrong with the answer to one call, in words. A thrown error counts too. */
const faultsOf = (dispatch: Dispatch, name: Procedure, input: unknown): string[] => {
  const wasValid = isValid(name, input);
  try {
    const reply = dispatch(name, input);
    if (reply.ok) {
      if (!wasValid) return ['was done, though its input is not valid'];
      return contract[name].output.safeParse(reply.value).success
        ? []
        : ['gave what the contract does not know'];
    }
    const { code, message } = reply.error;
    return [
      ...(CODES.includes(code) ? [] : [`failed inside: ${code}`]),
      ...(wasValid || code === 'invalid' ? [] : ['did not call a bad input invalid']),
      ...(/^["A-Z][^]*\.$/.test(message) ? [] : ['said no sentence']),
      ...(/SQLITE|node_modules|Zod|\bat \//.test(message) ? ['let a word from inside out'] : []),
    ];
  } catch {
    return ['threw'];
  }
};

/** The work that a reply says was started. */
const startedBy = (name: Procedure, reply: Reply<unknown>): string[] =>
  name === 'jobs.start' && reply.ok ? [(reply.value as { job: string }).job] : [];

/** Some work goes on after its call was answered: waited for, so that nothing is refused for want of room. */
const endOf = async (core: TestCore, job: string): Promise<void> => {
  const isRunning = (): boolean => {
    const reply = core.ask('jobs.read', { job });
    return reply.ok && (reply.value as { state: string }).state === 'running';
  };
  if (isRunning())
    await expect.poll(isRunning, { timeout: WAIT_MS, message: `job ${job} goes on` }).toBe(false);
};

const dir = mkdtempSync(join(tmpdir(), 'groundwork-fuzz-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Faults that a router could have, each in one procedure. */
const planted: Readonly<Record<string, (dispatch: Dispatch) => Dispatch>> = {
  'was done, though its input is not valid': (dispatch) => (name, input) =>
    typeof input === 'object' && input !== null && 'extra' in input
      ? dispatch(name, {})
      : dispatch(name, input),
  'gave what the contract does not know': (dispatch) => (name, input) => {
    const reply = dispatch(name, input);
    return reply.ok ? { ok: true, value: { ...(reply.value as object), secret: 1 } } : reply;
  },
  'failed inside: internal': (dispatch) => (name, input) =>
    input === undefined ? failure('internal', 'Something went wrong.') : dispatch(name, input),
  'let a word from inside out': (dispatch) => (name, input) => {
    const reply = dispatch(name, input);
    return reply.ok ? reply : failure(reply.error.code, `SqliteError: ${reply.error.message} SQLITE_ERROR.`);
  },
  threw: (dispatch) => (name, input) => {
    if (Array.isArray(input)) throw new TypeError('Not a list.');
    return dispatch(name, input);
  },
};

test(
  'whatever is sent to whichever procedure, the reply is a typed one, and the file stays whole',
  async () => {
    const { seed, done } = startSuite('procedures');
    const each = casesOf(60, 800);
    const file = join(dir, 'groundwork.db');
    const clock = testClock();
    const core = openCore({ file, clock });
    const pools = poolsOf(core, dir);
    /** An undo or redo as a screen sends it; a made-up action is hardly ever the one on top. */
    const namingTheTop = (name: Procedure, input: unknown): unknown => {
      const isStep = name === 'history.undo' || name === 'history.redo';
      if (!isStep || !isValid(name, input)) return input;
      const { undo, redo } = core.call('app.read', {}).history;
      return { ...(input as object), action: (name === 'history.undo' ? undo : redo)?.action ?? 1 };
    };

    const names = Object.keys(contract) as Procedure[];
    const faults: string[] = [];
    let [valid, answered] = [0, 0];
    const seldomValid: string[] = [];
    const neverDone: string[] = [];
    for (const name of names) {
      const known = { ...pools, ...freshPools(core, name) };
      const inputs = fc.sample(fc.tuple(inputsOf(name, known), fc.boolean()), { numRuns: each, seed });
      let validHere = 0;
      const answeredBefore = answered;
      for (const [made, onTop] of inputs) {
        const input = onTop ? namingTheTop(name, made) : made;
        if (isValid(name, input)) validHere += 1;
        const started: string[] = [];
        const counting: Dispatch = (...asked) => {
          const reply = core.dispatch(...asked);
          if (reply.ok) answered += 1;
          started.push(...startedBy(name, reply));
          return reply;
        };
        faults.push(...faultsOf(counting, name, input).map((fault) => `${name} ${fault}`));
        for (const job of started) await endOf(core, job);
      }
      core.dispatch('sample.leave', {});
      if (answered === answeredBefore) neverDone.push(name);
      valid += validHere;
      if (validHere < each / 5) seldomValid.push(`${name} ${validHere} of ${each}`);
    }
    expect(faults).toEqual([]);
    expect(core.logged).toEqual([]);
    // Nothing can be told of a small sample of one procedure.
    if (each >= 800) {
      expect(seldomValid).toEqual([]);
      expect(neverDone.filter((name) => !NEVER.includes(name))).toEqual([]);
    }
    expect(valid).toBeGreaterThan((names.length * each) / 5);
    expect(Object.keys(Object.prototype)).toEqual([]);

    // Counts in memory, the file itself, and what the next start reads are one and the same.
    const figures = core
      .call('app.read', {})
      .roles.map(({ role, covered, proven, fresh }) => ({ role, covered, proven, fresh }));
    const before = core.call('today.read', {});
    core.close();
    expect(onFile(file, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(onFile(file, 'PRAGMA foreign_key_check')).toEqual([]);
    expect(figures).toEqual(recount(file, clock).figures);
    const again = openCore({ file, clock });
    expect(again.call('today.read', {})).toEqual(before);

    const asked = fc.sample(inputsOf('topics.list', pools), { numRuns: 300, seed });
    const found = Object.entries(planted).filter(([fault, plant]) =>
      asked.concat([undefined, [], { extra: 1 }]).some((input) =>
        // Of the smallest procedure as well, since an added key alone makes its input wrong.
        [
          faultsOf(plant(again.dispatch), 'topics.list', input),
          faultsOf(plant(again.dispatch), 'app.read', input),
        ]
          .flat()
          .includes(fault),
      ),
    );
    again.close();
    expect(found.map(([fault]) => fault)).toEqual(Object.keys(planted));
    done({
      cases: names.length * each,
      seen: {
        procedures: names.length,
        'valid %': Math.round((100 * valid) / (names.length * each)),
        answered,
      },
      planted: Object.keys(planted).length,
      found: found.length,
    });
  },
  MANY_MS,
);
