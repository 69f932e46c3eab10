import ICAL from 'ical.js';

const encoder = new TextEncoder();

/** What breaks RFC 5545 in a file as this product writes it, each in words; empty for a sound one. */
export const lintCalendar = (text: string): string[] => {
  const faults: string[] = [];
  if (!text.endsWith('\r\n')) faults.push('the last line does not end');
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) faults.push('a line ends with half of CRLF');
  for (const line of text.split('\r\n')) {
    if (encoder.encode(line).length > 75) faults.push(`longer than 75 octets: ${line}`);
    if (!line.isWellFormed()) faults.push('a character was torn apart');
    // oxlint-disable-next-line no-control-regex -- Those are what is looked for.
    if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(line)) faults.push(`control character: ${line}`);
  }
  const lines = text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
  const open: string[] = [];
  let seen: string[] = [];
  const uids = new Set<string>();
  for (const line of lines) {
    const [, name, value] = /^([A-Z-]+)(?:;[A-Z-]+=[^:;]+)*:(.*)$/s.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      faults.push(`no content line: ${line}`);
      continue;
    }
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') seen = [];
    } else if (name === 'END') {
      if (open.pop() !== value) faults.push(`ends what was not begun: ${value}`);
      if (value === 'VEVENT')
        for (const wanted of ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'SEQUENCE', 'STATUS'])
          if (seen.filter((one) => one === wanted).length !== 1) faults.push(`not exactly one ${wanted}`);
    } else if (open.at(-1) === 'VEVENT') seen.push(name);
    if (name === 'UID') {
      if (uids.has(value)) faults.push(`the same UID twice: ${value}`);
      uids.add(value);
    }
    if (name === 'STATUS' && !['CONFIRMED', 'CANCELLED'].includes(value)) faults.push(`no status: ${line}`);
    if (name === 'SEQUENCE' && !/^\d{1,9}$/.test(value)) faults.push(`no number: ${line}`);
    if (['SUMMARY', 'DESCRIPTION', 'LOCATION'].includes(name) && /(?<!\\)(?:\\\\)*[,;]/.test(value))
      faults.push(`not escaped: ${line}`);
    if (/^DT(START|END|STAMP)$/.test(name)) {
      const isDay = line.includes(';VALUE=DATE:');
      if (!(isDay ? /^\d{8}$/ : /^\d{8}T\d{6}Z$/).test(value)) faults.push(`no time: ${line}`);
    }
  }
  if (open.length > 0) faults.push(`not ended: ${open.join(', ')}`);
  if (!lines.includes('VERSION:2.0') || !lines.some((line) => line.startsWith('PRODID:')))
    faults.push('no version or maker');
  return faults;
};

export type ReadEvent = {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  /** An ISO day or a UTC instant. */
  readonly start: string;
  readonly end: string;
  readonly sequence: number;
  readonly status: string;
  readonly alarms: readonly number[];
};

/** The events of a calendar as an independent reader finds them. */
export const readCalendar = (text: string): ReadEvent[] =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const time = (value: InstanceType<typeof ICAL.Time>): string =>
      value.isDate ? value.toString() : value.toJSDate().toISOString();
    return {
      uid: event.uid,
      title: event.summary,
      description: event.description ?? '',
      place: event.location ?? '',
      start: time(event.startDate),
      end: time(event.endDate),
      sequence: Number(component.getFirstPropertyValue('sequence')),
      status: String(component.getFirstPropertyValue('status')),
      alarms: component
        .getAllSubcomponents('valarm')
        .map(
          (alarm) =>
            -(alarm.getFirstPropertyValue('trigger') as InstanceType<typeof ICAL.Duration>).toSeconds() / 60,
        ),
    };
  });
