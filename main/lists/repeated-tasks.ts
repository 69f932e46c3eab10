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

/** Plain tasks on neighbouring lines with the same marks before them: the first of these lines and the last. */
type Run = { readonly first: number; readonly last: number };

const runsOf = (lines: readonly string[]): Run[] => {
  const runs: Run[] = [];
  let first = 0;
  let marks: string | undefined;
  for (let at = 0; at <= lines.length; at += 1) {
    const next = at < lines.length ? PLAIN_TASK.exec(lines[at]!)?.[1] : undefined;
    if (next !== undefined && next === marks) continue;
    if (marks !== undefined && at - first >= WORTH) runs.push({ first, last: at - 1 });
    [first, marks] = [at, next];
  }
  return runs;
};

/** What stands before a line that was left in: lines and characters that were left out. */
type LeftOut = { readonly lines: number; readonly characters: number };

const moveDown = (node: Nodes, leftOut: readonly LeftOut[]): void => {
  for (const point of [node.position!.start, node.position!.end]) {
    const { lines, characters } = leftOut[point.line - 1]!;
    point.line += lines;
    point.offset! += characters;
  }
  for (const child of childrenOf(node)) moveDown(child, leftOut);
};

type Point = NonNullable<ListItem['position']>['start'];
type PlainItem = ListItem & { readonly children: [Paragraph & { readonly children: [Text] }] };

const startsAt = (item: ListItem | undefined, line: number): boolean =>
  item?.position!.start.line === line + 1;

/** Whether a line was read as a task and nothing else: its box is gone from the words, and it ends with them. */
const isPlainTask = (item: ListItem, line: string): item is PlainItem => {
  const [paragraph, ...others] = item.children;
  return (
    item.position!.end.line === item.position!.start.line &&
    others.length === 0 &&
    paragraph?.type === 'paragraph' &&
    paragraph.children.length === 1 &&
    paragraph.children[0]!.type === 'text' &&
    paragraph.children[0]!.value === PLAIN_TASK.exec(line)![3]
  );
};

/** The task of another line of the same form, `down` lines and `on` characters further. */
const taskLike = (
  { position, children: [{ position: inner }] }: PlainItem,
  line: string,
  { down, on }: { readonly down: number; readonly on: number },
): ListItem => {
  const [, , box, words] = PLAIN_TASK.exec(line)!;
  const moved = ({ line: from, column, offset }: Point): Point => ({
    line: from + down,
    column,
    offset: offset! + on,
  });
  const start = (): Point => moved(inner!.start);
  const end = (): Point => {
    const { line: from, column, offset } = start();
    return { line: from, column: column + words!.length, offset: offset! + words!.length };
  };
  const text: Text = { type: 'text', value: words!, position: { start: start(), end: end() } };
  return {
    type: 'listItem',
    spread: false,
    checked: box !== ' ',
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
      if (!isPlainTask(item, lines[run.first]!)) return false;
      if (!startsAt(node.children[index + 1], run.last)) return false;
      byFirst.delete(run.first);
      let on = lines[run.first]!.length + 1;
      for (let at = run.first + 1; at < run.last; at += 1) {
        items.push(taskLike(item, lines[at]!, { down: at - run.first, on }));
        on += lines[at]!.length + 1;
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
  const kept: string[] = [];
  const leftOut: LeftOut[] = [];
  const keep = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) {
      kept.push(lines[at]!);
      leftOut.push({ lines: skipped, characters });
    }
  };
  let [done, skipped, characters] = [0, 0, 0];
  for (const { first, last } of runs) {
    keep(done, first + 1);
    for (let at = first + 1; at < last; at += 1) {
      skipped += 1;
      characters += lines[at]!.length + 1;
    }
    done = last;
  }
  keep(done, lines.length);
  const nodes = parse(kept.join('\n'));
  for (const node of nodes) moveDown(node, leftOut);
  return fillIn(nodes, runs, lines) ? nodes : parse(text);
};
