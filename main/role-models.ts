import { listMemberChoices } from '../data/member-choices.ts';
import { listOwnGroups, listOwnRoles, type OwnRoleRecord } from '../data/own-roles.ts';
import { currentId } from '../data/renamed.ts';
import {
  listEntryNeeds,
  listGroups,
  listRequirements,
  listRoles,
  type GroupRecord,
  type NeedRecord,
  type RoleRecord,
} from '../data/roles.ts';
import { liveSkillIds } from '../data/skills.ts';
import type { Db } from '../data/sql.ts';
import { listTargets } from '../data/targets.ts';
import type { NeedRef, RoleLine } from '../shared/model/own.ts';
import type { Target } from '../shared/model/role.ts';
import { membersOf } from '../shared/rules/choices.ts';
import { composeRole, keyOfNeed, type BaseLine } from '../shared/rules/own-role.ts';
import type { Need, RoleModel } from '../shared/rules/readiness.ts';
import type { Level } from '../shared/values.ts';

/** A role as it is shown and read by the rules, whether the catalogue's or the person's own. */
export type Role = RoleRecord & {
  /** The person's own difference to `base`; null for a role of the catalogue. */
  readonly own: { readonly base: string | null; readonly changes: readonly RoleLine[] } | null;
  readonly lines: readonly BaseLine[];
  /** The entry list in its own order. */
  readonly entry: readonly EntryLine[];
};

type EntryLine = { readonly need: NeedRef; readonly level: Level };

export type Group = GroupRecord & { readonly own: boolean };

/** The roles with their requirements, the groups, and what the person chose of both. */
export type RoleModels = {
  readonly roles: readonly Role[];
  readonly groups: ReadonlyMap<string, Group>;
  readonly targets: readonly Target[];
  readonly fixed: ReadonlyMap<string, string>;
  readonly models: ReadonlyMap<string, RoleModel>;
};

export const loadRoleModels = (db: Db): RoleModels => {
  const groups = loadGroups(db);
  const catalogue = loadCatalogueRoles(db);
  const skills = liveSkillIds(db);
  const exists = ({ kind, id }: NeedRef): boolean =>
    kind === 'skill' ? skills.has(id) : (groups.get(id)?.members.length ?? 0) > 0;
  const roles = [...catalogue, ...listOwnRoles(db).map((own) => ownRole(db, own, catalogue, exists))];
  const fixed = listMemberChoices(db);
  const need = ({ kind, id }: NeedRef): Omit<Need, 'level'> =>
    kind === 'skill'
      ? { group: null, members: [id] }
      : { group: id, members: membersOf(groups.get(id)!, fixed) };
  const models = roles.map(({ id, lines, entry }): [string, RoleModel] => [
    id,
    {
      role: id,
      requirements: lines.map(({ need: ref, level, weight, stage }) => ({
        ...need(ref),
        level,
        weight,
        stage,
      })),
      entry: entry.map(({ need: ref, level }) => ({ ...need(ref), level })),
    },
  ]);
  return {
    roles,
    groups,
    // A role that is not there any more keeps its place in the file, and is shown nowhere.
    targets: listTargets(db).filter(({ role }) => roles.some(({ id }) => id === role)),
    fixed,
    models: new Map(models),
  };
};

const loadGroups = (db: Db): ReadonlyMap<string, Group> => {
  const catalogue = listGroups(db).map((group): Group => ({ ...group, own: false }));
  const own = listOwnGroups(db).map((group): Group => ({ ...group, pairs: new Map(), own: true }));
  return new Map([...catalogue, ...own].map((group) => [group.id, group]));
};

const refOf = ({ skill, group }: NeedRecord): NeedRef =>
  skill === null ? { kind: 'group', id: group! } : { kind: 'skill', id: skill };

const loadCatalogueRoles = (db: Db): readonly Role[] => {
  const requirements = Map.groupBy(listRequirements(db), ({ role }) => role);
  const entries = Map.groupBy(listEntryNeeds(db), ({ role }) => role);
  return listRoles(db).map((role): Role => {
    const entry = (entries.get(role.id) ?? []).map((line) => ({ need: refOf(line), level: line.level }));
    const entryLevels = new Map(entry.map(({ need, level }) => [keyOfNeed(need), level]));
    const lines = (requirements.get(role.id) ?? []).map((line): BaseLine => {
      const need = refOf(line);
      const { level, weight, stage } = line;
      return {
        need,
        level,
        weight,
        stage,
        entry: entryLevels.get(keyOfNeed(need)) ?? null,
      };
    });
    return { ...role, own: null, lines, entry };
  });
};

/** Lines that ask for a skill or group that is not there any more are left out. */
const ownRole = (
  db: Db,
  { id, title, summary, base: baseId, lines: stored }: OwnRoleRecord,
  catalogue: readonly Role[],
  exists: (need: NeedRef) => boolean,
): Role => {
  const current = (need: NeedRef): NeedRef => ({
    kind: need.kind,
    id: currentId(db, need.kind === 'skill' ? 'skill' : 'choice_group', need.id),
  });
  const base = catalogue.find((role) => role.id === baseId);
  const changes = stored
    .map((line) => ({ ...line, need: current(line.need) }))
    .filter(({ need }) => exists(need));
  const lines = composeRole(base?.lines ?? [], changes);
  const entry = lines.flatMap(({ need, entry: level }) => (level === null ? [] : [{ need, level }]));
  return {
    ...(base ?? unknownRole),
    id,
    title,
    summary,
    own: { base: base?.id ?? null, changes },
    lines,
    entry,
  };
};

/** What a role from scratch says of what only the catalogue knows. */
const unknownRole = {
  aliases: [],
  duties: [],
  guides: [],
  demand: '',
  longTerm: '',
  entrySummary: '',
  usualWayIn: '',
};
