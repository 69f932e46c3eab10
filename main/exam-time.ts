import type { ExamDate, ExamTime } from '../shared/model/certification-plan.ts';
import { AppError } from '../shared/reply.ts';
import { epochDay } from '../shared/rules/days.ts';

/** `2026-12-03` has no time; `2026-12-03T09:00` has one. */
const hasTime = (local: string): boolean => local.includes('T');

/** UTC milliseconds of an exam; null where only its day is known. */
export const examInstant = ({ local, zone, later }: ExamTime): number | null =>
  hasTime(local)
    ? Temporal.PlainDateTime.from(local).toZonedDateTime(zone, {
        disambiguation: later ? 'later' : 'earlier',
      }).epochMilliseconds
    : null;

/** An exam against the present instant. Its days are counted on the calendar of the exam's own zone. */
export const examDateOf = (exam: ExamTime, now: number): ExamDate => {
  const there = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(exam.zone).toPlainDate();
  return {
    ...exam,
    at: examInstant(exam),
    daysLeft: epochDay(exam.local.slice(0, 10)) - epochDay(there.toString()),
  };
};

/**
 * The exam as it is kept. Throws `invalid` for a zone that does not exist and for a time that the clocks skip that night;
 * where a time comes twice, `later` chooses, and it is dropped where it does not.
 */
export const checkedExam = (exam: ExamTime): ExamTime => {
  const day = Temporal.PlainDate.from(exam.local.slice(0, 10));
  const zone = zoneOf(exam.zone, day);
  if (!hasTime(exam.local)) return { ...exam, zone, later: false };
  const typed = Temporal.PlainDateTime.from(exam.local);
  const earlier = typed.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = typed.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!later.toPlainDateTime().equals(typed)) {
    throw new AppError(
      'invalid',
      `There is no ${exam.local.slice(11)} on ${day.toString()} in ${zone}: the clocks go forward past it. Look at the time on your confirmation.`,
    );
  }
  return { ...exam, zone, later: exam.later && !earlier.equals(later) };
};

/** Throws `invalid` for a name that is no zone. */
const zoneOf = (name: string, day: Temporal.PlainDate): string => {
  try {
    return day.toZonedDateTime(name).timeZoneId;
  } catch {
    throw new AppError('invalid', `There is no time zone “${name}”. One is named like Europe/Berlin.`);
  }
};
