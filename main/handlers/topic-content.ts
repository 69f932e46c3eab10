import type { StateChange } from '../../data/events.ts';
import { ownTopicId } from '../../data/own-places.ts';
import { POSITION_STEP, positionAtEnd, type OwnTopic } from '../../data/own-topics.ts';
import { nextNumber, readRow, type Row } from '../../data/rows.ts';
import type { Db } from '../../data/sql.ts';
import { linksColumn, topicsBelow, type TopicRow } from '../../data/topics.ts';
import { AppError } from '../../shared/reply.ts';
import type { Level } from '../../shared/values.ts';
import { act, make } from '../commands.ts';
import { existingSkill } from '../existing.ts';
import type { Handlers } from '../handlers.ts';
import { inlineText } from '../lists/inline-text.ts';
import { changeRow } from '../row-change.ts';
import { added, movedTo } from '../topic-tree.ts';
import type { Workspace } from '../workspace.ts';

export const topicContentHandlers: Handlers<
  'topics.create' | 'topics.edit' | 'topics.setLevel' | 'topics.move' | 'topics.remove'
> = {
  'topics.create': (
    workspace,
    { request, skill: skillId, parent: parentId, after: afterId, level, text },
  ) => {
    const { db } = workspace;
    const skill = existingSkill(db, skillId);
    const parent = parentId === null ? null : ownTopic(workspace, parentId, skill.number);
    const after = afterId === null ? null : ownTopic(workspace, afterId, skill.number);
    const number = nextNumber(db, 'topic');
    const id = ownTopicId(number);
    const place = {
      skill: skill.number,
      // A topic below or beside another has its level.
      level: parent?.level ?? after?.level ?? level,
      parent: parent?.number ?? (after ? after.parent : null),
      after: after?.number ?? null,
    };
    const row: Row = {
      id,
      origin: 'user',
      skill: place.skill,
      parent: place.parent,
      level: place.level,
      ...textColumns(text),
    };
    const changes = added(db, number, row, place);
    return make(
      workspace,
      request,
      { kind: 'add-topic', subject: String(row['text']), detail: null, count: 1 },
      // The new one first: it is what the answer names.
      changes.toSorted((a, b) => Number(isOf(b, number)) - Number(isOf(a, number))),
      id,
    );
  },

  'topics.edit': (workspace, { request, topic: id, text, level }) => {
    const { db } = workspace;
    const topic = ownTopic(workspace, id);
    const before = readRow(db, 'topic', topic.number)!;
    const written: Row = { ...before, ...(text !== undefined && textColumns(text)) };
    const isMoving = level !== undefined && level !== topic.level;
    if (isMoving && topic.parent !== null) throw belowAnother();
    return act(
      workspace,
      request,
      { kind: 'edit-topic', subject: String(written['text']), detail: null, count: 1 },
      isMoving
        ? leveled(db, topic.skill, level, [{ number: topic.number, row: written }])
        : changeRow(db, 'topic', topic.number, written),
    );
  },

  'topics.setLevel': (workspace, { request, topics, level }) => {
    const { db } = workspace;
    const { skill } = workspace.topic(topics[0]!);
    const chosen = topics.map((id) => ownTopic(workspace, id, skill)).filter(({ parent }) => parent === null);
    if (chosen.length === 0) throw belowAnother();
    const moving = chosen
      .filter((topic) => topic.level !== level)
      .map(({ number, text }) => ({ number, text, row: readRow(db, 'topic', number)! }))
      .toSorted(
        (a, b) =>
          Number(a.row['level']) - Number(b.row['level']) ||
          Number(a.row['position']) - Number(b.row['position']),
      );
    return act(
      workspace,
      request,
      {
        kind: 'move-topics',
        subject: (moving[0] ?? chosen[0]!).text,
        detail: null,
        count: Math.max(1, moving.length),
      },
      leveled(db, skill, level, moving),
    );
  },

  'topics.move': (workspace, { request, topics, parent: parentId, after: afterId }) => {
    const moving = topics.map((id) => ownTopic(workspace, id));
    const [first] = moving;
    const parent = parentId === null ? null : ownTopic(workspace, parentId, first!.skill);
    const after = afterId === null ? null : ownTopic(workspace, afterId, first!.skill);
    const changes = movedTo(
      workspace.db,
      moving.map(({ number }) => number),
      {
        skill: first!.skill,
        level: parent?.level ?? after?.level ?? first!.level,
        parent: parent?.number ?? null,
        after: after?.number ?? null,
      },
    );
    return act(
      workspace,
      request,
      { kind: 'move-topics', subject: first!.text, detail: null, count: moving.length },
      changes,
    );
  },

  'topics.remove': (workspace, { request, topics }) => {
    const { db } = workspace;
    const chosen = topics.map((id) => ownTopic(workspace, id));
    const all = new Set(
      chosen.flatMap(({ number }) => [number, ...topicsBelow(db, number).map((topic) => topic.number)]),
    );
    return act(
      workspace,
      request,
      { kind: 'remove-topics', subject: chosen[0]!.text, detail: null, count: all.size },
      [...all].flatMap((number) => changeRow(db, 'topic', number, null)),
    );
  },
};

/** By id; throws `invalid` for a topic of the catalogue, and for one of another skill where `skill` is given. */
const ownTopic = (workspace: Workspace, id: string, skill?: number): TopicRow => {
  const topic = workspace.topic(id);
  if (readRow(workspace.db, 'topic', topic.number)?.['origin'] !== 'user') {
    throw new AppError('invalid', 'This topic belongs to the catalogue and stays as it is. You can skip it.');
  }
  if (skill !== undefined && topic.skill !== skill) {
    throw new AppError('invalid', 'The two topics belong to different skills.');
  }
  return topic;
};

const belowAnother = (): AppError =>
  new AppError('invalid', 'A topic below another has the level of the one above it.');

/** The changes that put topics, each with what is below it, at the end of a level; `row` is what is to be written. */
const leveled = (db: Db, skill: number, level: Level, topics: readonly OwnTopic[]): StateChange[] => {
  const end = positionAtEnd(db, skill, level);
  return topics.flatMap(({ number, row }, index) => {
    const position = end + index * POSITION_STEP;
    const below = topicsBelow(db, number).map((topic) => topic.number);
    return [
      ...changeRow(db, 'topic', number, { ...row, level, position }),
      ...below.flatMap((part, at) =>
        changeRow(db, 'topic', part, {
          ...readRow(db, 'topic', part)!,
          level,
          position: position + at + 1,
        }),
      ),
    ];
  });
};

const textColumns = (typed: string): Row => {
  const { text, markdown, links } = inlineText(typed);
  if (text === '') throw new AppError('invalid', 'A topic needs at least one word.');
  return { text, markdown, links: linksColumn(links) };
};

const isOf = (change: StateChange, number: number): boolean => change.what === 'row' && change.key === number;
