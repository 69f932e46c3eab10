import type { ProjectStatus } from '../values.ts';

/** One line of a definition of done, as far as it decides whether a project is finished. */
type Item = { readonly required: boolean; readonly ticked: boolean; readonly reason: string | null };

/** Ticked, or waived with a reason. */
export const isSettled = ({ ticked, reason }: Item): boolean => ticked || reason !== null;

/** Shipped, and every required item ticked or waived: from then on a project shows its skills. */
export const isFinished = (status: ProjectStatus, items: readonly Item[]): boolean =>
  status === 'shipped' && items.every((item) => !item.required || isSettled(item));

/** How many of the required items are settled. */
export const settledOf = (items: readonly Item[]): { readonly done: number; readonly total: number } => {
  const required = items.filter((item) => item.required);
  return { done: required.filter(isSettled).length, total: required.length };
};

type Placed = { readonly id: string; readonly place: number };

/**
 * Places for a project that goes before `before` in a column, or to its end; `column` is in order and without the project.
 * Gives a place for the project alone, as long as there is room between its neighbours, else for all.
 */
export const placesAfterMove = (
  column: readonly Placed[],
  id: string,
  before: string | null,
): readonly Placed[] => {
  const at = before === null ? column.length : column.findIndex((other) => other.id === before);
  const index = at < 0 ? column.length : at;
  const above = column[index - 1]?.place;
  const below = column[index]?.place;
  const place =
    above === undefined ? (below ?? 1) - 1 : below === undefined ? above + 1 : (above + below) / 2;
  const fits = (above === undefined || place > above) && (below === undefined || place < below);
  if (fits) return [{ id, place }];
  const order = [...column.slice(0, index), { id, place: 0 }, ...column.slice(index)];
  return order.map((other, position) => ({ id: other.id, place: position }));
};

/** What is wrong with two days of a project, both local dates or null; null where nothing is. */
export const faultOfDays = (
  startedOn: string | null,
  finishedOn: string | null,
  today: string,
): 'reversed' | 'future' | null => {
  if (finishedOn !== null && finishedOn > today) return 'future';
  return startedOn !== null && finishedOn !== null && finishedOn < startedOn ? 'reversed' : null;
};

/** What is wrong with two months ("2026-11"); without an end it goes on. Null where nothing is. */
export const faultOfMonths = (
  started: string,
  ended: string | null,
  today: string,
): 'reversed' | 'future' | null => {
  const now = today.slice(0, 7);
  if (started > now || (ended !== null && ended > now)) return 'future';
  return ended !== null && ended < started ? 'reversed' : null;
};
