import type { StudyPlan, StudyWeek } from '../model/certification-plan.ts';
import type { Settings } from '../model/settings.ts';
import { EXAM_HOURS_A_WEEK, type Confidence } from '../values.ts';
import { gainOf } from './certification.ts';
import { dateOfDay, epochDay } from './days.ts';

const WEEK = 7;
/** 1 January 1970 was a Thursday: how many days of its week were over, by the day that a week begins with. */
const OVER = { monday: 3, sunday: 4, saturday: 5 } as const;

export type StudyInput = {
  readonly parts: readonly {
    readonly domain: string;
    readonly name: string;
    /** Share of the exam, 0 to 1. */
    readonly share: number;
    readonly confidence: Confidence | null;
  }[];
  readonly today: string;
  /** Local day of the exam; that day itself is not for study. */
  readonly examOn: string;
  readonly hoursPerWeek: number;
  /** For the whole matter, from nothing. */
  readonly studyHours: number;
  readonly firstDayOfWeek: Settings['firstDayOfWeek'];
};

/** A part with the hours that it gets in all, and those that are planned already. */
type Open = { readonly domain: string; readonly name: string; readonly hours: number; planned: number };

/** Tenths of an hour are as fine as a plan gets: less than half of one is no time that is short. */
const HALF_A_TENTH = 0.05;
const tenth = (hours: number): number => Math.round(hours * 10) / 10;

/**
 * What is left to learn, spread over the weeks until the exam: each part takes hours by its weight and by how much of it is
 * missing, and the part with the most to gain comes first. Weeks are filled evenly within the hours that are free. Where
 * those do not do, every part keeps the same share of its hours, since the first hours on a part that is not known bring more
 * than the last ones on another; and it says how many hours are short, and what would make all fit.
 */
export const planStudy = (input: StudyInput): StudyPlan => {
  const { parts, today, examOn, hoursPerWeek, studyHours } = input;
  const wanting = parts
    .map((part) => ({ ...part, gain: gainOf(part) }))
    .filter(({ gain }) => gain > 1e-9)
    .toSorted((a, b) => b.gain - a.gain)
    .map(({ domain, name, gain }) => ({ domain, name, wanted: (studyHours * gain) / 100 }));
  const needed = wanting.reduce((sum, { wanted }) => sum + wanted, 0);
  const perDay = hoursPerWeek / WEEK;
  const [start, end] = [epochDay(today), epochDay(examOn)];
  const days = Math.max(0, end - start);
  const free = days * perDay;
  const short = tenth(Math.max(0, needed - free));
  const kept = needed > free ? free / needed : 1;
  const open = wanting.map(({ domain, name, wanted }): Open => ({
    domain,
    name,
    hours: kept * wanted,
    planned: 0,
  }));
  // All weeks carry the same share of what is free in them.
  const load = free > 0 ? Math.min(1, needed / free) : 0;
  const weeks: StudyWeek[] = [];
  for (let from = start; from < end;) {
    const to = Math.min(end, nextWeek(from, input.firstDayOfWeek));
    weeks.push(weekOf(from, to - 1, (to - from) * perDay * load, open));
    from = to;
  }
  return {
    weeks: weeks.filter(({ parts: done }) => done.length > 0),
    hoursNeeded: tenth(needed),
    hoursFree: tenth(free),
    hoursShort: short,
    kept,
    enoughOn: short > 0 ? dateOfDay(start + Math.ceil(needed / perDay - 1e-9)) : null,
    enoughPerWeek: short > 0 && days > 0 ? roundedUp((WEEK * (needed - HALF_A_TENTH)) / days) : null,
  };
};

/** The first step above these hours a week, which are set in halves, up to a limit; null beyond that. */
const roundedUp = (hours: number): number | null => {
  const halves = Math.ceil(2 * hours + 1e-9) / 2;
  return halves > EXAM_HOURS_A_WEEK.most ? null : halves;
};

/** The day on which the week after the one of `day` begins. */
const nextWeek = (day: number, first: StudyInput['firstDayOfWeek']): number =>
  day + WEEK - ((((day + OVER[first]) % WEEK) + WEEK) % WEEK);

/** Takes `hours` from what is open, the first part first. */
const weekOf = (from: number, to: number, hours: number, open: Open[]): StudyWeek => {
  const done: StudyWeek['parts'] = [];
  let left = hours;
  for (const part of open) {
    const taken = Math.min(part.hours - part.planned, left);
    if (taken <= 1e-9) continue;
    // Rounded as a sum, so that a part comes to its hours over the weeks, however little falls into each.
    const shown = tenth(tenth(part.planned + taken) - tenth(part.planned));
    part.planned += taken;
    left -= taken;
    if (shown > 0) done.push({ domain: part.domain, name: part.name, hours: shown });
  }
  return {
    from: dateOfDay(from),
    to: dateOfDay(to),
    hours: tenth(done.reduce((sum, part) => sum + part.hours, 0)),
    parts: done,
  };
};
