import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Notification } from 'electron';
import type { AheadItem } from '../../shared/model/certification.ts';
import type { CoreClient } from '../core-client.ts';

const FIRST_MS = 20_000;
const EVERY_MS = 30 * 60_000;
/** Keys of what was told; the oldest are forgotten, since their dates are long over. */
const REMEMBERED = 500;

export type ReminderOptions = {
  readonly core: Pick<CoreClient, 'call'>;
  /** Where it is remembered what was told, so that nothing is told twice. */
  readonly stateFile: string;
  /** The person clicked one. */
  readonly onClick: () => void;
};

/** Tells of exams and renewals that are near, once each as they come near and once more right before. Gives what stops it. */
export const startReminders = ({ core, stateFile, onClick }: ReminderOptions): (() => void) => {
  /** Where nothing can be written, nothing is told twice in this run at least. */
  let toldNow: readonly string[] = [];
  const look = async (): Promise<void> => {
    if (!Notification.isSupported()) return;
    const shell = await core.call('app.read', {});
    // Dates of the sample data are nobody's.
    if (!shell.ok || (shell.value as { sample: boolean }).sample) return;
    const ahead = await core.call('certifications.ahead', {});
    if (!ahead.ok) return;
    const told = [...readTold(stateFile), ...toldNow];
    const fresh = (ahead.value as { items: readonly AheadItem[] }).items.filter(
      (item) => item.due && !told.includes(keyOf(item)),
    );
    if (fresh.length === 0) return;
    toldNow = [...toldNow, ...fresh.map(keyOf)];
    writeTold(stateFile, [...new Set([...told, ...toldNow])]);
    for (const item of fresh) {
      const notification = new Notification({ title: item.title, body: bodyOf(item) });
      notification.on('click', onClick);
      notification.show();
    }
  };
  const first = setTimeout(() => void look(), FIRST_MS);
  const timer = setInterval(() => void look(), EVERY_MS);
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
};

/** What is near is told of once more when it is close. */
const CLOSE_DAYS = { exam: 1, renewal: 7, expired: -1, result: -1 } as const;
const keyOf = ({ key, kind, daysLeft }: AheadItem): string =>
  kind !== 'expired' && kind !== 'result' && daysLeft <= CLOSE_DAYS[kind] ? `${key} close` : key;

const inDays = (days: number): string => {
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
};

const bodyOf = ({ kind, daysLeft, exam }: AheadItem): string => {
  const time = exam?.local.slice(11) ?? '';
  switch (kind) {
    case 'exam':
      return `The exam is ${inDays(daysLeft)}${time === '' ? '' : `, at ${time} (${exam!.zone})`}.`;
    case 'renewal':
      return `It ends ${inDays(daysLeft)}. Its renewal is due.`;
    case 'expired':
      return 'It has expired.';
    case 'result':
      return 'The exam is over. How did it go?';
  }
};

/** A file that cannot be read is as good as none: then something is told twice. */
const readTold = (file: string): readonly string[] => {
  try {
    const told: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(told) ? told.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
};

const writeTold = (file: string, told: readonly string[]): void => {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(told.slice(-REMEMBERED)));
    renameSync(`${file}.new`, file);
  } catch {
    // A disk that takes nothing is told of where something is saved.
  }
};
