import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDay, epochDay } from '../../../shared/rules/days.ts';
import { KEPT, KEPT_APART, keptBackups, type DatedBackup } from '../../../shared/rules/kept-backups.ts';

const FIRST = epochDay('2025-01-01');
const HOUR = 3_600_000;
const made = (day: number, hour: number, automatic = true): DatedBackup => ({
  name: `${dateOfDay(day)}-${String(hour).padStart(2, '0')}${automatic ? '' : '-apart'}`,
  at: day * 24 * HOUR + hour * HOUR,
  localDate: dateOfDay(day),
  automatic,
});

/** Makes copies day by day and rotates after each, as the product does. */
const simulate = (days: number, hoursOf: (day: number) => readonly number[]): DatedBackup[] => {
  let present: DatedBackup[] = [];
  for (let day = FIRST; day < FIRST + days; day += 1) {
    for (const hour of hoursOf(day)) {
      present.push(made(day, hour));
      const kept = keptBackups(present);
      present = present.filter(({ name }) => kept.has(name));
    }
  }
  return present;
};

describe('which copies stay', () => {
  test('after 400 days of three copies each: all of the last day, 12 days, 10 weeks, 9 months, and nothing else', () => {
    const present = simulate(400, () => [9, 13, 20]);
    const last = FIRST + 399;
    const newest = (day: number): string => made(day, 20).name;
    const expected = new Set([made(last, 9).name, made(last, 13).name, newest(last)]);
    for (let back = 0; back < 12; back += 1) expected.add(newest(last - back));
    // 2026-02-04 is a Wednesday: weeks end on Sundays, months on their last days.
    expect(dateOfDay(last)).toBe('2026-02-04');
    for (let week = 0; week < 9; week += 1) expected.add(newest(epochDay('2026-02-01') - 7 * week));
    for (const end of ['01-31', '12-31', '11-30', '10-31', '09-30', '08-31', '07-31', '06-30']) {
      expected.add(newest(epochDay(`${end.startsWith('01') ? 2026 : 2025}-${end}`)));
    }
    expect(new Set(present.map(({ name }) => name))).toEqual(expected);
  });

  test('days without use take nobody’s place', () => {
    const present = simulate(400, (day) => (day % 7 === 0 ? [9] : []));
    expect(present.filter(({ at }) => at > 0).length).toBeGreaterThanOrEqual(12);
  });

  test('the newest made for a reason of their own stay beside them', () => {
    const apart = Array.from({ length: 20 }, (_, hour) => made(FIRST, hour, false));
    const later = Array.from({ length: 30 }, (_, day) => made(FIRST + 1 + day, 9));
    const kept = keptBackups([...apart, ...later]);
    expect(apart.filter(({ name }) => kept.has(name)).map(({ name }) => name)).toEqual(
      apart.slice(-KEPT_APART).map(({ name }) => name),
    );
  });

  test('the newest always stays, and rotating again removes nothing more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(900), fc.nat(23), fc.boolean()), { minLength: 1, maxLength: 120 }),
        (list) => {
          const all = [
            ...new Map(
              list.map(([day, hour, auto]) => made(FIRST + day, hour, auto)).map((one) => [one.name, one]),
            ).values(),
          ];
          const kept = keptBackups(all);
          const newest = all.toSorted((a, b) => b.at - a.at)[0]!;
          expect(all.filter(({ at }) => at === newest.at).some(({ name }) => kept.has(name))).toBe(true);
          const left = all.filter(({ name }) => kept.has(name));
          expect(keptBackups(left)).toEqual(kept);
          const calendar = left.filter(
            ({ automatic, localDate }) => automatic && localDate !== newest.localDate,
          );
          expect(calendar.length).toBeLessThanOrEqual(KEPT.days + KEPT.weeks + KEPT.months);
        },
      ),
    );
  });
});
