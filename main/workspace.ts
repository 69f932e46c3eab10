import type { RowTable } from '../data/rows.ts';
import {
  allSkills,
  fadingSkills,
  findSkill,
  skillByNumber,
  type Fading,
  type SkillRecord,
} from '../data/skills.ts';
import type { Db } from '../data/sql.ts';
import type { RoleFigures } from '../shared/model/figures.ts';
import type { Target } from '../shared/model/role.ts';
import { AppError } from '../shared/reply.ts';
import type { Knowledge, RoleModel } from '../shared/rules/readiness.ts';
import type { SkillTally } from '../shared/rules/tally.ts';
import { createCalendar, type Moment } from './calendar.ts';
import type { Clock } from './clock.ts';
import { countSkills, openCounters, type Counters } from './counters.ts';
import { openHistory, type HistoryStack } from './history-stack.ts';
import { openOutline, type Outline } from './outline.ts';
import { openPractice, type Practice } from './practice.ts';
import { openReadinessCache, type ReadinessCache } from './readiness-cache.ts';
import { openRecentRequests, type RecentRequests } from './recent-requests.ts';
import { loadRoleModels, type Group, type Role, type RoleModels } from './role-models.ts';
import { openTopicsInHand, type TopicsInHand } from './topics-in-hand.ts';
import { openJournal, type Journal } from './past/journal.ts';
import { openWeek, type Week } from './week.ts';

/** Tables of which no figure and no requirement is made. */
const BESIDE_ROLES: ReadonlySet<RowTable> = new Set<RowTable>([
  'note',
  'resource',
  'chooser_run',
  'step_rest',
  'warning_dismissal',
  'routine',
  'certification_own',
  'certification_plan',
  'objective',
  'exam_result',
  'project_picture',
  'saved_filter',
  'portfolio',
]);

/**
 * What the core keeps in memory beside the file: the counts, the roles as the rules read them, the person's targets and
 * choices, and the tops of the history. All of it can be read from the file again; after a failed command it is.
 */
export type Workspace = Omit<TopicsInHand, 'drop'> & {
  readonly db: Db;
  readonly moment: () => Moment;
  readonly counters: Counters;
  readonly history: HistoryStack;
  readonly requests: RecentRequests;
  readonly week: Week;
  readonly journal: Journal;
  readonly outline: Outline;
  readonly practice: Practice;
  readonly roles: () => readonly Role[];
  readonly groups: () => ReadonlyMap<string, Group>;
  readonly targets: () => readonly Target[];
  readonly fixed: () => ReadonlyMap<string, string>;
  readonly model: (role: string) => RoleModel;
  /** Reads roles, groups, targets and choices again, after a command changed them. */
  readonly refresh: () => void;
  /** A row of `table` was written, and the counts of `skills` (by number) may have moved. Settled by `settleContent`. */
  readonly outdate: (table: RowTable, skills: readonly number[]) => void;
  /** Reads again what `outdate` named: once per event, however many rows it wrote. */
  readonly settleContent: () => void;
  /** By id; throws `not_found` for a skill that does not exist. */
  readonly skill: (id: string) => SkillRecord;
  readonly skillByNumber: (number: number) => SkillRecord;
  /** Every skill, hidden ones included, by category and in order. */
  readonly allSkills: () => readonly SkillRecord[];
  /** Every skill that is not hidden, by number: what the reviews ask of all of them. */
  readonly fading: () => ReadonlyMap<number, Fading>;
  /** Puts a skill's new counts in place of the old ones. */
  readonly count: (skill: number, tally: SkillTally) => void;
  readonly knowledge: () => Knowledge;
  /** The three figures of every role, or of the roles in which one of `skills` stands. */
  readonly figures: (skills?: readonly string[]) => RoleFigures[];
};

