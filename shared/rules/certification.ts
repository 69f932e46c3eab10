import type { Domain } from '../model/certification-facts.ts';
import type { CredentialState } from '../model/credential.ts';
import { RENEWAL_DUE_DAYS, type Confidence } from '../values.ts';
import { dateOfDay, epochDay } from './days.ts';

type Weighted = Pick<Domain, 'low' | 'high'>;

const FULL = 4;

/** A weight as one figure: the middle of a range; null where nothing is known. */
const middle = ({ low, high }: Weighted): number | null =>
  low === null && high === null ? null : ((low ?? high)! + (high ?? low)!) / 2;

/** The weights as they were given, added up; null where none is. */
export const weightSum = (domains: readonly Weighted[]): number | null => {
  const known = domains.map(middle).filter((weight) => weight !== null);
  return known.length === 0 ? null : known.reduce((sum, weight) => sum + weight, 0);
};

/**
 * The share of each part, 0 to 1; they add up to 1. Parts without a weight take what the others leave, in equal shares, and
 * weights that add up to something else count in proportion.
 */
export const sharesOf = (domains: readonly Weighted[]): number[] => {
  const weights = domains.map(middle);
  const unknown = weights.filter((weight) => weight === null).length;
  const known = weightSum(domains) ?? 0;
  // Where the others leave nothing, an unknown part counts as much as a known one does on average.
  const average = known > 0 ? known / (weights.length - unknown) : 1;
  const left = unknown > 0 && known < 100 ? (100 - known) / unknown : average;
  const filled = weights.map((weight) => weight ?? left);
  const sum = filled.reduce((total, weight) => total + weight, 0);
  return filled.map((weight) => (sum > 0 ? weight / sum : 1 / filled.length));
};

export type Rated = { readonly share: number; readonly confidence: Confidence | null };

/** Share of the exam that the person is sure of, 0 to 100; a part that is not rated counts as 0. Null while none is rated. */
export const examReadiness = (parts: readonly Rated[]): number | null =>
  parts.every(({ confidence }) => confidence === null)
    ? null
    : 100 * parts.reduce((sum, { share, confidence }) => sum + share * ((confidence ?? 0) / FULL), 0);

/** Points of readiness that full confidence in a part would add. */
export const gainOf = ({ share, confidence }: Rated): number => 100 * share * (1 - (confidence ?? 0) / FULL);

type Practice = {
  readonly takenOn: string;
  readonly score: number | null;
  /** Percent by id of the part. */
  readonly domains: Readonly<Record<string, number>>;
};

/**
 * Percent of the newest practice exam that says something of the whole: its score, or else what all parts make by their share.
 * `newestFirst` holds practice exams alone. Null without one.
 */
export const latestPractice = (
  newestFirst: readonly Practice[],
  parts: readonly { readonly id: string; readonly share: number }[],
): { percent: number; takenOn: string } | null => {
  for (const { takenOn, score, domains } of newestFirst) {
    const isWhole = parts.length > 0 && parts.every(({ id }) => domains[id] !== undefined);
    const percent =
      score ?? (isWhole ? parts.reduce((sum, { id, share }) => sum + share * domains[id]!, 0) : null);
    if (percent !== null) return { percent, takenOn };
  }
  return null;
};

/** The same day some months later; the last day of a month that is too short for it, such as 28 February. */
export const addMonths = (localDate: string, months: number): string => {
  const [year, month, day] = localDate.split('-').map(Number) as [number, number, number];
  const first = month - 1 + months;
  const lastDay = new Date(Date.UTC(year, first + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, first, Math.min(day, lastDay))).toISOString().slice(0, 10);
};

export type Standing = {
  readonly state: CredentialState;
  /** First day on which a renewal is due; null where nothing expires. */
  readonly dueFrom: string | null;
  /** That day is our assumption, since nobody stated from when it can be renewed. */
  readonly dueAssumed: boolean;
  /** Days until it expires; negative once it did. It is valid through its last day. */
  readonly daysLeft: number | null;
};

/** Where a credential stands on a day. `opensDays` is how long before expiry it can be renewed; null where not known. */
export const standingOf = (expiresOn: string | null, opensDays: number | null, today: string): Standing => {
  if (expiresOn === null) return { state: 'lasting', dueFrom: null, dueAssumed: false, daysLeft: null };
  const last = epochDay(expiresOn);
  const due = last - (opensDays ?? RENEWAL_DUE_DAYS);
  const now = epochDay(today);
  const state = now > last ? 'expired' : now >= due ? 'renewal due' : 'valid';
  return { state, dueFrom: dateOfDay(due), dueAssumed: opensDays === null, daysLeft: last - now };
};

type Try = { readonly takenOn: string; readonly outcome: 'passed' | 'failed' | null };

/** The first day on which the exam may be taken again; null without a stated wait, and where the last try did not fail. */
export const retakeFrom = (tries: readonly Try[], waits: readonly number[]): string | null => {
  const known = tries
    .filter(({ outcome }) => outcome !== null)
    .toSorted((a, b) => (a.takenOn < b.takenOn ? -1 : 1));
  const since = known.slice(known.findLastIndex(({ outcome }) => outcome === 'passed') + 1);
  const last = since.at(-1);
  const wait = waits[Math.min(since.length, waits.length) - 1];
  return last === undefined || wait === undefined ? null : dateOfDay(epochDay(last.takenOn) + wait);
};
