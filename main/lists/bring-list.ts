import { lastSeq, type StateChange } from '../../data/events.ts';
import { bulkInsert, type BulkInsert } from '../../data/lists.ts';
import { readNote } from '../../data/notes.ts';
import { lastPosition } from '../../data/own-places.ts';
import { POSITION_STEP, positionAtEnd } from '../../data/own-topics.ts';
import { nextNumber, readRow, type Row } from '../../data/rows.ts';
import { indexCreated } from '../../data/search-content.ts';
import type { Made } from '../../shared/contract.ts';
import type { ListChoices } from '../../shared/model/list.ts';
import type { TopicState } from '../../shared/model/topic.ts';
import { AppError } from '../../shared/reply.ts';
import { withStatus } from '../../shared/rules/topic-status.ts';
import { isCounted, LENGTHS } from '../../shared/values.ts';
import { make } from '../commands.ts';
import { existingSkill } from '../existing.ts';
import { changeRow } from '../row-change.ts';
import { topicChange } from '../topic-change.ts';
import type { Workspace } from '../workspace.ts';
import { placeTasks } from './place-tasks.ts';
import { planOf, type PlannedSkill } from './plan-list.ts';
import type { StagedList } from './staged.ts';

/** What the bringing of one list works with. */
export type Bringing = {
  readonly workspace: Workspace;
  readonly list: StagedList;
  readonly choices: ListChoices;
  readonly insert: BulkInsert;
  readonly today: string;
  /** Id of the category. */
  readonly category: string;
  /** Changes of rows and states that were there before. */
  readonly changes: StateChange[];
  /** Numbers of topics that were there before and that the file ticks. */
  readonly ticked: Set<number>;
  /** Numbers of topics that were made and came ticked. */
  readonly done: number[];
  /** Rows that were inserted. */
  made: number;
  nextSkill: number;
  nextTopic: number;
  /** Where the next new skill stands in the category. */
  skillPosition: number;
};

/** Brings a list in, or a list of the person's up to date: one event, one undo step. The caller holds the transaction. */
export const bringList = (
  workspace: Workspace,
  request: string,
  list: StagedList,
  choices: ListChoices,
): Made => {
  const { db } = workspace;
  const action = lastSeq(db) + 1;
  if (list.update && list.comparedAt !== action - 1) {
    throw new AppError(
      'conflict',
      'Something was changed since the list was compared. Read the file once more.',
    );
  }
  const category = list.update?.category ?? `own-category-${action}`;
  const bringing: Bringing = {
    workspace,
    list,
    choices,
    insert: bulkInsert(db, action),
    today: workspace.moment().localDate,
    category,
    changes: [],
    ticked: new Set(),
    done: [],
    made: 0,
    nextSkill: nextNumber(db, 'skill'),
    nextTopic: nextNumber(db, 'topic'),
    skillPosition: lastPosition(db, 'skill', category) + 1,
  };
  bringCategory(bringing);
  bringNote(bringing, `category:${bringing.category}`, list.note, list.update === null);
  const matched = new Set(
    list.items.flatMap((item) => (item.kind === 'task' && item.key !== null ? [item.key] : [])),
  );
  for (const planned of planOf(list, new Set(choices.joined))) bringSkill(bringing, planned, matched);
  if (choices.removed === 'remove') removeGone(bringing);
  if (choices.keepLeftOut) keepLeftOut(bringing);
  bringing.insert.done(bringing.done, bringing.today);
  if (bringing.made > 0) indexCreated(db, action);
  const { changes, made } = bringing;
  const tasks = list.items.filter(({ kind }) => kind === 'task').length;
  return make(
    workspace,
    request,
    {
      kind: list.update ? 'update-list' : 'import-list',
      subject: choices.title,
      // Names what was made, for the answer to a repeated request.
      detail: bringing.category,
      count: list.update ? Math.max(1, made + changes.length) : tasks,
    },
    made > 0
      ? [{ what: 'made', action: null, count: made, before: false, after: true }, ...changes]
      : changes,
    bringing.category,
  );
};

const bringCategory = (bringing: Bringing): void => {
  const { workspace, list, choices, insert, category, changes } = bringing;
  const { db } = workspace;
  if (list.update) {
    const row = readRow(db, 'category', category)!;
    changes.push(...changeRow(db, 'category', category, { ...row, title: choices.title }));
    return;
  }
  insert.category(category, choices.title, lastPosition(db, 'category') + 1, list.fileName);
  bringing.made += 1;
};

const bringSkill = (bringing: Bringing, planned: PlannedSkill, matched: ReadonlySet<number>): void => {
  const { workspace, choices, insert, category, changes } = bringing;
  const { db } = workspace;
  const { skill, row } = planned;
  for (const { topic, checked } of planned.joined) if (checked) tick(bringing, workspace.topic(topic).number);
  const joined = skill.offer !== null && choices.joined.includes(row) ? skill.offer.id : null;
  const isEmpty = planned.tasks.length === 0 && skill.key === null && skill.note === null;
  if (joined === null && isEmpty) return;

  let number: number;
  if (skill.key !== null) {
    number = skill.key;
    const before = readRow(db, 'skill', number)!;
    const after: Row = { ...before, name: skill.name, path: JSON.stringify(skill.path) };
    changes.push(...changeRow(db, 'skill', number, after));
  } else if (joined !== null) number = existingSkill(db, joined).number;
  else {
    number = bringing.nextSkill;
    bringing.nextSkill += 1;
    bringing.made += 1;
    const position = bringing.skillPosition;
    bringing.skillPosition += 1;
    insert.skill({ number, category, position, name: skill.name, path: skill.path });
  }
  bringNote(bringing, `skill:${number}`, skill.note, skill.key === null && joined === null);
  placeTasks(bringing, planned.tasks, number, {
    isMatched: skill.key !== null,
    start: joined === null ? POSITION_STEP : positionAtEnd(db, number, choices.level),
    matched,
  });
};

/** A note of the file fills an empty place; what the person wrote there is never touched. */
export const bringNote = (
  { workspace, insert, today, changes }: Bringing,
  id: string,
  text: string | null,
  isNew: boolean,
): void => {
  if (text === null) return;
  const cut = text.slice(0, LENGTHS.note).toWellFormed();
  if (isNew) insert.note(id, cut, today);
  else if (readNote(workspace.db, id).text === '') {
    changes.push(...changeRow(workspace.db, 'note', id, { text: cut, changed_on: today }));
  }
};

/** Joins a tick of the file: a topic that is known already stays as it is. */
export const tick = ({ workspace, today, ticked, changes }: Bringing, topic: number): void => {
  const stored = workspace.stored(topic);
  const { state: before } = stored;
  if (isCounted(before.status) || ticked.has(topic)) return;
  ticked.add(topic);
  changes.push(topicChange(topic, stored, withStatus(before, 'done', null, today) as TopicState));
};

const removeGone = ({ workspace, list, changes }: Bringing): void => {
  const { db } = workspace;
  for (const { what, key } of list.removed) changes.push(...changeRow(db, what, key, null));
};

const keepLeftOut = (bringing: Bringing): void => {
  const { workspace, list, category, changes, today } = bringing;
  const text = list.leftOut.map((part) => part.text).join('\n\n');
  if (text === '') return;
  const id = `category:${category}`;
  const before = readNote(workspace.db, id).text;
  if (before.includes(text)) return;
  const joined = before === '' ? text : `${before}\n\n${text}`;
  const row: Row = { text: joined.slice(0, LENGTHS.note).toWellFormed(), changed_on: today };
  changes.push(...changeRow(workspace.db, 'note', id, row));
};
