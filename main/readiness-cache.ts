import { BARS } from '../shared/values.ts';
import type { RoleFigures } from '../shared/model/figures.ts';
import { figuresOfShares, sharesOf, type Knowledge, type RoleModel } from '../shared/rules/readiness.ts';

/**
 * The three figures of every role, kept ready: a tick works out only the lines that its skill stands in, and adds up the
 * rest. Sums are always made anew from the lines, so they never drift from what the rule says.
 */
export type ReadinessCache = {
  /** Of all roles, or of those in which one of `skills` stands. */
  readonly figures: (knowledge: Knowledge, skills?: Iterable<string>) => RoleFigures[];
  /** The counts of this skill changed. */
  readonly touch: (skill: string) => void;
};

/** Per role, one number per line and bar, bars side by side in the order of `BARS`. */
type Lines = { readonly model: RoleModel; readonly got: Float64Array[]; readonly of: Float64Array[] };

export const openReadinessCache = (models: readonly RoleModel[]): ReadinessCache => {
  const roles = models.map((model): Lines => {
    const zeros = (): Float64Array[] => BARS.map(() => new Float64Array(model.requirements.length));
    return { model, got: zeros(), of: zeros() };
  });
  const places = new Map<string, { readonly lines: Lines; readonly index: number }[]>();
  for (const lines of roles) {
    lines.model.requirements.forEach(({ members }, index) => {
      for (const skill of members) places.set(skill, [...(places.get(skill) ?? []), { lines, index }]);
    });
  }

  let day: number | null = null;
  const touched = new Set<string>();
  const workOut = ({ model, got, of }: Lines, index: number, knowledge: Knowledge): void => {
    const shares = sharesOf(model.requirements[index]!, knowledge);
    BARS.forEach((bar, at) => {
      got[at]![index] = shares[bar].got;
      of[at]![index] = shares[bar].of;
    });
  };
  return {
    touch: (skill) => void touched.add(skill),
    figures: (knowledge, skills) => {
      if (day !== knowledge.today) {
        // Freshness fades with the days: every line counts anew.
        day = knowledge.today;
        for (const lines of roles)
          lines.model.requirements.forEach((_, index) => workOut(lines, index, knowledge));
      } else {
        for (const skill of touched) {
          for (const { lines, index } of places.get(skill) ?? []) workOut(lines, index, knowledge);
        }
      }
      touched.clear();
      const asked = skills
        ? new Set([...skills].flatMap((skill) => (places.get(skill) ?? []).map(({ lines }) => lines)))
        : roles;
      return Array.from(asked, ({ model, got, of }) => ({ role: model.role, ...figuresOfShares(got, of) }));
    },
  };
};
