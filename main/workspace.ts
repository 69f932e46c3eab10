import { listMemberChoices } from '../data/member-choices.ts';
import {
  listEntryNeeds,
  listGroups,
  listRequirements,
  listRoles,
  type GroupRecord,
  type NeedRecord,
  type RoleRecord,
} from '../data/roles.ts';
import { findSkill, skillByNumber, type SkillRecord } from '../data/skills.ts';
import type { Db } from '../data/sql.ts';
import {
  findTopic,
  readState,
  topicByNumber,
  writeState,
  type StoredState,
  type TopicRow,
} from '../data/topics.ts';
import { listTargets } from '../data/targets.ts';
import type { RoleFigures } from '../shared/model/figures.ts';
import type { Target } from '../shared/model/role.ts';
import type { TopicState } from '../shared/model/topic.ts';
import { AppError } from '../shared/reply.ts';
import { membersOf } from '../shared/rules/choices.ts';
import type { Knowledge, Need, RoleModel } from '../shared/rules/readiness.ts';
import type { SkillTally } from '../shared/rules/tally.ts';
import { createCalendar, type Moment } from './calendar.ts';
import type { Clock } from './clock.ts';
import { openCounters, type Counters } from './counters.ts';
import { openHistory, type HistoryStack } from './history-stack.ts';
import { openReadinessCache, type ReadinessCache } from './readiness-cache.ts';
import { openRecentRequests, type RecentRequests } from './recent-requests.ts';
import { openWeek, type Week } from './week.ts';

/**
 * What the core keeps in memory beside the file: the counts, the roles as the rules read them, the person's targets and
 * choices, and the tops of the history. All of it can be read from the file again; after a failed command it is.
 */
export type Workspace = {
  readonly db: Db;
  readonly moment: () => Moment;
  readonly counters: Counters;
  readonly history: HistoryStack;
  readonly requests: RecentRequests;
  readonly week: Week;
  readonly roles: readonly RoleRecord[];
  readonly groups: ReadonlyMap<string, GroupRecord>;
  readonly targets: () => readonly Target[];
  readonly fixed: () => ReadonlyMap<string, string>;
  readonly model: (role: string) => RoleModel;
  /** Reads targets and choices again, after a command changed them. */
  readonly refresh: () => void;
  /** By id; throws `not_found` for a skill that does not exist. */
  readonly skill: (id: string) => SkillRecord;
  readonly skillByNumber: (number: number) => SkillRecord;
  /** By id; throws `not_found` for a topic that does not exist. */
  readonly topic: (id: string) => TopicRow;
  readonly topicByNumber: (number: number) => TopicRow;
  /** The state of a topic, by its number. */
  readonly state: (topic: number) => StoredState;
  readonly putState: (topic: number, state: TopicState, event: number) => void;
  /** Puts a skill's new counts in place of the old ones. */
  readonly count: (skill: number, tally: SkillTally) => void;
  readonly knowledge: () => Knowledge;
  /** The three figures of every role, or of the roles in which one of `skills` stands. */
  readonly figures: (skills?: readonly string[]) => RoleFigures[];
};

const TOPICS_IN_HAND = 1_000;

export const openWorkspace = (db: Db, clock: Clock): Workspace => {
  const moment = createCalendar(clock);
  const counters = openCounters(db);
  const roles = listRoles(db);
  const groups = new Map(listGroups(db).map((group) => [group.id, group]));
  const requirements = Map.groupBy(listRequirements(db), ({ role }) => role);
  const entries = Map.groupBy(listEntryNeeds(db), ({ role }) => role);
  const skills = new Map<string, SkillRecord>();
  const skillsByNumber = new Map<number, SkillRecord>();

  let targets: readonly Target[] = [];
  let fixed: ReadonlyMap<string, string> = new Map();
  let models: ReadonlyMap<string, RoleModel> = new Map();
  let readiness: ReadinessCache = openReadinessCache([]);

  const need = ({ skill, group, level }: NeedRecord): Need =>
    group === null
      ? { group, members: [skill!], level }
      : { group, members: membersOf(groups.get(group)!, fixed), level };
  const refresh = (): void => {
    // A role that the catalogue took back keeps its place in the file, and is shown nowhere.
    targets = listTargets(db).filter(({ role }) => roles.some(({ id }) => id === role));
    fixed = listMemberChoices(db);
    models = new Map(
      roles.map(({ id }) => [
        id,
        {
          role: id,
          requirements: (requirements.get(id) ?? []).map((line) => ({
            ...need(line),
            weight: line.weight,
            stage: line.stage,
          })),
          entry: (entries.get(id) ?? []).map(need),
        },
      ]),
    );
    readiness = openReadinessCache([...models.values()]);
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
  // Topics in hand are looked up once, not at every step of a command and not again at the next tick.
  const topics = new Map<number, TopicRow>();
  const topicsById = new Map<string, TopicRow>();
  const states = new Map<number, StoredState>();
  const inHand = (row: TopicRow | undefined): TopicRow => {
    if (!row) throw new AppError('not_found', 'This topic does not exist any more.');
    if (topics.size >= TOPICS_IN_HAND) {
      topics.clear();
      topicsById.clear();
      states.clear();
    }
    topics.set(row.number, row);
    topicsById.set(row.id, row);
    return row;
  };
  const state = (topic: number): StoredState => {
    let stored = states.get(topic);
    if (!stored) {
      stored = readState(db, topic);
      if (topics.has(topic)) states.set(topic, stored);
    }
    return stored;
  };
  const model = (role: string): RoleModel => {
    const found = models.get(role);
    if (!found) throw new AppError('not_found', 'This role does not exist any more.');
    return found;
  };
  const tally = (id: string): SkillTally => counters.tally(skill(id).number);
  const halfLifeMonths = (id: string): number => skill(id).halfLifeMonths;
  // Nothing can show evidence yet: projects, certifications and experience will.
  const evidence = (): 0 => 0;
  const knowledge = (): Knowledge => ({ tally, halfLifeMonths, evidence, today: moment().day });
  const week = openWeek(db, counters);

  return {
    db,
    moment,
    counters,
    history: openHistory(db),
    requests: openRecentRequests(db),
    week,
    roles,
    groups,
    targets: () => targets,
    fixed: () => fixed,
    model,
    refresh,
    skill,
    skillByNumber: bySkillNumber,
    topic: (id) => topicsById.get(id) ?? inHand(findTopic(db, id)),
    state,
    putState: (topic, next, event) => {
      writeState(db, topic, next, event, state(topic).event === null);
      if (topics.has(topic)) states.set(topic, { ...next, event });
    },
    topicByNumber: (number) => topics.get(number) ?? inHand(topicByNumber(db, number)),
    count: (number, next) => {
      week.keep(number, counters.tally(number));
      counters.put(number, next);
      readiness.touch(bySkillNumber(number).id);
    },
    knowledge,
    figures: (ids) => (ids ? readiness.of(ids, knowledge()) : readiness.all(knowledge())),
  };
};
