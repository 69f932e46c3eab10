import { type Level, untouched, type TopicStatus } from '../shared/values.ts';
import type { Link } from '../shared/model/common.ts';
import type { Topic, TopicState } from '../shared/model/topic.ts';
import { sql, type Db } from './sql.ts';

/** A topic as the log and the counters see it: by its number, which survives a change of its id. */
export type TopicRow = {
  readonly number: number;
  readonly id: string;
  readonly skill: number;
  readonly level: Level;
  readonly text: string;
  /** Number of the topic above it; null at the top. */
  readonly parent: number | null;
  /** 1 where it has no live topic below it: only leaves count. */
  readonly leaf: 0 | 1;
  /** 1 where the catalogue took it back or the person removed it: it keeps its state and counts nowhere. */
  readonly retired: 0 | 1;
};

/** The state stands beside its event, since a tick needs it alone, and taking a property out of an object copies it slowly. */
export type StoredState = {
  readonly state: TopicState;
  /** Number of the event that set it; null while nothing was ever set. */
  readonly event: number | null;
};

type StateColumns = {
  status: TopicStatus;
  reason: string | null;
  since: string | null;
  done_on: string | null;
  event: number;
};

const LEAF = (topic: string): string =>
  `NOT EXISTS (SELECT 1 FROM topic c WHERE c.parent = ${topic}.number AND c.retired = 0)`;
const TOPIC = `SELECT number, id, skill, level, text, parent, ${LEAF('topic')} AS leaf, retired FROM topic`;
const BY_ID = `${TOPIC} WHERE id = ? AND retired = 0`;
const BY_NUMBER = `${TOPIC} WHERE number = ?`;

export const findTopic = (db: Db, id: string): TopicRow | undefined =>
  sql<[string], TopicRow>(db, BY_ID).get(id);

export const topicByNumber = (db: Db, number: number): TopicRow | undefined =>
  sql<[number], TopicRow>(db, BY_NUMBER).get(number);

/** Never joined with the topic: on the path of a tick two look-ups by key are cheaper than one join. */
export const readState = (db: Db, topic: number): StoredState => {
  const row = sql<[number], StateColumns>(
    db,
    'SELECT status, reason, since, done_on, event FROM topic_state WHERE topic = ?',
  ).get(topic);
  return row ? stored(row) : neverSet;
};

const neverSet: StoredState = { state: untouched, event: null };

const stored = ({ status, reason, since, done_on: doneOn, event }: StateColumns): StoredState => ({
  state: { status, reason, since, doneOn },
  event,
});

/** `isNew` says that the topic has no state yet; knowing it makes the common case a plain update. */
export const writeState = (db: Db, topic: number, state: TopicState, event: number, isNew: boolean): void => {
  const statement = isNew
    ? 'INSERT INTO topic_state (status, reason, since, done_on, event, topic) VALUES (?, ?, ?, ?, ?, ?)'
    : 'UPDATE topic_state SET status = ?, reason = ?, since = ?, done_on = ?, event = ? WHERE topic = ?';
  sql(db, statement).run(state.status, state.reason, state.since, state.doneOn, event, topic);
};

export type TopicWithState = TopicRow &
  StoredState & {
    readonly depth: number;
    readonly madeBy: number | null;
  };

type JoinedState = { [K in keyof StateColumns]: StateColumns[K] | null };
type JoinedRow = Omit<TopicWithState, keyof StoredState> & JoinedState;

const joined = (row: JoinedState): StoredState =>
  row.status === null ? neverSet : stored(row as StateColumns);

const STATE = 's.status, s.reason, s.since, s.done_on, s.event';
const JOINED = `SELECT t.number, t.id, t.skill, t.level, t.text, t.parent, ${LEAF('t')} AS leaf, t.retired, t.depth,
    t.made_by AS madeBy, ${STATE} FROM topic t LEFT JOIN topic_state s ON s.topic = t.number`;
const ORDER = 'ORDER BY t.level, t.position, t.number';

/** Named one by one: to take the columns of the state out with a rest is six times as slow, 30 ms for 20,000 topics. */
const withState = (row: JoinedRow): TopicWithState => {
  const { number, id, skill, level, text, parent, leaf, retired, depth, madeBy } = row;
  const { state, event } = joined(row);
  return { number, id, skill, level, text, parent, leaf, retired, depth, madeBy, state, event };
};

