import { dateOfDay, epochDay } from './days.ts';

/** When something is: whole days, the last one included, or an instant in UTC milliseconds with its length. */
export type EventTime =
  | { readonly kind: 'days'; readonly from: string; readonly to: string }
  | { readonly kind: 'instant'; readonly at: number; readonly minutes: number };

export type CalendarEvent = {
  /** Stays the same for the same thing, so that bringing the file again updates it. */
  readonly uid: string;
  readonly time: EventTime;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly url: string | null;
  /** It takes the time: the person is busy then. */
  readonly busy: boolean;
  /** Minutes before the start at which to be reminded. */
  readonly alarms: readonly number[];
};

/** An entry as a file holds it. */
export type CalendarEntry = CalendarEvent & {
  /** Higher than in any file before it that said otherwise. */
  readonly sequence: number;
  /** It was in an earlier file and is not planned any more. */
  readonly cancelled: boolean;
};

const LONGEST_LINE = 75;

/** Octets of a code point in UTF-8. */
const octets = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

/** A content line of at most 75 octets each, folded between characters (RFC 5545, 3.1). */
const folded = (line: string): string => {
  let out = '';
  let used = 0;
  for (const character of line) {
    const size = octets(character.codePointAt(0)!);
    if (used + size > LONGEST_LINE) {
      out += '\r\n ';
      used = 1;
    }
    out += character;
    used += size;
  }
  return out;
};

/** A TEXT value (3.3.11). Control characters have no place in a calendar, and halves of a character none in UTF-8. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex -- Those are the ones to be taken out.
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);

const compact = (date: string): string => date.replaceAll('-', '');
const utc = (at: number): string => new Date(at).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');

const timeLines = (time: EventTime): string[] =>
  time.kind === 'days'
    ? [
        `DTSTART;VALUE=DATE:${compact(time.from)}`,
        // The end is the first day that it is not on any more.
        `DTEND;VALUE=DATE:${compact(dateOfDay(epochDay(time.to) + 1))}`,
      ]
    : [`DTSTART:${utc(time.at)}`, `DTEND:${utc(time.at + time.minutes * 60_000)}`];

const optional = (name: string, text: string): string[] =>
  text.trim() === '' ? [] : [`${name}:${escaped(text)}`];

/** A URI value is not escaped; what would end or break the line is percent-encoded. */
const uri = (url: string): string =>
  url.replaceAll(/[^\u0021-\u007e]/gu, (found) => encodeURIComponent(found));

/** Called off: for readers that pass over the status, the title says it as well, and nobody is reminded. */
const calledOff = (entry: CalendarEntry): CalendarEntry =>
  entry.cancelled ? { ...entry, title: `Cancelled: ${entry.title}`, busy: false, alarms: [] } : entry;

const eventLines = (event: CalendarEntry, stamp: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `DTSTAMP:${stamp}`,
  `SEQUENCE:${event.sequence}`,
  `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  ...timeLines(event.time),
  `SUMMARY:${escaped(event.title)}`,
  ...optional('DESCRIPTION', event.description),
  ...optional('LOCATION', event.place),
  ...(event.url === null ? [] : [`URL:${uri(event.url.toWellFormed())}`]),
  `TRANSP:${event.busy ? 'OPAQUE' : 'TRANSPARENT'}`,
  ...event.alarms.flatMap((minutes) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(event.title)}`,
    `TRIGGER:-PT${minutes}M`,
    'END:VALARM',
  ]),
  'END:VEVENT',
];

/**
 * An iCalendar file (RFC 5545). Instants are written in UTC, which every reader shows on its own clock without a table of
 * zones; days have no zone at all. `stampedAt` is when the file was made, in UTC milliseconds. Without an event it is null:
 * a calendar needs one.
 */
export const writeCalendar = (events: readonly CalendarEntry[], stampedAt: number): string | null => {
  if (events.length === 0) return null;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Groundwork//Learning calendar//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => eventLines(calledOff(event), utc(stampedAt))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
};
