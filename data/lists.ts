import type { Level, TopicStatus } from '../shared/values.ts';
import { OWN_HALF_LIFE_MONTHS, ownSkillId, ownTopicId } from './own-places.ts';
import { sql, type Db } from './sql.ts';

/** A topic of a list as it stands in the file, with what the person said of it. */
export type ListTopicRow = {
  readonly number: number;
  readonly skill: number;
  readonly parent: number | null;
  readonly text: string;
  readonly markdown: string | null;
  readonly links: string | null;
  readonly status: TopicStatus;
  readonly note: string | null;
  /** Number of the action that made it. */
  readonly madeBy: number | null;
};

/** The topics of a category, skill by skill, each level from top to bottom. */
export const topicsOfCategory = (db: Db, category: string): ListTopicRow[] =>
  sql<[string], ListTopicRow>(
    db,
    `SELECT t.number, t.skill, t.parent, t.text, t.markdown, t.links, coalesce(s.status, 'todo') AS status, n.text AS note,
       t.made_by AS madeBy
     FROM topic t JOIN skill k ON k.number = t.skill LEFT JOIN topic_state s ON s.topic = t.number
       LEFT JOIN note n ON n.id = 'topic:' || t.number AND n.retired = 0
     WHERE k.category = ? AND k.retired = 0 AND t.retired = 0
     ORDER BY k.position, k.number, t.level, t.position, t.number`,
  ).all(category);

/** Numbers of the actions that brought skills or topics of a category from a file. The rest of it was made by hand. */
export const actionsThatBrought = (db: Db, category: string): ReadonlySet<number> =>
  new Set(
    sql<[string, string], { seq: number }>(
      db,
      `SELECT seq FROM event WHERE (label LIKE '["import-list"%' OR label LIKE '["update-list"%') AND seq IN (
         SELECT made_by FROM skill WHERE category = ?
         UNION SELECT t.made_by FROM topic t JOIN skill k ON k.number = t.skill WHERE k.category = ?)`,
    )
      .all(category, category)
      .map(({ seq }) => seq),
  );

/** A name or text by which something in the file can be known again. */
export type KnownText = {
  readonly kind: 'skill' | 'topic';
  readonly id: string;
  readonly text: string;
  readonly name: string;
  readonly where: string;
  /** Id of the category that it belongs to. */
  readonly category: string;
  readonly catalogue: 0 | 1;
};

/** Every name and alias of a skill and every text of a topic, the catalogue's first. */
export const knownTexts = (db: Db): IterableIterator<KnownText> =>
  sql<[], KnownText>(
    db,
    `SELECT 'skill' AS kind, k.id, names.text, k.name, c.title AS "where", c.id AS category, k.origin = 'catalogue' AS catalogue
     FROM (SELECT number, name AS text FROM skill UNION ALL SELECT skill, alias FROM skill_alias
           UNION ALL SELECT skill, name FROM skill_own WHERE retired = 0 AND name IS NOT NULL
           UNION ALL SELECT o.skill, a.value FROM skill_own o, json_each(o.aliases) a WHERE o.retired = 0) names
       JOIN skill k ON k.number = names.number JOIN category c ON c.id = k.category
     WHERE k.retired = 0 AND c.retired = 0
     UNION ALL
     SELECT 'topic', t.id, t.text, t.text, k.name, c.id, t.origin = 'catalogue'
     FROM topic t JOIN skill k ON k.number = t.skill JOIN category c ON c.id = k.category
     WHERE t.retired = 0 AND k.retired = 0 AND c.retired = 0`,
  ).iterate();

/** Inserts what an action creates in bulk; every row carries the action's number. */
export type BulkInsert = {
  readonly category: (id: string, title: string, position: number, source: string) => void;
  readonly skill: (row: {
    readonly number: number;
    readonly category: string;
    readonly position: number;
    readonly name: string;
    readonly path: readonly string[];
  }) => void;
  readonly topic: (row: {
    readonly number: number;
    readonly skill: number;
    readonly parent: number | null;
    readonly depth: number;
    readonly level: Level;
    readonly position: number;
    readonly text: string;
    readonly markdown: string | null;
    readonly links: string | null;
  }) => void;
  /** Numbers of all topics that came ticked: one statement for all of them takes half the time of one for each. */
  readonly done: (topics: readonly number[], localDate: string) => void;
  readonly note: (id: string, text: string, localDate: string) => void;
};

export const bulkInsert = (db: Db, action: number): BulkInsert => {
  const category = sql(
    db,
    `INSERT INTO category (id, origin, position, title, source, event, made_by) VALUES (?, 'user', ?, ?, ?, ?, ?)`,
  );
  const skill = sql(
    db,
    `INSERT INTO skill (number, id, origin, category, position, name, description, estimated_hours, half_life_months,
       path, event, made_by) VALUES (?, ?, 'user', ?, ?, ?, '', 0, ${OWN_HALF_LIFE_MONTHS}, ?, ?, ?)`,
  );
  const topic = sql(
    db,
    `INSERT INTO topic (number, id, origin, skill, parent, depth, level, position, text, markdown, links, event, made_by)
     VALUES (?, ?, 'user', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const done = sql(
    db,
    `INSERT INTO topic_state (topic, status, reason, since, done_on, event)
     SELECT value, 'done', NULL, ?, ?, ? FROM json_each(?)`,
  );
  const note = sql(db, 'INSERT INTO note (id, text, changed_on, event, made_by) VALUES (?, ?, ?, ?, ?)');
  return {
    category: (id, title, position, source) => void category.run(id, position, title, source, action, action),
    skill: (row) =>
      void skill.run(
        row.number,
        ownSkillId(row.number),
        row.category,
        row.position,
        row.name,
        JSON.stringify(row.path),
        action,
        action,
      ),
    topic: (row) =>
      void topic.run(
        row.number,
        ownTopicId(row.number),
        row.skill,
        row.parent,
        row.depth,
        row.level,
        row.position,
        row.text,
        row.markdown,
        row.links,
        action,
        action,
      ),
    done: (topics, localDate) => void done.run(localDate, localDate, action, JSON.stringify(topics)),
    note: (id, text, localDate) => void note.run(id, text, localDate, action, action),
  };
};
