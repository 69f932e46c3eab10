import type { Backup } from '../../shared/model/backup.ts';
import { localToday } from '../clock.ts';
import { shortDate } from '../format.ts';
import { dateOfDay, epochDay } from '../../shared/rules/days.ts';
import { t } from '../words.ts';

/** "Today, 09:12", by the date and time where the person was when it was made. */
export const copyName = ({ localDate, localTime }: Pick<Backup, 'localDate' | 'localTime'>): string => {
  if (localDate === null || localTime === null) return t('copies.undated');
  const today = localToday();
  if (localDate === today) return t('copies.today', { time: localTime });
  if (localDate === dateOfDay(epochDay(today) - 1)) return t('copies.yesterday', { time: localTime });
  return t('copies.day', { date: shortDate(localDate, today), time: localTime });
};

const MEGABYTE = 1_000_000;

/** Bytes as "2.4 MB" or "96 KB". */
export const sizeWords = (bytes: number): string =>
  bytes >= MEGABYTE
    ? t('copies.bytes', { size: (bytes / MEGABYTE).toFixed(1) })
    : t('copies.kilobytes', { size: Math.ceil(bytes / 1_000) });
