import { setTimeout as wait } from 'node:timers/promises';
import { deedOf, factsOf, isWhole, Oracle, type Deed } from './model.ts';
import { catalogueDir, newFile, startChild } from './stage.ts';
import { below, seeded, sized, type Suite } from './suite.ts';

/** Tells the oracle what the lines of a child say, and gives how many deeds were begun. */
export const hear = (lines: readonly string[], deeds: readonly Deed[], oracle: Oracle): number => {
  let begun: number | null = null;
  let last = 0;
  for (const line of lines) {
    const [word, number] = line.split(' ');
    if (word === 'begin') {
      begun = Number(number);
      last = begun + 1;
    } else if (begun !== null && word !== 'end') {
      const deed = deeds[begun]!;
      if (word === 'ack') oracle.done(deed);
      else oracle.perhaps(deed);
      begun = null;
    }
  }
  if (begun !== null) oracle.perhaps(deeds[begun]!);
  return last;
};

const DEEDS = 100_000;

/** kill -9 at a random moment while things are saved. It cannot see what a power cut takes: the next suite does. */
export const kill: Suite = {
  name: 'kill',
  what: 'kill -9 during random writes',
  run: async (run) => {
    const rounds = sized(run, 4, 150, 3_000);
    const random = seeded(run.seed);
    const file = newFile();
    const all = seeded(run.seed + 1);
    const deeds = Array.from({ length: DEEDS }, (_, number) => deedOf(all, number));
    const oracle = new Oracle();
    let next = 0;
    let lost = 0;
    let corrupt = 0;
    for (let round = 0; round < rounds; round += 1) {
      const args = [file, catalogueDir(), run.seed + 1, round, next, 10_000].map(String);
      const child = await startChild('deeds', args);
      // After so many were acknowledged, and a moment that ends within one.
      const wanted = 1 + below(random, 40);
      await child.until(() => child.lines().length >= 2 * wanted);
      await wait(random() * 20);
      child.process.kill('SIGKILL');
      await child.ended;
      next = Math.max(next, hear(child.lines(), deeds, oracle));
      if (isWhole(file)) lost += oracle.lostIn(factsOf(file)).length;
      else corrupt += 1;
    }
    // An acknowledged deed that never was in the file: the oracle has to miss it.
    const planted = oracle.copy();
    planted.done({ ...deeds[0]!, value: 'never saved' });
    return {
      points: rounds,
      lost,
      corrupt,
      wrong: oracle.acknowledged === 0 ? ['nothing was acknowledged'] : [],
      counts: { acknowledged: oracle.acknowledged },
      planted: {
        what: 'an acknowledged deed that is not in the file',
        caught: planted.lostIn(factsOf(file)).length === 1,
      },
    };
  },
};
