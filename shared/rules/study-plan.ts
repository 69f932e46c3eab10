import type { StudyPlan, StudyWeek } from '../model/certification-plan.ts';
import type { Settings } from '../model/settings.ts';
import type { Confidence } from '../values.ts';
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

type Open = { readonly domain: string; readonly name: string; hours: number };

/** Tenths of an hour are as fine as a plan gets. */
const tenth = (hours: number): number => Math.round(hours * 10) / 10;

/**
 * What is left to learn, spread over the weeks until the exam: each part takes hours by its weight and by how much of it is
 * missing, and the part with the most to gain comes first. Weeks are filled evenly within the hours that are free. Where
 * those do not do, it says how many are short and which parts are cut: those with the least to gain.
 */
export const planStudy = (input: StudyInput): StudyPlan => {
  const { parts, today, examOn, hoursPerWeek, studyHours } = input;
  const open = parts
    .map((part) => ({ ...part, gain: gainOf(part) }))
    .filter(({ gain }) => gain > 1e-9)
    .toSorted((a, b) => b.gain - a.gain)
    .map(({ domain, name, gain }): Open => ({ domain, name, hours: (studyHours * gain) / 100 }));
  const needed = open.reduce((sum, { hours }) => sum + hours, 0);
  const perDay = hoursPerWeek / WEEK;
  const [start, end] = [epochDay(today), epochDay(examOn)];
  const free = Math.max(0, end - start) * perDay;
  const short = Math.max(0, needed - free);
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
    hoursShort: tenth(short),
    leftOut: short > 0.05 ? open.filter(({ hours }) => hours > 0.05).map(({ name }) => name) : [],
    enoughOn: short > 0.05 ? dateOfDay(start + Math.ceil(needed / perDay)) : null,
  };
};

/** The day on which the week after the one of `day` begins. */
const nextWeek = (day: number, first: StudyInput['firstDayOfWeek']): number =>
  day + WEEK - ((((day + OVER[first]) % WEEK) + WEEK) % WEEK);

/** Takes `hours` from what is open, the first part first. */
const weekOf = (from: number, to: number, hours: number, open: Open[]): StudyWeek => {
  const done: StudyWeek['parts'] = [];
  let left = hours;
  for (const part of open) {
    const taken = Math.min(part.hours, left);
    if (taken <= 1e-9) continue;
    part.hours -= taken;
    left -= taken;
    if (tenth(taken) > 0) done.push({ domain: part.domain, name: part.name, hours: tenth(taken) });
  }
  return {
    from: dateOfDay(from),
    to: dateOfDay(to),
    hours: tenth(done.reduce((sum, part) => sum + part.hours, 0)),
    parts: done,
  };
};
