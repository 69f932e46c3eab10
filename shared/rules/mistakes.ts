export type Operator = '<' | '<=' | '>' | '>=' | '==';
export type Condition = { readonly metric: string; readonly op: Operator; readonly value: number };

/** When a warning holds: every condition of `all`, and at least one of `any` where there is one. */
export type When = { readonly all: readonly Condition[]; readonly any?: readonly Condition[] | undefined };

/** What is known of the person, by metric; one that cannot be known is left out. */
export type Facts = Readonly<Record<string, number>>;

/** A condition that holds, with the figure that it holds for. */
export type Met = Condition & { readonly actual: number };

const compare: Readonly<Record<Operator, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
};

const meet = (condition: Condition, facts: Facts): Met | null => {
  const actual = facts[condition.metric];
  return actual !== undefined && compare[condition.op](actual, condition.value)
    ? { ...condition, actual }
    : null;
};

/** The conditions that a warning stands on; null where it does not hold. What is not known never warns. */
export const warningOf = ({ all, any }: When, facts: Facts): readonly Met[] | null => {
  const met = all.map((condition) => meet(condition, facts));
  if (met.includes(null)) return null;
  const either = (any ?? []).map((condition) => meet(condition, facts)).filter((found) => found !== null);
  if (any && either.length === 0) return null;
  return [...met.filter((found) => found !== null), ...either];
};
