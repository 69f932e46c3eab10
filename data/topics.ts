import { type Level, untouched, type TopicStatus } from '../shared/values.ts';
import type { Topic, TopicState } from '../shared/model/topic.ts';
import { sql, type Db } from './sql.ts';

/** A topic as the log and the counters see it: by its number, which survives a change of its id. */
export type TopicRow = {
  readonly number: number;
  readonly id: string;
  readonly skill: number;
  readonly level: Level;
  readonly text: string;
  /** 1 where the catalogue took it back: it keeps its state and counts nowhere. */
  readonly retired: 0 | 1;
};

export type StoredState = TopicState & {
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

const TOPIC = 'SELECT number, id, skill, level, text, retired FROM topic';
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
  if (!row) return { ...untouched, event: null };
  return { status: row.status, reason: row.reason, since: row.since, doneOn: row.done_on, event: row.event };
};

/** `isNew` says that the topic has no state yet; knowing it makes the common case a plain update. */
export const writeState = (db: Db, topic: number, state: TopicState, event: number, isNew: boolean): void => {
  const statement = isNew
    ? 'INSERT INTO topic_state (status, reason, since, done_on, event, topic) VALUES (?, ?, ?, ?, ?, ?)'
    : 'UPDATE topic_state SET status = ?, reason = ?, since = ?, done_on = ?, event = ? WHERE topic = ?';
  sql(db, statement).run(state.status, state.reason, state.since, state.doneOn, event, topic);
};

type JoinedRow = TopicRow & { skill_id: string } & { [K in keyof StateColumns]: StateColumns[K] | null };

const stateOf = (row: JoinedRow): StoredState =>
  row.status === null
    ? { ...untouched, event: null }
    : { status: row.status, reason: row.reason, since: row.since, doneOn: row.done_on, event: row.event };

const JOINED = `SELECT t.number, t.id, t.skill, t.level, t.text, t.retired, k.id AS skill_id,
    s.status, s.reason, s.since, s.done_on, s.event
  FROM topic t JOIN skill k ON k.number = t.skill LEFT JOIN topic_state s ON s.topic = t.number
  WHERE t.skill = ? AND t.retired = 0`;
const ORDER = 'ORDER BY t.level, t.position';

export type TopicWithState = TopicRow & { readonly state: StoredState };

/** Every topic of a skill by level, then in the order of the file. */
export const topicsOfSkill = (db: Db, skill: number): TopicWithState[] =>
  sql<[number], JoinedRow>(db, `${JOINED} ${ORDER}`)
    .all(skill)
    .map((row) => ({
      number: row.number,
      id: row.id,
      skill: row.skill,
      level: row.level,
      text: row.text,
      retired: row.retired,
      state: stateOf(row),
    }));

export const pageOfTopics = (db: Db, skill: number, offset: number, limit: number): Topic[] =>
  sql<[number, number, number], JoinedRow>(db, `${JOINED} ${ORDER} LIMIT ? OFFSET ?`)
    .all(skill, limit, offset)
    .map((row) => {
      const { event: _, ...state } = stateOf(row);
      return { id: row.id, skill: row.skill_id, level: row.level, text: row.text, state };
    });

/** The first topic up to `level` that is still open: one begun before one untouched. */
export const firstOpenTopic = (db: Db, skill: number, level: Level): TopicWithState | undefined => {
  const open = topicsOfSkill(db, skill).filter(
    (topic) => topic.level <= level && (topic.state.status === 'todo' || topic.state.status === 'learning'),
  );
  return open.find((topic) => topic.state.status === 'learning') ?? open[0];
};

export type SkillTopic = {
  readonly skill: number;
  readonly level: Level;
  readonly status: TopicStatus;
  readonly doneOn: string | null;
};

/** Every topic with its status, skill by skill: for a full count. */
export const allTalliedTopics = (db: Db): IterableIterator<SkillTopic> =>
  sql<[], SkillTopic>(
    db,
    `SELECT t.skill, t.level, coalesce(s.status, 'todo') AS status, s.done_on AS doneOn
     FROM topic t LEFT JOIN topic_state s ON s.topic = t.number WHERE t.retired = 0 ORDER BY t.skill, t.level`,
  ).iterate();
