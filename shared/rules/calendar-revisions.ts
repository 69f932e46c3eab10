import type { CalendarEntry, CalendarEvent, EventTime } from './calendar-file.ts';
import { epochDay } from './days.ts';

/** What a calendar was last told of an entry. */
export type Told = {
  readonly event: CalendarEvent;
  readonly sequence: number;
  readonly cancelled: boolean;
  /** The latest time that any file gave it: a calendar that did not take the last one may still hold it there. */
  readonly latest: EventTime;
};

/** By UID. */
export type Exported = Readonly<Record<string, Told>>;

type Moment = { readonly at: number; readonly today: string };

const DAY_MS = 86_400_000;
const endOf = (time: EventTime): number =>
  time.kind === 'days' ? (epochDay(time.to) + 1) * DAY_MS : time.at + time.minutes * 60_000;

const isOver = (time: EventTime, { at, today }: Moment): boolean =>
  time.kind === 'days' ? time.to < today : endOf(time) < at;

const isSame = (a: CalendarEvent, b: CalendarEvent): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The entries of a new file beside what calendars were told before: a changed one has a higher number, and one that is no
 * longer planned is called off for as long as it lies ahead. What is over is history and stays as it was told. Only the
 * entries that `isAsked` takes are spoken of; the others keep what they were told.
 */
export const reviseCalendar = (
  exported: Exported,
  events: readonly CalendarEvent[],
  moment: Moment,
  isAsked: (uid: string) => boolean,
): { readonly entries: readonly CalendarEntry[]; readonly exported: Exported } => {
  const planned = new Set(events.map(({ uid }) => uid));
  const told = new Map<string, Told>();
  for (const event of events) {
    const before = Object.hasOwn(exported, event.uid) ? exported[event.uid] : undefined;
    const isNews = before !== undefined && (before.cancelled || !isSame(before.event, event));
    told.set(event.uid, {
      event,
      sequence: (before?.sequence ?? 0) + (isNews ? 1 : 0),
      cancelled: false,
      latest: before && endOf(before.latest) > endOf(event.time) ? before.latest : event.time,
    });
  }
  const others = new Set<string>();
  for (const [uid, before] of Object.entries(exported)) {
    if (planned.has(uid)) continue;
    // Kept all the same: what is planned again, such as a second try, needs a higher number than it ever had.
    told.set(uid, before);
    if (!isAsked(uid) || isOver(before.latest, moment)) continue;
    others.add(uid);
    const isAhead = !before.cancelled && !isOver(before.event.time, moment);
    if (isAhead) told.set(uid, { ...before, sequence: before.sequence + 1, cancelled: true });
  }
  return {
    entries: [...told]
      .filter(([uid]) => planned.has(uid) || others.has(uid))
      .map(([, { event, sequence, cancelled }]) => ({ ...event, sequence, cancelled })),
    exported: Object.fromEntries(told),
  };
};
