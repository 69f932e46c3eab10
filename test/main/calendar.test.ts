import { expect, test } from 'vitest';
import { createCalendar } from '../../main/calendar.ts';
import { testClock } from '../helpers/test-core.ts';

const dates: readonly [string, string, string, string][] = [
  ['UTC', 'UTC', '2026-11-24T23:59:59.999Z', '2026-11-24'],
  [
    'a day begins at local midnight, not at midnight UTC',
    'America/New_York',
    '2026-11-24T04:59:00Z',
    '2026-11-23',
  ],
  ['a quarter of an hour off', 'Asia/Kathmandu', '2026-11-24T18:15:00Z', '2026-11-25'],
  ['half an hour off', 'America/St_Johns', '2026-11-24T03:29:00Z', '2026-11-23'],
  ['the far side of the date line', 'Pacific/Apia', '2026-11-24T11:00:00Z', '2026-11-25'],
  ['the last minute of a day of 23 hours', 'America/New_York', '2026-03-09T03:59:00Z', '2026-03-08'],
  ['the first minute after it', 'America/New_York', '2026-03-09T04:00:00Z', '2026-03-09'],
  ['the last minute of a day of 25 hours', 'America/New_York', '2026-11-02T04:59:00Z', '2026-11-01'],
  ['the first minute after that', 'America/New_York', '2026-11-02T05:00:00Z', '2026-11-02'],
  ['a change of half an hour', 'Australia/Lord_Howe', '2026-04-05T13:29:00Z', '2026-04-05'],
  ['the first minute after it, there', 'Australia/Lord_Howe', '2026-04-05T13:30:00Z', '2026-04-06'],
  ['a day that begins at one o’clock', 'America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-04'],
];

test.each(dates)('%s', (_, zone, instant, date) => {
  expect(createCalendar(testClock(instant, zone))().localDate).toBe(date);
});

test('the day that is kept in hand is the right one at every half hour of a year, in every zone', () => {
  for (const zone of [
    'UTC',
    'America/New_York',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'America/St_Johns',
    'Australia/Lord_Howe',
  ]) {
    const clock = testClock('2026-01-01T00:00:00Z', zone);
    const kept = createCalendar(clock);
    const shown = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
    const wrong: string[] = [];
    for (
      let at = Date.parse('2026-01-01T00:00:00Z');
      at < Date.parse('2027-01-01T00:00:00Z');
      at += 1_800_000
    ) {
      clock.set(new Date(at).toISOString());
      const { localDate } = kept();
      if (localDate !== shown.format(at)) wrong.push(`${zone} ${new Date(at).toISOString()} ${localDate}`);
    }
    expect(wrong).toEqual([]);
  }
});

test('a day that a place left out is stepped over', () => {
  const clock = testClock('2011-12-30T09:59:00Z', 'Pacific/Apia');
  const moment = createCalendar(clock);
  expect(moment().localDate).toBe('2011-12-29');
  clock.set('2011-12-30T10:00:00Z');
  expect(moment().localDate).toBe('2011-12-31');
});

test('a clock that jumps back, and another zone, are noticed at once', () => {
  const clock = testClock('2026-11-24T12:00:00Z');
  const moment = createCalendar(clock);
  expect(moment()).toMatchObject({ localDate: '2026-11-24', zone: 'UTC' });
  clock.set('2016-11-24T12:00:00Z');
  expect(moment().localDate).toBe('2016-11-24');
  clock.zoneIs('Pacific/Kiritimati');
  expect(moment()).toMatchObject({ localDate: '2016-11-25', zone: 'Pacific/Kiritimati' });
});
