import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highestOnce, withoutDoubles, type Shown } from '../../../shared/rules/proof.ts';
import type { Level } from '../../../shared/values.ts';

const anyShown: fc.Arbitrary<Shown> = fc.record({
  skill: fc.integer({ min: 1, max: 6 }),
  level: fc.constantFrom<Level>(1, 2, 3, 4),
});

describe('of an experience and its projects', () => {
  test('each skill counts once, at the higher level', () => {
    const own = [{ skill: 1, level: 2 } as const, { skill: 2, level: 3 } as const];
    const project = [{ skill: 1, level: 3 } as const, { skill: 3, level: 1 } as const];
    expect(highestOnce(own, project)).toEqual([
      { skill: 1, level: 3 },
      { skill: 2, level: 3 },
      { skill: 3, level: 1 },
    ]);
  });

  test('nothing is lost and nothing is added', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyShown)), (lists) => {
        const all = lists.flat();
        const once = highestOnce(...lists);
        expect(new Set(once.map(({ skill }) => skill))).toEqual(new Set(all.map(({ skill }) => skill)));
        expect(once).toHaveLength(new Set(all.map(({ skill }) => skill)).size);
        for (const { skill, level } of once) {
          expect(level).toBe(Math.max(...all.filter((one) => one.skill === skill).map((one) => one.level)));
        }
      }),
    );
  });
});

describe('pieces of evidence on one skill', () => {
  const piece = (kind: 'project' | 'work' | 'fact', id: string, level: Level) => ({ kind, id, level });
  const named = (experience: string): string[] => (experience === 'job' ? ['shop'] : []);

  test.each([
    ['the project, where it shows more', 3, 2, ['shop']],
    ['the project, where they are equal', 2, 2, ['shop']],
    ['the experience, where it shows more', 2, 3, ['job']],
  ] as const)('of a job and the project that it names stays %s', (_which, project, job, stays) => {
    const pieces = [piece('project', 'shop', project), piece('work', 'job', job)];
    expect(withoutDoubles(pieces, named).map(({ id }) => id)).toEqual(stays);
  });

  test('what does not belong together stays side by side', () => {
    const pieces = [piece('project', 'other', 2), piece('work', 'job', 2), piece('fact', 'talk', 1)];
    expect(withoutDoubles(pieces, named)).toEqual(pieces);
  });
});
