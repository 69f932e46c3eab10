import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviewQueue, type Reviewable } from '../../../shared/rules/review-queue.ts';

const today = 20_000;
const faded = (skill: string, freshness: number, rest: Partial<Reviewable> = {}): Reviewable => ({
  skill,
  freshness,
  answered: null,
  restsUntil: null,
  ...rest,
});

test('What faded most comes first, so many a day as the person wants, the rest on the days after', () => {
  const skills = [faded('b', 0.5), faded('a', 0.5), faded('fresh', 0.95), faded('c', 0.2)];
  expect(reviewQueue(skills, { today, perDay: 2, pausedUntil: null })).toEqual({
    today: ['c', 'a'],
    later: [{ skill: 'b', day: today + 1 }],
    answered: 0,
  });
});

test('What was answered today takes a place of today, a rest and a pause put off', () => {
  const skills = [
    faded('answered', 1, { answered: today }),
    faded('resting', 0.1, { restsUntil: today + 3 }),
    faded('due', 0.3),
  ];
  const options = { today, perDay: 1, pausedUntil: null };
  expect(reviewQueue(skills, options)).toEqual({
    today: [],
    later: [
      { skill: 'due', day: today + 1 },
      { skill: 'resting', day: today + 3 },
    ],
    answered: 1,
  });
  expect(reviewQueue(skills, { ...options, pausedUntil: today + 10 }).later.map(({ day }) => day)).toEqual([
    today + 10,
    today + 11,
  ]);
});

test('Nothing is left out, no day holds more than wanted, and each skill has the first free day from its own on', () => {
  const skill = fc.record({
    freshness: fc.double({ min: 0, max: 0.89, noNaN: true }),
    restsUntil: fc.option(fc.integer({ min: today - 3, max: today + 9 })),
  });
  fc.assert(
    fc.property(
      fc.array(skill, { maxLength: 40 }),
      fc.integer({ min: 1, max: 4 }),
      fc.option(fc.integer({ min: today - 2, max: today + 6 })),
      (drawn, perDay, pausedUntil) => {
        const skills = drawn.map((one, index) => faded(`s${index}`, one.freshness, one));
        const queue = reviewQueue(skills, { today, perDay, pausedUntil });
        const days = new Map(queue.later.map((later) => [later.skill, later.day]));
        for (const id of queue.today) days.set(id, today);
        expect(days.size).toBe(skills.length);
        const start = Math.max(today, pausedUntil ?? today);
        const taken = new Map<number, number>();
        const inOrder = skills.toSorted((a, b) => a.freshness - b.freshness || (a.skill < b.skill ? -1 : 1));
        for (const { skill: id, restsUntil } of inOrder) {
          let first = Math.max(start, restsUntil ?? start);
          while ((taken.get(first) ?? 0) >= perDay) first += 1;
          taken.set(first, (taken.get(first) ?? 0) + 1);
          expect(days.get(id)).toBe(first);
        }
      },
    ),
  );
});

test('Ten years of due skills find their days at once', () => {
  const skills = Array.from({ length: 20_000 }, (_, index) => faded(`s${index}`, 0.4));
  const start = performance.now();
  const { later } = reviewQueue(skills, { today, perDay: 1, pausedUntil: null });
  // Walking from today for each of them takes 200 million steps.
  expect(performance.now() - start).toBeLessThan(1_000);
  expect(later.at(-1)!.day).toBe(today + 19_999);
});
