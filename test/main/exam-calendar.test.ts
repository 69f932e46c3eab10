import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CertificationFacts } from '../../shared/model/certification-facts.ts';
import { examEvent, studyEvent } from '../../main/certifications/calendar.ts';
import { checkedExam, examDateOf, examInstant } from '../../main/exam-time.ts';
import { AppError } from '../../shared/reply.ts';
import { writeCalendar, type CalendarEntry, type CalendarEvent } from '../../shared/rules/calendar-file.ts';
import { dateOfDay, epochDay } from '../../shared/rules/days.ts';
import { planStudy } from '../../shared/rules/study-plan.ts';
import { lintCalendar, readCalendar } from '../helpers/ics.ts';

const NOW = Date.parse('2026-11-24T09:00:00Z');
const exam = (local: string, zone: string, later = false) => ({ local, zone, later });
const utc = (local: string, zone: string, later = false): string =>
  new Date(examInstant(checkedExam(exam(local, zone, later)))!).toISOString();

describe('the time of an exam', () => {
  test.each([
    ['2026-12-03T09:00', 'Europe/Berlin', '2026-12-03T08:00:00.000Z'],
    ['2027-07-01T09:00', 'Europe/Berlin', '2027-07-01T07:00:00.000Z'],
    ['2027-01-05T23:30', 'America/New_York', '2027-01-06T04:30:00.000Z'],
    ['2028-02-29T10:15', 'Asia/Kolkata', '2028-02-29T04:45:00.000Z'],
    ['2027-03-28T03:00', 'Europe/Berlin', '2027-03-28T01:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, expected) => {
    expect(utc(local, zone)).toBe(expected);
  });

  test('a time that comes twice is the first one, or the second where that is said', () => {
    expect(utc('2027-10-31T02:30', 'Europe/Berlin')).toBe('2027-10-31T00:30:00.000Z');
    expect(utc('2027-10-31T02:30', 'Europe/Berlin', true)).toBe('2027-10-31T01:30:00.000Z');
    expect(checkedExam(exam('2027-10-31T04:30', 'Europe/Berlin', true)).later).toBe(false);
  });

  test('a time that the clocks skip is refused in words', () => {
    expect(() => checkedExam(exam('2027-03-28T02:30', 'Europe/Berlin'))).toThrow(
      'There is no 02:30 on 2027-03-28 in Europe/Berlin: the clocks go forward past it.',
    );
  });

  test.each(['Mars/Olympus', '', '../etc', 'Europe/'])('a zone that is none is refused: %s', (zone) => {
    expect(() => checkedExam(exam('2026-12-03', zone))).toThrow(AppError);
  });

  test('its days are counted on the calendar of its own zone', () => {
    const late = Date.parse('2026-12-02T23:30:00Z');
    expect(examDateOf(exam('2026-12-03T09:00', 'Europe/Berlin'), late).daysLeft).toBe(0);
    expect(examDateOf(exam('2026-12-03T09:00', 'America/New_York'), late).daysLeft).toBe(1);
    expect(examDateOf(exam('2026-12-03', 'Europe/Berlin'), late)).toMatchObject({ at: null, daysLeft: 0 });
  });
});

const asNew = (event: CalendarEvent): CalendarEntry => ({ ...event, sequence: 0, cancelled: false });

const event: CalendarEntry = asNew({
  uid: 'exam.x@groundwork',
  time: { kind: 'days', from: '2028-02-28', to: '2028-02-29' },
  title: 'Study: äöü 🎓; commas, back\\slash',
  description:
    'First line\nsecond; line, with a lot of words that go on and on – until the line is longer than 75 octets 日本語日本語日本語日本語',
  place: 'Main street 1, 2nd floor',
  url: 'https://example.org/überblick?q=a,b;c',
  busy: false,
  alarms: [1440],
});

describe('a calendar file', () => {
  test('is sound and is read back as it was written', () => {
    const text = writeCalendar([event], NOW)!;
    expect(lintCalendar(text)).toEqual([]);
    expect(readCalendar(text)).toEqual([
      {
        uid: event.uid,
        title: event.title,
        description: event.description,
        place: event.place,
        start: '2028-02-28',
        end: '2028-03-01',
        sequence: 0,
        status: 'CONFIRMED',
        alarms: [1440],
      },
    ]);
  });

  test('line breaks of all systems are one, and control characters are none', () => {
    const text = writeCalendar(
      [{ ...event, title: 'a\u0000b\u0007\tc\u007f', description: 'x\r\ny\rz' }],
      NOW,
    )!;
    expect(lintCalendar(text)).toEqual([]);
    expect(readCalendar(text)[0]).toMatchObject({ title: 'a b  c ', description: 'x\ny\nz' });
  });

  test('calls off what is not planned any more, also for readers that know no status', () => {
    const text = writeCalendar([{ ...event, sequence: 3, cancelled: true }], NOW)!;
    expect(lintCalendar(text)).toEqual([]);
    expect(text).toContain('\r\nSTATUS:CANCELLED\r\n');
    expect(readCalendar(text)[0]).toMatchObject({
      title: `Cancelled: ${event.title}`,
      start: '2028-02-28',
      sequence: 3,
      status: 'CANCELLED',
      alarms: [],
    });
  });

  test('is not made of nothing', () => {
    expect(writeCalendar([], NOW)).toBeNull();
  });

  test.each([
    ['a bare line feed', (text: string) => text.replace('\r\n', '\n')],
    ['a long line', (text: string) => text.replaceAll('\r\n ', '')],
    ['a comma that is not escaped', (text: string) => text.replace('\\,', ',')],
    ['a missing stamp', (text: string) => text.replace(/DTSTAMP:\S+\r\n/, '')],
    ['an end that is missing', (text: string) => text.replace('END:VEVENT\r\n', '')],
  ])('the lint of these tests sees %s', (_name, breakIt) => {
    expect(lintCalendar(breakIt(writeCalendar([event], NOW)!))).not.toEqual([]);
  });
});

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
const words = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }));

