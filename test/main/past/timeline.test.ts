import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeChunk, encodeChunk, PER_ENTRY, statusOf, type Chunk } from '../../../main/past/chunk.ts';
import { replayStates } from '../../../main/past/replay.ts';
import { timelineOf } from '../../../main/past/timeline.ts';

type Step = { readonly day: number; readonly topic: number; readonly status: number };

const anyStep: fc.Arbitrary<Step> = fc.record({
  day: fc.integer({ min: 20_000, max: 20_030 }),
  topic: fc.integer({ min: 1, max: 6 }),
  status: fc.integer({ min: 0, max: 4 }),
});

const chunkOf = (steps: readonly Step[], from: number): Chunk => ({
  entries: Int32Array.from(
    steps.flatMap(({ day, topic, status }, index) => [from + index, day, topic, status, day, day]),
  ),
  given: Int32Array.of(),
  reasons: [],
  content: [],
  catalogueDays: [],
});

/** Of all events dated that day or before, the newest in the log decides. */
const statusAt = (steps: readonly Step[], topic: number, day: number): number | null =>
  steps.findLast((step) => step.topic === topic && step.day <= day)?.status ?? null;

test('going from day to day in any order shows what the newest event of each topic said, whatever the dates', () => {
  fc.assert(
    fc.property(
      fc.array(anyStep, { maxLength: 60 }),
      fc.nat(60),
      fc.array(fc.integer({ min: 19_998, max: 20_032 }), { maxLength: 12 }),
      (steps, cut, days) => {
        const chunks = [chunkOf(steps.slice(0, cut), 1), chunkOf(steps.slice(cut), cut + 1)];
        const { topics } = timelineOf(chunks);
        const replay = replayStates(topics);
        for (const day of days) {
          replay.goTo(day);
          for (const { topic } of steps) {
            const entry = replay.entryOf(topic)!;
            const shown = entry < 0 ? null : topics.code[entry]!;
            expect(shown).toBe(statusAt(steps, topic, day));
          }
        }
      },
    ),
  );
});

test('it tells every topic that moved', () => {
  fc.assert(
    fc.property(
      fc.array(anyStep, { maxLength: 40 }),
      fc.array(fc.integer({ min: 20_000, max: 20_030 })),
      (steps, days) => {
        const { topics } = timelineOf([chunkOf(steps, 1)]);
        const replay = replayStates(topics);
        const known = new Map<number, number | null>();
        for (const day of days) {
          for (const topic of replay.goTo(day)) known.set(topic, replay.entryOf(topic));
          for (const { topic } of steps) expect(known.get(topic)).toBe(replay.entryOf(topic));
        }
      },
    ),
  );
});

test('a state that came with a list counts from the day of the list, until the first change of its topic', () => {
  const entry = (seq: number, day: number, status: string): number[] => [
    seq,
    day,
    7,
    ['todo', 'learning', 'done', 'revise', 'skipped'].indexOf(status),
    day,
    day,
  ];
  const made = { what: 'made', action: null, count: 3, before: false, after: true } as const;
  const { topics } = timelineOf([
    {
      entries: Int32Array.from(entry(9, 120, 'todo')),
      given: Int32Array.from(entry(4, 0, 'done')),
      reasons: [],
      content: [{ seq: 4, day: 100, change: made }],
      catalogueDays: [],
    },
  ]);
  const replay = replayStates(topics);
  const shown = [99, 100, 119, 120].map((day) => {
    replay.goTo(day);
    const at = replay.entryOf(7)!;
    return at < 0 ? null : statusOf(topics.code[at]!);
  });
  expect(shown).toEqual([null, 'done', 'done', 'todo']);
});

test('a chunk is what it was after it was kept in the file', () => {
  const chunk: Chunk = {
    ...chunkOf([{ day: 20_000, topic: 3, status: 2 }], 1),
    given: Int32Array.from({ length: PER_ENTRY }, (_, index) => index),
    reasons: ['no time – “später”'],
    content: [{ seq: 2, day: 20_001, change: { what: 'member', group: 'g', before: null, after: 'go' } }],
    catalogueDays: [20_002],
  };
  expect(decodeChunk(encodeChunk(chunk))).toEqual(chunk);
});
