import type { Level, ProjectKind } from '../../shared/values.ts';

/** Whose portfolio it is; both texts may be empty. `today` is the local date on which it was made. */
export type PortfolioHead = { readonly name: string; readonly headline: string; readonly today: string };

export const levelNames: Readonly<Record<Level, string>> = {
  1: 'aware',
  2: 'working',
  3: 'proficient',
  4: 'expert',
};

export const kindNames: Readonly<Record<ProjectKind, string>> = {
  personal: 'Personal project',
  course: 'Course project',
  'open-source': 'Open source',
  client: 'Client work',
  work: 'Work',
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Nov 2026", of a day or a month. */
export const monthName = (date: string): string =>
  `${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

/** "Sep 2026 to Nov 2026", one month alone where both are the same, "Sep 2026 to now" without an end. */
export const span = (from: string | null, to: string | null): string => {
  const end = to === null ? 'now' : monthName(to);
  return from === null || monthName(from) === end ? end : `${monthName(from)} to ${end}`;
};

export const AREAS = [
  ['work', 'Experience'],
  ['education', 'Education'],
] as const;