/** Every topic of a skill by level, then in order. */
export const topicsOfSkill = (db: Db, skill: number): TopicWithState[] =>
  sql<[number], JoinedRow>(db, `${JOINED} WHERE t.skill = ? AND t.retired = 0 ${ORDER}`)
    .all(skill)
    .map(withState);

/** Everything below a topic, however deep. */
export const topicsBelow = (db: Db, topic: number): TopicWithState[] =>
  sql<[number], JoinedRow>(
    db,
    `WITH RECURSIVE below (number) AS (
       SELECT number FROM topic WHERE parent = ? AND retired = 0
       UNION ALL SELECT t.number FROM topic t JOIN below ON t.parent = below.number WHERE t.retired = 0)
     ${JOINED} WHERE t.number IN below ${ORDER}`,
  )
    .all(topic)
    .map(withState);

/** The links of a topic as its row keeps them: null for none. */
export const linksColumn = (links: readonly Link[]): string | null =>
  links.length === 0 ? null : JSON.stringify(links);
export const linksOf = (column: string | null): Link[] =>
  column === null ? [] : (JSON.parse(column) as Link[]);

type ListedRow = JoinedRow & {
  skill_id: string;
  parent_id: string | null;
  origin: 'catalogue' | 'user';
  markdown: string | null;
  links: string | null;
  noted: 0 | 1;
};

/** A topic as it is listed, but for the counts of its leaves. `number` is its own. */
export type ListedTopic = Omit<Topic, 'leaves'> & { readonly number: number; readonly isLeaf: boolean };

const SHOWN = `coalesce(s.status, 'todo') <> 'skipped'`;
const SKIPPED = `s.status = 'skipped'`;

/** A page of the topics of a skill that are skipped, or of those that are not. */
export const pageOfTopics = (
  db: Db,
  skill: number,
  page: { readonly skipped: boolean; readonly offset: number; readonly limit: number },
): ListedTopic[] =>
  sql<[number, number, number], ListedRow>(
    db,
    `SELECT t.number, t.id, t.skill, t.level, t.text, t.parent, ${LEAF('t')} AS leaf, t.retired, t.depth,
       t.made_by AS madeBy, ${STATE}, k.id AS skill_id, p.id AS parent_id, t.origin, t.markdown, t.links,
       EXISTS (SELECT 1 FROM note n WHERE n.id = 'topic:' || t.number AND n.retired = 0) AS noted
     FROM topic t JOIN skill k ON k.number = t.skill LEFT JOIN topic_state s ON s.topic = t.number
       LEFT JOIN topic p ON p.number = t.parent
     WHERE t.skill = ? AND t.retired = 0 AND ${page.skipped ? SKIPPED : SHOWN} ${ORDER} LIMIT ? OFFSET ?`,
  )
    .all(skill, page.limit, page.offset)
    .map((row) => ({
      number: row.number,
      isLeaf: row.leaf === 1,
      id: row.id,
      skill: row.skill_id,
      level: row.level,
      text: row.text,
      markdown: row.markdown,
      links: linksOf(row.links),
      state: joined(row).state,
      parent: row.parent_id,
      depth: row.depth,
      own: row.origin === 'user',
      hasNote: row.noted === 1,
    }));

/** Ids of a run of the topics of a skill that are not skipped. */
export const listedIds = (db: Db, skill: number, offset: number, limit: number): string[] =>
  sql<[number, number, number], { id: string }>(
    db,
    `SELECT t.id FROM topic t LEFT JOIN topic_state s ON s.topic = t.number
     WHERE t.skill = ? AND t.retired = 0 AND ${SHOWN} ${ORDER} LIMIT ? OFFSET ?`,
  )
    .all(skill, limit, offset)
    .map(({ id }) => id);

/** How many topics of its level are listed before this one: among the skipped ones where it is skipped. */
export const listedBefore = (db: Db, { number, skill, level }: TopicRow, skipped: boolean): number =>
  sql<[number, Level, number], { n: number }>(
    db,
    `SELECT count(*) AS n FROM topic t LEFT JOIN topic_state s ON s.topic = t.number
     WHERE t.skill = ? AND t.level = ? AND t.retired = 0 AND ${skipped ? SKIPPED : SHOWN}
       AND (t.position, t.number) < (SELECT position, number FROM topic WHERE number = ?)`,
  ).get(skill, level, number)!.n;

