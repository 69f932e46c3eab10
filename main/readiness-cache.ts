import type { RoleFigures } from '../shared/model/figures.ts';
import {
  figuresOfSums,
  sharesOf,
  type Knowledge,
  type RoleModel,
  type Sums,
} from '../shared/rules/readiness.ts';

/**
 * The three figures of every role, kept ready for the answer to a tick: it works out only the lines that its skill stands
 * in, and moves the sums by the difference. Every reading of all roles adds all lines up anew, so that nothing drifts.
 */
export type ReadinessCache = {
  readonly all: (knowledge: Knowledge) => RoleFigures[];
  /** Of the roles in which one of `skills` stands. */
  readonly of: (skills: readonly string[], knowledge: Knowledge) => RoleFigures[];
  /** The counts of this skill changed. */
  readonly touch: (skill: string) => void;
};

/** Numbers per line: what it gives and could give in each of the three bars. Side by side, since a tick reads them cold. */
const PER_LINE = 6;

type Role = { readonly model: RoleModel; readonly lines: Float64Array; readonly sums: Float64Array };
type Place = { readonly role: Role; readonly index: number };

export const openReadinessCache = (models: readonly RoleModel[]): ReadinessCache => {
  const roles = models.map((model): Role => ({
    model,
    lines: new Float64Array(model.requirements.length * PER_LINE),
    sums: new Float64Array(PER_LINE),
  }));
  const places = placesOf(roles);
  const touched = new Set<string>();
  let day: number | null = null;

  const workOut = ({ role, index }: Place, knowledge: Knowledge): void => {
    const { covered, proven, fresh } = sharesOf(role.model.requirements[index]!, knowledge);
    const values = [covered.got, covered.of, proven.got, proven.of, fresh.got, fresh.of];
    for (let slot = 0; slot < PER_LINE; slot += 1) {
      const at = index * PER_LINE + slot;
      role.sums[slot]! += values[slot]! - role.lines[at]!;
      role.lines[at] = values[slot]!;
    }
  };
  const catchUp = (knowledge: Knowledge): void => {
    if (day === knowledge.today) {
      for (const skill of touched)
        for (const place of places.get(skill)?.lines ?? []) workOut(place, knowledge);
    } else {
      // Freshness fades with the days: every line counts anew.
      day = knowledge.today;
      for (const role of roles) {
        for (let index = 0; index < role.model.requirements.length; index += 1)
          workOut({ role, index }, knowledge);
      }
    }
    touched.clear();
  };
  return {
    touch: (skill) => void touched.add(skill),
    all: (knowledge) => {
      catchUp(knowledge);
      for (const role of roles) addUp(role);
      return roles.map(figuresOf);
    },
    of: (skills, knowledge) => {
      catchUp(knowledge);
      const [first] = skills;
      if (skills.length === 1) return (places.get(first!)?.roles ?? []).map(figuresOf);
      return [...new Set(skills.flatMap((skill) => places.get(skill)?.roles ?? []))].map(figuresOf);
    },
  };
};

const figuresOf = ({ model, sums }: Role): RoleFigures => ({
  role: model.role,
  ...figuresOfSums(sums as ArrayLike<number> as Sums),
});

const addUp = ({ lines, sums }: Role): void => {
  sums.fill(0);
  for (let at = 0; at < lines.length; at += 1) sums[at % PER_LINE]! += lines[at]!;
};

/** Where each skill stands: its lines, and the roles that they belong to. */
const placesOf = (
  roles: readonly Role[],
): ReadonlyMap<string, { readonly lines: readonly Place[]; readonly roles: readonly Role[] }> => {
  const all = roles.flatMap((role) =>
    role.model.requirements.flatMap(({ members }, index) => members.map((skill) => ({ skill, role, index }))),
  );
  return new Map(
    [...Map.groupBy(all, ({ skill }) => skill)].map(([skill, lines]) => [
      skill,
      { lines, roles: [...new Set(lines.map(({ role }) => role))] },
    ]),
  );
};
