import { lastSeq, type StateChange } from '../../data/events.ts';
import { columnsOf, textOf, type Cell, type Portable } from '../../data/portable.ts';
import { lastPosition, ownSkillId, ownTopicId } from '../../data/own-places.ts';
import { nextNumber, readRow, type RowTable } from '../../data/rows.ts';
import { insertRow, ownCategories, ownSkills, ownTopics } from '../../data/portable-rows.ts';
import { indexCreated } from '../../data/search-content.ts';
import { transaction } from '../../data/sql.ts';
import { storeFile } from '../../data/stored-files.ts';
import type { TopicState } from '../../shared/model/topic.ts';
import { sameText } from '../../shared/rules/same-text.ts';
import { isCounted } from '../../shared/values.ts';
import { act } from '../commands.ts';
import { changeRow } from '../row-change.ts';
import { topicChange } from '../topic-change.ts';
import type { Workspace } from '../workspace.ts';
import { mergeRows } from './merge-rows.ts';
import { placeNew } from './place-new.ts';
import { catalogueNames, cellHere, numberColumns, textHere, type Names } from '../../data/portable-names.ts';

/** What the merging of one file works with. */
export type Merging = {
  readonly workspace: Workspace;
  readonly file: Portable;
  readonly names: Names;
  readonly action: number;
  readonly changes: StateChange[];
  /** Rows that were inserted in bulk. */
  made: number;
};

/** The rows of a table in the file that are live there, as records. */
export const liveRows = (file: Portable, table: string): Record<string, Cell>[] => {
  const { columns = [], rows = [] } = file.tables[table] ?? {};
  return rows
    .map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]!])))
    .filter((row) => row['retired'] !== 1);
};

/**
 * Adds everything of a file to what is there, by the rules of bringing a list: what says the same is the same, ticks join,
 * what the person has stays, nothing goes. One event, one undo step; none where nothing is new.
 */
export const mergeFile = (workspace: Workspace, file: Portable, fileName: string, request: string): void => {
  const { db } = workspace;
  transaction(db, () => {
    db.pragma('defer_foreign_keys = ON');
    const names = catalogueNames(db, file);
    const merging: Merging = { workspace, file, names, action: lastSeq(db) + 1, changes: [], made: 0 };
    joinCategories(merging);
    joinSkills(merging);
    joinTopics(merging);
    mergeRows(merging);
    joinStates(merging);
    joinChoices(merging);
    joinFilters(merging);
    for (const { bytes } of liveRows(file, 'stored_file')) {
      storeFile(db, Buffer.from((bytes as { base64: string }).base64, 'base64'));
    }
    const { made, action, changes } = merging;
    if (made > 0) indexCreated(db, action);
    const all: StateChange[] =
      made > 0
        ? [{ what: 'made', action: null, count: made, before: false, after: true }, ...changes]
        : changes;
    const label = {
      kind: 'import-file',
      subject: fileName,
      detail: null,
      count: made + changes.length,
    } as const;
    act(workspace, request, label, all);
  });
};

/** Inserts a row that carries the action's number. */
const insertMade = (
  { workspace: { db }, names, action }: Merging,
  table: RowTable,
  row: Record<string, Cell>,
  put: Record<string, string | number | null>,
): void => {
  const known = new Set(columnsOf(db, table));
  const counts = numberColumns(db, table);
  const values: Record<string, string | number | Buffer | null> = {};
  for (const [column, value] of Object.entries(row)) {
    if (known.has(column) && !(column in put)) values[column] = cellHere(names, counts, column, value);
  }
  Object.assign(values, put, { origin: 'user', event: action, made_by: action, retired: 0 });
  insertRow(db, table, values);
};

const joinCategories = (merging: Merging): void => {
  const { workspace, names, action, file } = merging;
  const { db } = workspace;
  const byTitle = new Map(ownCategories(db).map(({ id, title }) => [sameText(title), id]));
  liveRows(file, 'category').forEach((row, index) => {
    const title = sameText(textOf(row['title']));
    let here = title === '' ? undefined : byTitle.get(title);
    if (here === undefined) {
      here = `own-category-${action}-${index + 1}`;
      insertMade(merging, 'category', row, { id: here, position: lastPosition(db, 'category') + 1 });
      merging.made += 1;
    }
    names.ids.set(textOf(row['id']), here);
  });
};

