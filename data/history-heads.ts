import { sql, type Db } from './sql.ts';

/**
 * Where the history of something begins: each state and row knows the event that wrote it last, and each change names the
 * event before it, so history is walked back without an index on the log.
 */
export type Head = { readonly thread: string; readonly event: number };

type Query = { readonly thread: string; readonly from: string };

/** Per skill number: the threads that belong to a skill. A thread is named as `threadOf` in main/history-of.ts names a change. */
const ofSkill: readonly Query[] = [
  {
    thread: `'topic ' || s.topic`,
    from: `topic_state s JOIN topic t ON t.number = s.topic WHERE t.skill = ?`,
  },
  { thread: `'row topic ' || s.number`, from: `topic s WHERE s.skill = ? AND s.event IS NOT NULL` },
  { thread: `'row skill ' || s.number`, from: `skill s WHERE s.number = ? AND s.event IS NOT NULL` },
  { thread: `'row skill_own ' || s.skill`, from: `skill_own s WHERE s.skill = ?` },
  { thread: `'row note ' || s.id`, from: `note s WHERE s.id = 'skill:' || CAST(? AS INTEGER)` },
  { thread: `'row resource ' || s.id`, from: `resource s WHERE s.skill = ?` },
  { thread: `'row reference_state ' || s.id`, from: `reference_state s WHERE s.skill = ?` },
  { thread: `'row evidence ' || s.id`, from: `evidence s WHERE s.skill = ?` },
  { thread: `'row review ' || s.skill`, from: `review s WHERE s.skill = ?` },
];
const ofCertification: readonly Query[] = [
  { thread: `'row certification_own ' || s.id`, from: `certification_own s WHERE s.id = ?` },
  { thread: `'row certification_plan ' || s.id`, from: `certification_plan s WHERE s.id = ?` },
  { thread: `'row objective ' || s.id`, from: `objective s WHERE s.certification = ?` },
  { thread: `'row exam_result ' || s.id`, from: `exam_result s WHERE s.certification = ?` },
  { thread: `'row credential ' || s.id`, from: `credential s WHERE s.certification = ?` },
  { thread: `'row note ' || s.id`, from: `note s WHERE s.id = 'certification:' || ?` },
];
const ofTopic: readonly Query[] = [
  { thread: `'topic ' || s.topic`, from: `topic_state s WHERE s.topic = ?` },
  { thread: `'row topic ' || s.number`, from: `topic s WHERE s.number = ? AND s.event IS NOT NULL` },
  { thread: `'row note ' || s.id`, from: `note s WHERE s.id = 'topic:' || CAST(? AS INTEGER)` },
];
const ofRole: readonly Query[] = [
  { thread: `'row own_role ' || s.id`, from: `own_role s WHERE s.id = ?` },
  { thread: `'row note ' || s.id`, from: `note s WHERE s.id = 'role:' || ?` },
  { thread: `'row role_market ' || s.id`, from: `role_market s WHERE s.id = ?` },
];

const ofProject: readonly Query[] = [
  { thread: `'row project ' || s.id`, from: `project s WHERE s.id = ?` },
  { thread: `'row project_item ' || s.id`, from: `project_item s WHERE s.project = ?` },
  { thread: `'row project_picture ' || s.id`, from: `project_picture s WHERE s.project = ?` },
];

const ofExperience: readonly Query[] = [
  { thread: `'row experience ' || s.id`, from: `experience s WHERE s.id = ?` },
];

const heads = (db: Db, queries: readonly Query[], key: number | string): Head[] =>
  queries.flatMap(({ thread, from }) =>
    sql<[number | string], Head>(db, `SELECT ${thread} AS thread, s.event AS event FROM ${from}`).all(key),
  );

export const headsOfSkill = (db: Db, skill: number): Head[] => heads(db, ofSkill, skill);
export const headsOfTopic = (db: Db, topic: number): Head[] => heads(db, ofTopic, topic);
export const headsOfCertification = (db: Db, certification: string): Head[] =>
  heads(db, ofCertification, certification);
export const headsOfProject = (db: Db, project: string): Head[] => heads(db, ofProject, project);
export const headsOfExperience = (db: Db, entry: string): Head[] => heads(db, ofExperience, entry);
export const headsOfRole = (db: Db, role: string): Head[] => heads(db, ofRole, role);

/** Numbers of the actions, undos and redos that set targets or fixed members, newest first; they have no row to start from. */
export const choiceEvents = (db: Db): number[] =>
  sql<[], { seq: number }>(
    db,
    `SELECT seq FROM event WHERE label LIKE '["set-targets"%' OR label LIKE '["fix-member"%' OR label LIKE '["free-member"%'
     ORDER BY seq DESC`,
  )
    .all()
    .map(({ seq }) => seq);
