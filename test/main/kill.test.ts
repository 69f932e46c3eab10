import { expect, test } from 'vitest';
import { quickCheck } from '../../data/check.ts';
import { realCatalogue } from '../data/catalogue/real-catalogue.ts';
import { startChild } from '../helpers/child.ts';
import { freshFile, onFile } from '../helpers/data-file.ts';
import { catalogueDir } from '../helpers/paths.ts';
import { openCore } from '../helpers/test-core.ts';

const ROUNDS = 20;
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** A small generator of its own, so that a printed seed gives the same rounds again (mulberry32). */
const random = (from: number): (() => number) => {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

test(
  `kill -9 right after an acknowledged tick loses nothing that was acknowledged (${ROUNDS} rounds, seed ${seed})`,
  { timeout: 60_000 },
  async () => {
    const next = random(seed);
    const file = freshFile();
    const topics = realCatalogue.skills.skills.flatMap((skill) => skill.topics.map(({ id }) => id));
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const wanted = 1 + Math.floor(next() * 12);
      const rest = topics.slice(acknowledged.length, acknowledged.length + 200);
      const { child, lines, ended } = startChild('tick.ts', file, catalogueDir, rest.join(','));
      let heard = '';
      child.stdout!.on('data', (bytes: Buffer) => {
        heard += bytes.toString();
        if (heard.split('\n').length - 1 >= wanted) child.kill('SIGKILL');
      });
      expect(await ended).toBe('SIGKILL');
      // A line that was cut off was not acknowledged.
      const complete = heard.split('\n').slice(0, -1);
      expect(
        complete.filter((line) => line.startsWith('refused')),
        `round ${round}, seed ${seed}`,
      ).toEqual([]);
      expect(lines.slice(0, complete.length)).toEqual(complete);
      expect(complete.length).toBeGreaterThanOrEqual(wanted);
      acknowledged.push(...complete);

      expect(quickCheck(file), `round ${round}, seed ${seed}`).toBe(true);
      const done = new Set(
        onFile<{ id: string }>(
          file,
          `SELECT t.id FROM topic t JOIN topic_state s ON s.topic = t.number WHERE s.status = 'done'`,
        ).map(({ id }) => id),
      );
      expect(
        acknowledged.filter((topic) => !done.has(topic)),
        `round ${round}, seed ${seed}`,
      ).toEqual([]);
      // One that was saved and not yet acknowledged is legal; with its event, or not at all.
      expect(onFile<{ n: number }>(file, 'SELECT count(*) AS n FROM event')[0]!.n).toBe(done.size);
      acknowledged.push(...topics.slice(acknowledged.length).filter((topic) => done.has(topic)));
    }
    const core = openCore({ file });
    const { categories } = core.call('skills.categories', {});
    expect(categories.reduce((sum, category) => sum + category.topics.done, 0)).toBe(acknowledged.length);
    expect(core.call('app.read', {}).history.undo!.action).toBe(acknowledged.length);
    core.close();
    console.log(`kill -9: seed ${seed}, ${ROUNDS} rounds, ${acknowledged.length} ticks, 0 lost`);
  },
);
