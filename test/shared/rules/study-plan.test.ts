import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StudyPlan } from '../../../shared/model/certification-plan.ts';
import { epochDay } from '../../../shared/rules/days.ts';
import { planStudy, type StudyInput } from '../../../shared/rules/study-plan.ts';
import type { Confidence } from '../../../shared/values.ts';

/** A Tuesday. */
const TODAY = '2026-11-24';
const part = (domain: string, share: number, confidence: Confidence | null) => ({
  domain,
  name: domain,
  share,
  confidence,
});
const plan = (input: Partial<StudyInput>) =>
  planStudy({
    parts: [part('a', 0.5, 0), part('b', 0.3, 2), part('c', 0.2, 4)],
    today: TODAY,
    examOn: '2026-12-22',
    hoursPerWeek: 7,
    studyHours: 20,
    firstDayOfWeek: 'monday',
    ...input,
  });

/** What a plan gives a part in all. */
const hoursOf = ({ weeks }: StudyPlan, domain: string): number =>
  weeks
    .flatMap(({ parts }) => parts)
    .reduce((sum, part) => (part.domain === domain ? sum + part.hours : sum), 0);

describe('the weeks until an exam', () => {
  test('what has the most to gain comes first, and what is known not at all', () => {
    // 10 hours of a, 3 of b; 28 days with an hour each.
    expect(plan({})).toEqual({
      weeks: [
        { from: '2026-11-24', to: '2026-11-29', hours: 2.8, parts: [{ domain: 'a', name: 'a', hours: 2.8 }] },
        { from: '2026-11-30', to: '2026-12-06', hours: 3.2, parts: [{ domain: 'a', name: 'a', hours: 3.2 }] },
        { from: '2026-12-07', to: '2026-12-13', hours: 3.3, parts: [{ domain: 'a', name: 'a', hours: 3.3 }] },
        {
          from: '2026-12-14',
          to: '2026-12-20',
          hours: 3.2,
          parts: [
            { domain: 'a', name: 'a', hours: 0.7 },
            { domain: 'b', name: 'b', hours: 2.5 },
          ],
        },
        { from: '2026-12-21', to: '2026-12-21', hours: 0.5, parts: [{ domain: 'b', name: 'b', hours: 0.5 }] },
      ],
      hoursNeeded: 13,
      hoursFree: 28,
      hoursShort: 0,
      kept: 1,
      enoughOn: null,
      enoughPerWeek: null,
    });
  });

  test('where the time is too short every part is cut alike, and it says by how much and what would do', () => {
    // 50 hours of a, 15 of b; 28 days with an hour each.
    const short = plan({ studyHours: 100 });
    expect(short).toMatchObject({
      hoursNeeded: 65,
      hoursFree: 28,
      hoursShort: 37,
      kept: expect.closeTo(28 / 65),
      enoughOn: '2027-01-28',
      enoughPerWeek: 16.5,
    });
    expect(short.weeks.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(28, 0);
    expect(hoursOf(short, 'a')).toBeCloseTo((50 * 28) / 65, 0);
    expect(hoursOf(short, 'b')).toBeCloseTo((15 * 28) / 65, 0);
    // Nobody can set more hours than this.
    expect(plan({ studyHours: 500 }).enoughPerWeek).toBeNull();
    // 80 hours a week come to 320 in 28 days, and two minutes less than what is wanted are no time that is short.
    const parts = [part('a', 1, 0)];
    expect(plan({ parts, studyHours: 320.03 }).enoughPerWeek).toBe(80);
    expect(plan({ parts, studyHours: 320.03, hoursPerWeek: 80 })).toMatchObject({
      hoursShort: 0,
      enoughOn: null,
    });
    expect(plan({ parts, studyHours: 320.1 }).enoughPerWeek).toBeNull();
  });

  test('rating a part higher makes the plan shorter', () => {
    expect(plan({ parts: [part('a', 0.5, 2), part('b', 0.3, 2), part('c', 0.2, 4)] }).hoursNeeded).toBe(8);
  });

  test.each([
    ['monday', '2026-11-29'],
    ['sunday', '2026-11-28'],
    ['saturday', '2026-11-27'],
  ] as const)('a week that begins on %s ends on the day before', (firstDayOfWeek, to) => {
    expect(plan({ firstDayOfWeek }).weeks[0]).toMatchObject({ from: TODAY, to });
  });

  test.each([
    ['today', TODAY],
    ['over', '2026-11-01'],
  ])('an exam that is %s leaves no time', (_name, examOn) => {
    expect(plan({ examOn })).toMatchObject({ weeks: [], hoursFree: 0, hoursShort: 13, kept: 0 });
    expect(plan({ examOn })).toMatchObject({ enoughOn: '2026-12-07', enoughPerWeek: null });
  });

  test('nothing left to learn needs no week', () => {
    expect(plan({ parts: [part('a', 1, 4)] })).toMatchObject({ weeks: [], hoursNeeded: 0, enoughOn: null });
  });
});

test('random plans keep to the hours that are free, cover every day once, and lose nothing', () => {
  const confidence = fc.constantFrom<Confidence | null>(null, 0, 1, 2, 3, 4);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: 0.01, max: 1, noNaN: true }), confidence), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom<StudyInput['firstDayOfWeek']>('monday', 'sunday', 'saturday'),
      (raw, days, hoursPerWeek, studyHours, firstDayOfWeek) => {
        const sum = raw.reduce((total, [share]) => total + share, 0);
        const parts = raw.map(([share, level], index) => part(String(index), share / sum, level));
        const examOn = new Date((epochDay(TODAY) + days) * 86_400_000).toISOString().slice(0, 10);
        const made = plan({ parts, examOn, hoursPerWeek, studyHours, firstDayOfWeek });
        const planned = made.weeks.reduce((total, { hours }) => total + hours, 0);
        // Each part is rounded to a tenth, and so are the two sums.
        expect(Math.abs(planned + made.hoursShort - made.hoursNeeded)).toBeLessThan(
          0.05 * (parts.length + 2) + 1e-6,
        );
        let last = epochDay(TODAY) - 1;
        for (const { from, to, hours } of made.weeks) {
          expect(epochDay(from)).toBeGreaterThan(last);
          expect(hours).toBeLessThanOrEqual(hoursPerWeek + 0.06 * parts.length);
          last = epochDay(to);
        }
        expect(last).toBeLessThan(epochDay(examOn));
        expect(made.hoursShort > 0.05).toBe(made.enoughOn !== null);
        // However short the time is, no part with something to gain goes without its share.
        for (const { domain, share, confidence: level } of parts) {
          const due = made.kept * studyHours * share * (1 - (level ?? 0) / 4);
          expect(Math.abs(hoursOf(made, domain) - due)).toBeLessThan(0.05 + 1e-6);
        }
        // What it says would do, does.
        if (made.enoughOn === null) return;
        const replanned = (other: Partial<StudyInput>) =>
          plan({ parts, examOn, hoursPerWeek, studyHours, firstDayOfWeek, ...other }).enoughOn;
        expect(replanned({ examOn: made.enoughOn })).toBeNull();
        if (made.enoughPerWeek === null) expect(replanned({ hoursPerWeek: 80 })).not.toBeNull();
        else expect(replanned({ hoursPerWeek: made.enoughPerWeek })).toBeNull();
      },
    ),
    { numRuns: 300 },
  );
});
