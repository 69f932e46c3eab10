import type { StateChange } from '../../data/events.ts';
import { POSITION_STEP } from '../../data/own-topics.ts';
import { readRow, type Row } from '../../data/rows.ts';
import { topicsOfSkill } from '../../data/topics.ts';
import type { Level } from '../../shared/values.ts';
import { changeRow } from '../row-change.ts';
import { bringNote, tick, type Bringing } from './bring-list.ts';
import type { PlannedTask } from './plan-list.ts';

type Options = {
  /** The skill is one of the list that is brought up to date. */
  readonly isMatched: boolean;
  /** Position of the first topic, where the skill holds none of the list yet. */
  readonly start: number;
  /** Topics of the list that the file still has, in whatever skill. */
  readonly matched: ReadonlySet<number>;
};

/** A topic of the skill as it shall stand: one that is there, or a task of the file that becomes one. */
type Placed = {
  readonly number: number;
  readonly task: PlannedTask | null;
  readonly children: Placed[];
};

/** Puts the tasks of a skill in their order, new ones as new topics, and keeps what the file does not name. */
export const placeTasks = (
  bringing: Bringing,
  tasks: readonly PlannedTask[],
  skill: number,
  options: Options,
): void => {
  const placed = new Map<PlannedTask, Placed>();
  const top: Placed[] = [];
  for (const task of tasks) {
    const number = task.key ?? bringing.nextTopic;
    if (task.key === null) bringing.nextTopic += 1;
    const node: Placed = { number, task, children: [] };
    placed.set(task, node);
    (task.above === null ? top : placed.get(task.above)!.children).push(node);
  }
  if (!options.isMatched) return placeNew(bringing, top, skill, options.start);
  keepOthers(bringing, placed, top, skill, options.matched);
  placeMatched(bringing, top, skill);
};

/** Topics of the skill that the file does not name stay at the end of where they are. */
const keepOthers = (
  { workspace, list, choices }: Bringing,
  placed: ReadonlyMap<PlannedTask, Placed>,
  top: Placed[],
  skill: number,
  matched: ReadonlySet<number>,
): void => {
  const gone = choices.removed === 'remove' ? new Set(list.removed.map(({ key }) => key)) : new Set<number>();
  const byNumber = new Map([...placed.values()].map((node) => [node.number, node]));
  for (const { number, parent } of topicsOfSkill(workspace.db, skill)) {
    if (matched.has(number) || gone.has(number)) continue;
    const node: Placed = { number, task: null, children: [] };
    byNumber.set(number, node);
    (byNumber.get(parent ?? -1)?.children ?? top).push(node);
  }
};

type Place = { readonly parent: number | null; readonly depth: number; readonly level: Level };

const placeNew = (bringing: Bringing, top: readonly Placed[], skill: number, start: number): void => {
  const { choices } = bringing;
  let position = start;
  const put = (node: Placed, place: Place): void => {
    // A topic of the list can move into a skill that is new.
    if (node.task?.key === null) create(bringing, node, skill, place, position);
    else bringing.changes.push(...changed(bringing, node, skill, { ...place, position }));
    position += POSITION_STEP;
    for (const child of node.children) put(child, { ...place, parent: node.number, depth: place.depth + 1 });
  };
  for (const node of top) put(node, { parent: null, depth: 1, level: choices.level });
};

/**
 * Places the topics of a skill that was there before. Only where the order, the nesting or the number of them is another
 * than now are positions written, so that the same list brought again changes nothing.
 */
const placeMatched = (bringing: Bringing, top: readonly Placed[], skill: number): void => {
  const { workspace, choices, changes } = bringing;
  const { db } = workspace;
  const now = topicsOfSkill(db, skill);
  const levels = new Map(now.map(({ number, level }) => [number, level]));
  const order = new Map<Level, { readonly node: Placed; readonly place: Place }[]>();
  const visit = (node: Placed, parent: number | null, depth: number, above: Level | null): void => {
    const level = above ?? levels.get(node.number) ?? choices.level;
    const list = order.get(level) ?? [];
    order.set(level, list);
    list.push({ node, place: { parent, depth, level } });
    for (const child of node.children) visit(child, node.number, depth + 1, level);
  };
  for (const node of top) visit(node, null, 1, null);
  for (const [level, list] of order) {
    const before = now.filter((topic) => topic.level === level);
    const isSame =
      before.length === list.length &&
      before.every(
        ({ number, parent }, index) =>
          list[index]!.node.number === number && list[index]!.place.parent === parent,
      );
    list.forEach(({ node, place }, index) => {
      const position = POSITION_STEP * (index + 1);
      if (node.task?.key === null) create(bringing, node, skill, place, position);
      else changes.push(...changed(bringing, node, skill, isSame ? null : { ...place, position }));
    });
  }
};

const create = (
  bringing: Bringing,
  { number, task }: Placed,
  skill: number,
  place: Place,
  position: number,
): void => {
  const { text, markdown, links, checked, note } = task!.task;
  bringing.insert.topic({ number, skill, ...place, position, text, markdown, links });
  bringing.made += 1;
  if (checked) bringing.done.push(number);
  bringNote(bringing, `topic:${number}`, note, true);
};

/** What the file changes about a topic that is there: its words, its place; its tick is joined, never taken. */
const changed = (
  bringing: Bringing,
  { number, task }: Placed,
  skill: number,
  place: (Place & { readonly position: number }) | null,
): StateChange[] => {
  const { db } = bringing.workspace;
  const before = readRow(db, 'topic', number)!;
  const words: Row =
    task?.task.changed === true
      ? { text: task.task.text, markdown: task.task.markdown, links: task.task.links }
      : {};
  if (task?.task.checked) tick(bringing, number);
  if (task) bringNote(bringing, `topic:${number}`, task.task.note, false);
  return changeRow(db, 'topic', number, { ...before, ...words, ...(place && { ...place, skill }) });
};
