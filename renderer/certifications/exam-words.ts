import type { ExamDate } from '../../shared/model/certification-plan.ts';
import { fullDate, longDay } from '../format.ts';
import { t } from '../words.ts';

/** The zone that the computer is in. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Names of all zones, to choose from. */
export const zones = (): readonly string[] => Intl.supportedValuesOf('timeZone');

/** "3 Dec 2026, 09:00 (Europe/Berlin)"; the day alone where no time is known. */
export const examAt = ({ local, zone }: Pick<ExamDate, 'local' | 'zone'>): string => {
  const date = fullDate(local.slice(0, 10));
  return local.includes('T') ? t('cert.examAt', { date, time: local.slice(11), zone }) : date;
};

/** "Thursday 3 December 2026", with its time. */
export const examDay = ({ local }: Pick<ExamDate, 'local'>): string => {
  const day = `${longDay(local.slice(0, 10))} ${local.slice(0, 4)}`;
  return local.includes('T') ? `${day}, ${local.slice(11)}` : day;
};

export const daysLeft = (days: number): string => {
  if (days === 0) return t('cert.today');
  return days > 0 ? t('cert.days', { count: days }) : t('cert.overSince', { count: -days });
};

/** A score in percent as it was given, to the tenth where it was worked out: "57.5 %". */
export const scoreText = (value: number): string =>
  t('figure.percent', { value: Math.round(10 * value) / 10 });

/** Whether the clocks of a zone show this time twice that night. */
export const comesTwice = (local: string, zone: string): boolean => {
  try {
    const time = Temporal.PlainDateTime.from(local);
    const first = time.toZonedDateTime(zone, { disambiguation: 'earlier' });
    const second = time.toZonedDateTime(zone, { disambiguation: 'later' });
    return !first.equals(second) && second.toPlainDateTime().equals(time);
  } catch {
    // Typed in part, or a zone that does not exist: the core says so when it is saved.
    return false;
  }
};
