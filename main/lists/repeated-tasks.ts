import type { ListItem, Nodes, Paragraph, RootContent, Text } from 'mdast';
import { childrenOf, parse } from './parse.ts';

/**
 * A task of plain words, which the parser can only read in one way wherever it reads a task at all: nothing in it begins a
 * link, emphasis, code, an address or a table. Its marks, its box and its words.
 */
const PLAIN_TASK =
  /^([ \t]*[-*+] )\[([ xX])\] ((?!.*www\.)[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ,;.()'"%+/=?-]*[\p{L}\p{M}\p{N}.)?%])?)$/iu;
/** Fewer lines than this are not worth the trouble. */
const WORTH = 4;

type PlainTask = { readonly marks: string; readonly isChecked: boolean; readonly words: string };

const plainTask = (line: string): PlainTask | null => {
  const [, marks, box, words] = PLAIN_TASK.exec(line) ?? [];
  return words === undefined ? null : { marks: marks!, isChecked: box !== ' ', words };
};

/** Plain tasks on neighbouring lines with the same marks before them, and the first of these lines. */
type Run = { readonly first: number; readonly tasks: readonly PlainTask[] };

const runsOf = (lines: readonly string[]): Run[] => {
  const runs: { first: number; tasks: PlainTask[] }[] = [];
  for (const [at, line] of lines.entries()) {
    const task = plainTask(line);
    if (!task) continue;
    const run = runs.at(-1);
    const goesOn = run && at === run.first + run.tasks.length && run.tasks[0]!.marks === task.marks;
    if (goesOn) run.tasks.push(task);
    else runs.push({ first: at, tasks: [task] });
  }
  return runs.filter(({ tasks }) => tasks.length >= WORTH);
};

/** What stands above a line that was kept, and was not given to the parser. */
type Skipped = { readonly lines: number; readonly characters: number };

const moveDown = (node: Nodes, above: readonly Skipped[]): void => {
  for (const point of [node.position!.start, node.position!.end]) {
    const { lines, characters } = above[point.line - 1]!;
    point.line += lines;
    point.offset! += characters;
  }
  for (const child of childrenOf(node)) moveDown(child, above);
};

type Point = NonNullable<ListItem['position']>['start'];
type PlainItem = ListItem & { readonly children: [Paragraph & { readonly children: [Text] }] };

/** Whether a task was read as that and nothing else: its box is gone from the words, and it ends with them. */
const isPlain = (item: ListItem, { words }: PlainTask): item is PlainItem => {
  const [paragraph, ...others] = item.children;
  return (
    item.position!.end.line === item.position!.start.line &&
    others.length === 0 &&
    paragraph?.type === 'paragraph' &&
    paragraph.children.length === 1 &&
    paragraph.children[0]!.type === 'text' &&
    paragraph.children[0]!.value === words
  );
};

/** Another task of the same form as the one that was read, `down` lines and `on` characters further. */
const itemLike = (
  { position, children: [{ position: inner }] }: PlainItem,
  { isChecked, words }: PlainTask,
  { down, on }: { readonly down: number; readonly on: number },
): ListItem => {
  const moved = ({ line, column, offset }: Point): Point => ({
    line: line + down,
    column,
    offset: offset! + on,
  });
  const start = (): Point => moved(inner!.start);
  const end = (): Point => {
    const { line, column, offset } = start();
    return { line, column: column + words.length, offset: offset! + words.length };
  };
  const text: Text = { type: 'text', value: words, position: { start: start(), end: end() } };
  return {
    type: 'listItem',
    spread: false,
    checked: isChecked,
    children: [{ type: 'paragraph', children: [text], position: { start: start(), end: end() } }],
    position: { start: moved(position!.start), end: end() },
  };
};

/** Puts the tasks between the first and the last of each run back; false where the parser read those two in another way. */
const fillIn = (nodes: readonly Nodes[], runs: readonly Run[], lines: readonly string[]): boolean => {
  const byFirst = new Map(runs.map((run) => [run.first, run]));
  const visit = (node: Nodes): boolean => {
    if (node.type !== 'list') return childrenOf(node).every(visit);
    const items: ListItem[] = [];
    for (const [index, item] of node.children.entries()) {
      items.push(item);
      if (!visit(item)) return false;
      const run = byFirst.get(item.position!.start.line - 1);
      if (!run) continue;
      const { first, tasks } = run;
      const next = node.children[index + 1];
      if (!isPlain(item, tasks[0]!) || next?.position!.start.line !== first + tasks.length) return false;
      byFirst.delete(first);
      let on = 0;
      for (const [at, task] of tasks.slice(1, -1).entries()) {
        on += lines[first + at]!.length + 1;
        items.push(itemLike(item, task, { down: at + 1, on }));
      }
    }
    node.children = items;
    return true;
  };
  return nodes.every(visit) && byFirst.size === 0;
};

/**
 * As `parse`. Of tasks in plain words that follow each other in one form only the first and the last are given to the parser,
 * which takes 40 microseconds for each: where it reads these two as neighbours in one list, those between them are no others.
 */
export const parseRepeated = (text: string): RootContent[] => {
  const lines = text.split('\n');
  const runs = runsOf(lines);
  if (runs.length === 0) return parse(text);
  const between = new Set(
    runs.flatMap(({ first, tasks }) => tasks.slice(1, -1).map((_, at) => first + 1 + at)),
  );
  const kept: string[] = [];
  const above: Skipped[] = [];
  let skipped: Skipped = { lines: 0, characters: 0 };
  for (const [at, line] of lines.entries()) {
    if (between.has(at)) {
      skipped = { lines: skipped.lines + 1, characters: skipped.characters + line.length + 1 };
    } else {
      kept.push(line);
      above.push(skipped);
    }
  }
  const nodes = parse(kept.join('\n'));
  for (const node of nodes) moveDown(node, above);
  return fillIn(nodes, runs, lines) ? nodes : parse(text);
};
