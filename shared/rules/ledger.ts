import type { Bar } from '../values.ts';
import { sharesOf, type Knowledge, type Pick, type Requirement, type RoleModel } from './readiness.ts';

/** One line of the explanation, in tenths of a percent. Lines add up to the total, `of` to 1000. */
export type PointedLine = {
  readonly requirement: Requirement;
  readonly pick: Pick;
  readonly points: number;
  readonly of: number;
};

/** Guards against a sum like 99.99999999 that is 100 in truth. */
const EPSILON = 1e-9;
const roundedDown = (value: number): number => Math.floor(value + EPSILON);

/** Bounds per number: what it must have at least, and may have at most. */
type Bounds = { readonly least?: readonly number[]; readonly most?: readonly number[] };

/**
 * Whole numbers near `exact` that add up to `total`: each is rounded down, and the largest remainders get the units that
 * are left. Numbers that are 0 stay 0. Falls short of `total` where the bounds leave no room.
 */
export const largestRemainder = (
  exact: readonly number[],
  total: number,
  { least = [], most = [] }: Bounds = {},
): number[] => {
  const bounded = (value: number, index: number): number =>
    Math.max(least[index] ?? 0, Math.min(value, most[index] ?? total));
  const whole = exact.map((value, index) => bounded(roundedDown(value), index));
  let left = total - whole.reduce((sum, value) => sum + value, 0);
  const order = exact
    .map((value, index) => ({ index, remainder: value - whole[index]! }))
    .filter(({ index }) => exact[index]! > 0)
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  while (left > 0) {
    const before = left;
    for (const { index } of order) {
      if (left > 0 && whole[index]! < (most[index] ?? total)) {
        whole[index]! += 1;
        left -= 1;
      }
    }
    if (left === before) break;
  }
  return whole;
};

/**
 * Why a bar is what it is. The total is the exact percentage rounded down to a tenth, so that 100.0 means done. Lines that
 * are met show the same figure twice; to keep that true, they and the open lines are rounded apart.
 */
export const ledgerOf = (
  model: RoleModel,
  knowledge: Knowledge,
  bar: Bar,
): { readonly total: number | null; readonly lines: readonly PointedLine[] } => {
  const shares = model.requirements.map((requirement) => sharesOf(requirement, knowledge)[bar]);
  const sum = shares.reduce((all, share) => all + share.of, 0);
  if (sum === 0) {
    const total = bar === 'fresh' ? null : 1000;
    return { total, lines: shares.map(({ pick }, index) => line(model, index, pick, 0, 0)) };
  }
  const got = shares.map((share) => (1000 * share.got) / sum);
  const of = shares.map((share) => (1000 * share.of) / sum);
  const isMet = shares.map((share) => share.of > 0 && share.got >= share.of);
  const only = (values: readonly number[], met: boolean): number[] =>
    values.map((value, index) => (isMet[index] === met ? value : 0));
  const add = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

  const metTotal = roundedDown(add(only(of, true)));
  const total = roundedDown((1000 * add(shares.map((share) => share.got))) / sum);
  const metOf = largestRemainder(only(of, true), metTotal);
  // Units go to open lines with room first. One that still has to take more pulls its own maximum up with it; there is
  // always enough to give, since every line asks for at least what it has.
  const openGot = only(got, false);
  const room = only(of, false).map(roundedDown);
  const roomy = largestRemainder(openGot, total - metTotal, { most: room });
  const openPoints = largestRemainder(openGot, total - metTotal, {
    least: roomy,
    most: room.map((value) => value + 1),
  });
  const openOf = largestRemainder(only(of, false), 1000 - metTotal, { least: openPoints });
  const lines = shares.map(({ pick }, index) =>
    isMet[index]
      ? line(model, index, pick, metOf[index]!, metOf[index]!)
      : line(model, index, pick, openPoints[index]!, openOf[index]!),
  );
  return { total, lines };
};

const line = (model: RoleModel, index: number, pick: Pick, points: number, of: number): PointedLine => ({
  requirement: model.requirements[index]!,
  pick,
  points,
  of,
});