export const openWorkspace = (db: Db, clock: Clock): Workspace => {
  const moment = createCalendar(clock);
  const counters = openCounters(db);
  const week = openWeek(db, counters);
  const outline = openOutline(db);
  const practice = openPractice(db, () => moment().localDate);
  const hand = openTopicsInHand(db);
  const skills = new Map<string, SkillRecord>();
  const skillsByNumber = new Map<number, SkillRecord>();
  let everySkill: readonly SkillRecord[] | null = null;
  let fading: ReadonlyMap<number, Fading> | null = null;

  let loaded: RoleModels;
  let readiness: ReadinessCache;
  const refresh = (): void => {
    loaded = loadRoleModels(db);
    readiness = openReadinessCache([...loaded.models.values()]);
  };
  refresh();

  const skill = (id: string): SkillRecord => {
    let record = skills.get(id);
    if (!record) {
      record = findSkill(db, id);
      if (!record) throw new AppError('not_found', 'This skill does not exist any more.');
      skills.set(id, record);
    }
    return record;
  };
  const bySkillNumber = (number: number): SkillRecord => {
    let record = skillsByNumber.get(number);
    if (!record) skillsByNumber.set(number, (record = skillByNumber(db, number)!));
    return record;
  };
  const model = (role: string): RoleModel => {
    const found = loaded.models.get(role);
    if (!found) throw new AppError('not_found', 'This role does not exist any more.');
    return found;
  };
  const putTally = (number: number, next: SkillTally): void => {
    week.keep(number, counters.tally(number));
    counters.put(number, next);
  };
  const count = (number: number, next: SkillTally): void => {
    putTally(number, next);
    readiness.touch(bySkillNumber(number).id);
  };

  const outdated = { tables: new Set<RowTable>(), skills: new Set<number>() };
  const isOutdated = (...tables: readonly RowTable[]): boolean =>
    tables.some((table) => outdated.tables.has(table));
  const settleContent = (): void => {
    if (outdated.tables.size === 0) return;
    if (isOutdated('topic', 'skill', 'skill_own', 'category')) {
      hand.drop();
      outline.clear();
      skills.clear();
      skillsByNumber.clear();
      everySkill = null;
      fading = null;
    }
    // What the roles make of it is worked out anew below.
    for (const [number, tally] of countSkills(db, outdated.skills)) putTally(number, tally);
    if (isOutdated('evidence', 'review', 'credential', 'project', 'project_item', 'experience'))
      practice.drop();
    // Roles read skills and groups; fading and evidence stand in every line.
    if ([...outdated.tables].some((table) => !BESIDE_ROLES.has(table))) refresh();
    if (isOutdated('topic')) week.forget();
    outdated.tables.clear();
    outdated.skills.clear();
  };

  const tally = (id: string): SkillTally => counters.tally(skill(id).number);
  const knowledge = (): Knowledge => ({
    tally,
    practised: (id) => {
      const { number } = skill(id);
      return practice.practised(number, counters.tally(number));
    },
    halfLifeMonths: (id) => skill(id).halfLifeMonths,
    evidence: (id) => practice.evidence(skill(id).number),
    today: moment().day,
  });

  return {
    ...hand,
    db,
    moment,
    counters,
    history: openHistory(db),
    requests: openRecentRequests(db),
    week,
    journal: openJournal(db),
    outline,
    practice,
    roles: () => loaded.roles,
    groups: () => loaded.groups,
    targets: () => loaded.targets,
    fixed: () => loaded.fixed,
    model,
    refresh,
    outdate: (table, numbers) => {
      outdated.tables.add(table);
      for (const number of numbers) outdated.skills.add(number);
    },
    settleContent,
    skill,
    skillByNumber: bySkillNumber,
    allSkills: () => (everySkill ??= allSkills(db)),
    fading: () => (fading ??= fadingSkills(db)),
    count,
    knowledge,
    figures: (ids) => (ids ? readiness.of(ids, knowledge()) : readiness.all(knowledge())),
  };
};