test('1,000 random plans in six zones are sound, and a reader finds each at its time', () => {
  let refused = 0;
  fc.assert(
    fc.property(
      fc.record({
        name: words,
        issuer: words,
        place: words,
        zone: fc.constantFrom(...ZONES),
        day: fc.integer({ min: 1, max: 350 }),
        minute: fc.option(fc.integer({ min: 0, max: 1439 }), { nil: null }),
        later: fc.boolean(),
        duration: fc.option(fc.integer({ min: 10, max: 400 }), { nil: null }),
        shares: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      }),
      ({ name, issuer, place, zone, day, minute, later, duration, shares }) => {
        const two = (value: number): string => String(value).padStart(2, '0');
        const date = dateOfDay(epochDay('2026-11-24') + day);
        const local = minute === null ? date : `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
        let checked;
        try {
          checked = checkedExam(exam(local, zone, later));
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          refused += 1;
          return;
        }
        const facts = { name, issuer, durationMinutes: duration, officialUrl: null } as CertificationFacts;
        const when = examDateOf(checked, NOW);
        const sum = shares.reduce((total, share) => total + share, 0);
        const { weeks } = planStudy({
          parts: shares.map((share, index) => ({
            domain: String(index),
            name,
            share: share / sum,
            confidence: null,
          })),
          today: '2026-11-24',
          examOn: date,
          hoursPerWeek: 6,
          studyHours: 40,
          firstDayOfWeek: 'monday',
        });
        const certification = { id: 'own, id; 1', facts };
        const events = [
          examEvent(certification, { online: false, place }, when),
          ...weeks.map((week) => studyEvent(certification, week)),
        ];
        const text = writeCalendar(events.map(asNew), NOW)!;
        expect(lintCalendar(text)).toEqual([]);
        const read = readCalendar(text);
        expect(read.map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
        const [first] = read;
        if (minute === null)
          expect([first!.start, first!.end]).toEqual([date, dateOfDay(epochDay(date) + 1)]);
        else {
          const there = Temporal.Instant.from(first!.start).toZonedDateTimeISO(zone);
          expect(there.toPlainDateTime().toString().slice(0, 16)).toBe(local);
          expect(Date.parse(first!.end) - Date.parse(first!.start)).toBe((duration ?? 120) * 60_000);
        }
        expect(read.slice(1).map(({ start, end }) => [start, dateOfDay(epochDay(end) - 1)])).toEqual(
          weeks.map(({ from, to }) => [from, to]),
        );
      },
    ),
    { numRuns: 1_000 },
  );
  // Hours that are skipped are rare, so most plans were looked at.
  expect(refused).toBeLessThan(30);
});
