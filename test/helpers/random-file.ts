import fc from 'fast-check';
import { latestVersion } from '../../data/migrate.ts';
import { openForReading } from '../../data/open.ts';
import { writePortable, type Portable } from '../../data/portable.ts';
import { contract, type Procedure } from '../../shared/contract.ts';
import { inputsOf, type Pools } from './inputs.ts';
import { newRequest, type TestCore } from './test-core.ts';

/** Commands that every noun of the contract brings along; what concerns the file as a whole is left out. */
const commands = (Object.keys(contract) as Procedure[]).filter(
  (name) => contract[name].writes && !/^(catalogue|lists|app)\./.test(name),
);

/**
 * Does `count` commands of random kinds with random inputs made from their schemas. Gives how many were carried out: a
 * refusal is as good as any other answer here.
 */
export const doAnything = (core: TestCore, pools: Pools, count: number, seed: number): number => {
  let done = 0;
  const picks = fc.sample(fc.tuple(fc.constantFrom(...commands), fc.nat(1_000_000)), {
    numRuns: count,
    seed,
  });
  for (const [name, turn] of picks) {
    const [input] = fc.sample(inputsOf(name, pools), { numRuns: 1, seed: turn });
    const { undo, redo } = core.call('app.read', {}).history;
    const step = name === 'history.undo' ? undo : name === 'history.redo' ? redo : null;
    const named = typeof input === 'object' && input !== null && !Array.isArray(input) ? input : {};
    const sent = {
      ...named,
      ...(step && { action: step.action }),
      ...('request' in named && { request: newRequest() }),
    };
    if (core.ask(name, sent).ok) done += 1;
  }
  return done;
};

/** Everything of the person's in a file, as the product writes it out. */
export const portableOf = (file: string): Portable => {
  const db = openForReading(file);
  try {
    const parts: string[] = [];
    const made = { writtenBy: 'test', madeAt: '2026-11-24T09:00:00.000Z', schema: latestVersion };
    writePortable(db, made, (part) => parts.push(part));
    return JSON.parse(parts.join('')) as Portable;
  } finally {
    db.close();
  }
};
