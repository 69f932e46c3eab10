import { copyFileSync, existsSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import type { Core } from '../../main/core.ts';
import type { Reply } from '../../shared/reply.ts';
import { deedOf, factsOf, isWhole, requestOf, type Deed } from './model.ts';
import { dropFolder, memoryFolder, newFile, openCoreOn } from './stage.ts';
import { seeded, sized, type Suite } from './suite.ts';

type Step =
  | { readonly do: 'deed'; readonly number: number }
  | { readonly do: 'again' | 'undo' | 'redo' | 'restart' | 'kill' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ do: fc.constant('deed' as const), number: fc.nat(9_999) }) },
  {
    weight: 16,
    arbitrary: fc.record({ do: fc.constantFrom('again', 'undo', 'undo', 'redo') }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('restart', 'kill') }) },
);

type Change = { readonly key: string; readonly before: string; readonly after: string };

/** What the file must hold, and what can be taken back: told from the deeds alone. */
class Model {
  readonly #values = new Map<string, string>();
  #done: Change[] = [];
  #undone: Change[] = [];

  value(key: string): string {
    return this.#values.get(key) ?? (key.startsWith('topic ') ? 'todo' : '');
  }
  deed({ key, value }: Deed): void {
    const change = { key, before: this.value(key), after: value };
    this.#values.set(key, value);
    // Settings are no part of the history, and what changes nothing is no step.
    if (key === 'hours' || change.before === change.after) return;
    this.#done.push(change);
    this.#undone = [];
  }
  undo(): boolean {
    const change = this.#done.pop();
    if (!change) return false;
    this.#undone.push(change);
    this.#values.set(change.key, change.before);
    return true;
  }
  redo(): boolean {
    const change = this.#undone.pop();
    if (!change) return false;
    this.#done.push(change);
    this.#values.set(change.key, change.after);
    return true;
  }
  /** Keys under which the file says something else, and whether it offers to undo and redo what can be. */
  faults(facts: ReadonlyMap<string, string>, history: { undo: unknown; redo: unknown }): string[] {
    const keys = new Set([...this.#values.keys(), ...facts.keys()]);
    const atFirst = (key: string): string => (key === 'hours' ? this.value(key) : new Model().value(key));
    return [
      ...[...keys].filter((key) => this.value(key) !== (facts.get(key) ?? atFirst(key))),
      ...((history.undo !== null) === this.#done.length > 0 ? [] : ['undo']),
      ...((history.redo !== null) === this.#undone.length > 0 ? [] : ['redo']),
    ];
  }
}

const history = (core: Core): { undo: { action: number } | null; redo: { action: number } | null } => {
  const reply = core.dispatch('app.read', {}) as Reply<{ history: ReturnType<typeof history> }>;
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.history;
};

/** Runs the steps on a file of their own; throws where file and model part. `plant` changes the file behind the product. */
const live = (folder: string, steps: readonly Step[], plant?: (file: string) => void): number => {
  let place = 0;
  let file = newFile(folder);
  let core = openCoreOn(file);
  const model = new Model();
  let sent = 0;
  let last: { readonly procedure: string; readonly input: object } | null = null;
  let restarts = 0;
  const send = (procedure: string, input: object): void => {
    sent += 1;
    last = { procedure, input: { request: requestOf(1, sent), ...input } };
    const reply = core.dispatch(procedure, last.input);
    if (!reply.ok) throw new Error(`${procedure}: ${reply.error.message}`);
  };
  const check = (): void => {
    const wrong = model.faults(factsOf(file), history(core));
    if (wrong.length > 0)
      throw new Error(`after restart ${restarts} the file is wrong at ${wrong.join(', ')}`);
    if (!isWhole(file)) throw new Error(`after restart ${restarts} the file is not whole`);
  };
  const reopen = (killed: boolean): void => {
    restarts += 1;
    if (!killed) core.close();
    else {
      // What a killed process leaves: the file and its log as they are.
      place += 1;
      const left = join(folder, `killed-${place}.db`);
      for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, left + end);
      core.close();
      file = left;
    }
    plant?.(file);
    core = openCoreOn(file);
    check();
  };
  try {
    for (const one of steps) {
      if (one.do === 'deed') {
        const deed = deedOf(seeded(one.number), one.number);
        if (deed.procedure === 'settings.set') {
          const reply = core.dispatch(deed.procedure, deed.input);
          if (!reply.ok) throw new Error(reply.error.message);
        } else send(deed.procedure, deed.input);
        model.deed(deed);
      } else if (one.do === 'again') {
        // The same request once more changes nothing.
        if (last !== null)
          core.dispatch((last as { procedure: string }).procedure, (last as { input: object }).input);
      } else if (one.do === 'undo' || one.do === 'redo') {
        const top = history(core)[one.do];
        if (model[one.do]() !== (top !== null)) throw new Error(`${one.do} is offered wrongly`);
        if (top !== null) send(`history.${one.do}`, { action: top.action });
      } else reopen(one.do === 'kill');
    }
    reopen(true);
    reopen(false);
  } finally {
    core.close();
  }
  return restarts;
};

/** Histories of deeds, repeated requests, undo and redo, with restarts and kills among them, beside a model in memory. */
export const longRun: Suite = {
  name: 'long-run',
  what: 'long runs beside a model, restarts and kills among the steps',
  run: async (run) => {
    const runs = sized(run, 4, 300, 20_000);
    const length = run.size === 'full' ? 200 : 50;
    const steps = fc.array(step, { minLength: length, maxLength: length });
    const home = memoryFolder();
    let restarts = 0;
    const once = (all: readonly Step[], plant?: (file: string) => void): void => {
      const folder = mkdtempSync(join(home, 'run-'));
      try {
        restarts += live(folder, all, plant);
      } finally {
        dropFolder(folder);
      }
    };
    const details = fc.check(
      fc.property(steps, (all) => once(all)),
      { numRuns: runs, seed: run.seed | 0 },
    );
    const counted = restarts;
    const tick = { procedure: 'topics.setStatus', key: 'topic git.01' };
    const made = Array.from({ length: 400 }, (_, number) => number).find(
      (number) => deedOf(seeded(number), number).key === tick.key,
    )!;
    const forget = (file: string): void => {
      const db = new Database(file);
      db.exec(`UPDATE topic_state SET status = 'revise'`);
      db.close();
    };
    let caught = false;
    try {
      once([{ do: 'deed', number: made }, { do: 'restart' }], forget);
    } catch {
      caught = true;
    }
    return {
      points: details.numRuns,
      lost: details.failed ? 1 : 0,
      corrupt: 0,
      wrong: details.failed
        ? [`${JSON.stringify(details.counterexample)}: ${String(details.errorInstance)}`]
        : [],
      counts: { steps: details.numRuns * length, restarts: counted },
      planted: { what: 'a row changed behind the product', caught },
    };
  },
};