/** How many topics of a skill are listed at each level, and how many are skipped. */
export const listedCounts = (
  db: Db,
  skill: number,
): readonly { readonly level: Level; readonly shown: number; readonly skipped: number }[] =>
  sql<[number], { level: Level; shown: number; skipped: number }>(
    db,
    `SELECT t.level, sum(${SHOWN}) AS shown, coalesce(sum(${SKIPPED}), 0) AS skipped
     FROM topic t LEFT JOIN topic_state s ON s.topic = t.number
     WHERE t.skill = ? AND t.retired = 0 GROUP BY t.level ORDER BY t.level`,
  ).all(skill);

/** The leaves up to `level` that are still open, in order. */
export const openTopics = (db: Db, skill: number, level: Level): TopicWithState[] =>
  topicsOfSkill(db, skill).filter(
    (topic) =>
      topic.leaf === 1 &&
      topic.level <= level &&
      (topic.state.status === 'todo' || topic.state.status === 'learning'),
  );

/** A topic of the skill is being learned. From the topics to their states: there is no index on the states. */
export const isSkillInHand = (db: Db, skill: number): boolean =>
  sql<[number], 1>(
    db,
    `SELECT 1 FROM topic t CROSS JOIN topic_state s ON s.topic = t.number
     WHERE t.skill = ? AND t.retired = 0 AND s.status = 'learning' LIMIT 1`,
  ).get(skill) !== undefined;

export type SkillTopic = {
  readonly skill: number;
  readonly level: Level;
  readonly status: TopicStatus;
  readonly doneOn: string | null;
};

const TALLIED = `SELECT t.skill, t.level, coalesce(s.status, 'todo') AS status, s.done_on AS doneOn
   FROM topic t LEFT JOIN topic_state s ON s.topic = t.number WHERE t.retired = 0 AND ${LEAF('t')}`;

/** Every leaf with its status, skill by skill: for a full count. */
export const allTalliedTopics = (db: Db): IterableIterator<SkillTopic> =>
  sql<[], SkillTopic>(db, `${TALLIED} ORDER BY t.skill, t.level`).iterate();

/** The leaves of one skill with their status. */
export const talliedTopicsOf = (db: Db, skill: number): SkillTopic[] =>
  sql<[number], SkillTopic>(db, `${TALLIED} AND t.skill = ?`).all(skill);

/** The leaves of these skills with their status. */
export const talliedTopicsOfMany = (db: Db, skills: readonly number[]): SkillTopic[] =>
  sql<[string], SkillTopic>(db, `${TALLIED} AND t.skill IN (SELECT value FROM json_each(?))`).all(
    JSON.stringify(skills),
  );

/** Numbers of the skills that have at least one topic of a status. */
export const skillsWithStatus = (db: Db, status: TopicStatus): Set<number> =>
  new Set(
    sql<[TopicStatus], { skill: number }>(
      db,
      `SELECT DISTINCT t.skill FROM topic t LEFT JOIN topic_state s ON s.topic = t.number
       WHERE t.retired = 0 AND coalesce(s.status, 'todo') = ?`,
    )
      .all(status)
      .map(({ skill }) => skill),
  );

/**
 * The skill of each live topic, by the topic's number; -1 for a number that is none. Topics of a skill mostly have numbers
 * in a row, and a row of them is read as one.
 */
export const skillsOfTopics = (db: Db): Int32Array => {
  type Span = readonly [skill: number, first: number, last: number, count: number];
  const spans = db
    .prepare<[], Span>(
      'SELECT skill, min(number), max(number), count(*) FROM topic WHERE retired = 0 GROUP BY skill',
    )
    .raw()
    .all();
  const numbersOf = db
    .prepare<[number], number>('SELECT number FROM topic WHERE skill = ? AND retired = 0')
    .pluck();
  const skills = new Int32Array(1 + spans.reduce((top, [, , last]) => Math.max(top, last), 0)).fill(-1);
  for (const [skill, first, last, count] of spans) {
    if (last - first + 1 === count) skills.fill(skill, first, last + 1);
    else for (const number of numbersOf.all(skill)) skills[number] = skill;
  }
  return skills;
};

/** Topics that have a live topic below them. */
export const parentTopics = (db: Db): ReadonlySet<number> =>
  new Set(
    db
      .prepare<[], number>('SELECT DISTINCT parent FROM topic WHERE parent IS NOT NULL AND retired = 0')
      .pluck()
      .all(),
  );

/** Topics that are done or up for revision, with the day on which they were set to done. */
export const knownTopics = (db: Db): (readonly [topic: number, doneOn: string])[] =>
  db
    .prepare<[], readonly [number, string]>(
      'SELECT topic, done_on FROM topic_state WHERE done_on IS NOT NULL',
    )
    .raw()
    .all();
