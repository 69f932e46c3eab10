import type { Backup } from '../../shared/model/backup.ts';
import { localToday } from '../clock.ts';
import { shortDate } from '../format.ts';
import { dateOfDay, epochDay } from '../../shared/rules/days.ts';
import { t } from '../words.ts';

type Named = Pick<Backup, 'name' | 'at' | 'localDate' | 'localTime'>;

/** "09:12"; with seconds where another of `all` was made in the same minute. */
const timeOf = ({ name, at, localDate, localTime }: Named, all: readonly Named[]): string => {
  const isAlone = all.every(
    (other) => other.name === name || other.localDate !== localDate || other.localTime !== localTime,
  );
  const seconds = String(Math.floor(at / 1_000) % 60).padStart(2, '0');
  return isAlone ? localTime! : `${localTime}:${seconds}`;
};

const named = (backup: Named, all: readonly Named[], words: 'copies' | 'copies.within'): string => {
  const { name, localDate, localTime } = backup;
  if (localDate === null || localTime === null) return t(`${words}.undated`, { name });
  const today = localToday();
  const time = timeOf(backup, all);
  if (localDate === today) return t(`${words}.today`, { time });
  if (localDate === dateOfDay(epochDay(today) - 1)) return t(`${words}.yesterday`, { time });
  return t(`${words}.day`, { date: shortDate(localDate, today), time });
};

/** "Today, 09:12", by the date and time where the person was when it was made; told apart from the others of `all`. */
export const copyName = (backup: Named, all: readonly Named[]): string => named(backup, all, 'copies');

/** The same within a sentence: "today at 09:12". */
export const copyWithin = (backup: Named, all: readonly Named[]): string =>
  named(backup, all, 'copies.within');

/** A moment within a sentence: "today at 09:12". */
export const momentWithin = (moment: Omit<Named, 'name'>): string =>
  named({ name: '', ...moment }, [], 'copies.within');

const MEGABYTE = 1_000_000;

/** Bytes as "2.4 MB" or "96 KB". */
export const sizeWords = (bytes: number): string =>
  bytes >= MEGABYTE
    ? t('copies.bytes', { size: (bytes / MEGABYTE).toFixed(1) })
    : t('copies.kilobytes', { size: Math.ceil(bytes / 1_000) });

/** Why it was made and its size. */
export const aboutCopy = ({ reason, size }: Backup): string[] => [
  ...(reason === null ? [] : [t(`copies.reason.${reason}`)]),
  sizeWords(size),
];