const joinSkills = (merging: Merging): void => {
  const { workspace, names, file } = merging;
  const { db } = workspace;
  const key = (category: string, name: string): string => `${category} ${sameText(name)}`;
  const known = new Map(ownSkills(db).map((skill) => [key(skill.category, skill.name), skill]));
  let next = nextNumber(db, 'skill');
  for (const row of liveRows(file, 'skill')) {
    const category = names.ids.get(textOf(row['category'])) ?? textOf(row['category']);
    let here = known.get(key(category, textOf(row['name'])));
    if (!here) {
      here = { number: next, id: ownSkillId(next), category, name: textOf(row['name']) };
      const position = lastPosition(db, 'skill', category) + 1;
      insertMade(merging, 'skill', row, { number: next, id: here.id, category, position });
      merging.made += 1;
      next += 1;
    }
    names.skill.set(Number(row['number']), here.number);
    if (row['id'] !== here.id) names.ids.set(textOf(row['id']), here.id);
  }
};

const joinTopics = (merging: Merging): void => {
  const { workspace, names, file } = merging;
  const { db } = workspace;
  const key = (skill: number, parent: number | null, text: string): string =>
    `${skill} ${parent ?? ''} ${sameText(text)}`;
  const known = new Map(ownTopics(db).map((topic) => [key(topic.skill, topic.parent, topic.text), topic]));
  let next = nextNumber(db, 'topic');
  const fresh: number[] = [];
  // Parents before what stands below them, each level as it reads.
  const rows = liveRows(file, 'topic').toSorted(
    (a, b) => Number(a['depth']) - Number(b['depth']) || Number(a['position']) - Number(b['position']),
  );
  for (const row of rows) {
    const skill = names.skill.get(Number(row['skill']));
    const parent = row['parent'] === null ? null : (names.topic.get(Number(row['parent'])) ?? null);
    // What hangs on a skill or topic that is gone is gone with it.
    if (skill === undefined || (row['parent'] !== null && parent === null)) continue;
    const text = textOf(row['text']);
    let here = known.get(key(skill, parent, text));
    if (!here) {
      here = { number: next, id: ownTopicId(next), skill, parent, text };
      insertMade(merging, 'topic', row, { number: next, id: here.id, skill, parent });
      fresh.push(next);
      merging.made += 1;
      next += 1;
    }
    names.topic.set(Number(row['number']), here.number);
    if (row['id'] !== here.id) names.ids.set(textOf(row['id']), here.id);
  }
  placeNew(merging, fresh);
};

/** A topic that is known on either side is known; what was said of one that is open here is taken over. */
const joinStates = ({ workspace, names, file, changes }: Merging): void => {
  for (const row of liveRows(file, 'topic_state')) {
    const topic = names.topic.get(Number(row['topic']));
    if (topic === undefined) continue;
    const stored = workspace.stored(topic);
    const { status } = stored.state;
    const after: TopicState = {
      status: row['status'] as TopicState['status'],
      reason: row['reason'] as string | null,
      since: row['since'] as string | null,
      doneOn: row['done_on'] as string | null,
    };
    if (isCounted(status) || after.status === 'todo' || after.status === status) continue;
    if (status !== 'todo' && !isCounted(after.status)) continue;
    changes.push(topicChange(topic, stored, after));
  }
};

const joinChoices = ({ workspace, names, file, changes }: Merging): void => {
  const before = workspace.targets();
  const known = new Set(workspace.roles().map(({ id }) => id));
  const added = changes.flatMap((change) =>
    change.what === 'row' && change.table === 'own_role' && change.before === null
      ? [String(change.key)]
      : [],
  );
  const wanted = liveRows(file, 'target')
    .toSorted((a, b) => Number(a['position']) - Number(b['position']))
    .map((row) => ({
      role: names.ids.get(textOf(row['role'])) ?? textOf(row['role']),
      date: row['date'] as string | null,
    }))
    .filter(
      ({ role }) =>
        (known.has(role) || added.includes(role)) && !before.some((target) => target.role === role),
    );
  if (wanted.length > 0) changes.push({ what: 'targets', before, after: [...before, ...wanted] });
  for (const row of liveRows(file, 'member_choice')) {
    const group = names.ids.get(textOf(row['choice_group'])) ?? textOf(row['choice_group']);
    const number = names.skill.get(Number(row['skill']));
    if (number === undefined || workspace.fixed().has(group) || !workspace.groups().has(group)) continue;
    changes.push({ what: 'member', group, before: null, after: workspace.skillByNumber(number).id });
  }
};

/** A filter is known by its name, which the person chose: one that is there stays as it is. */
const joinFilters = ({ workspace: { db }, names, file, changes }: Merging): void => {
  for (const row of liveRows(file, 'saved_filter')) {
    const name = textOf(row['name']);
    if (readRow(db, 'saved_filter', name) !== null) continue;
    const filter = textHere(names, 'filter', textOf(row['filter']));
    changes.push(...changeRow(db, 'saved_filter', name, { filter }));
  }
};
