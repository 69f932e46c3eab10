import type { ListItem, Nodes, Paragraph } from 'mdast';
import type { ListCounts } from './document.ts';
import { plainText } from './inline.ts';
import { childrenOf, isTask } from './parse.ts';
import type { Piece } from './pieces.ts';

/** The paragraph that a task's box opens; definitions may stand before it. */
export const taskText = (item: ListItem): Paragraph =>
  item.children.find((child) => child.type === 'paragraph')!;

const hasLink = (node: Nodes): boolean =>
  node.type === 'link' || node.type === 'linkReference' || childrenOf(node).some(hasLink);

type Counter = {
  readonly add: (piece: Piece) => void;
  readonly counts: () => ListCounts;
};

/** Counts piece by piece, in the order of the file. */
export const startCounts = (): Counter => {
  const counts = {
    tasks: 0,
    checked: 0,
    topLevelTasks: 0,
    maxTaskNesting: 0,
    maxListDepth: 0,
    tasksWithLink: 0,
    headings: 0,
    headingsWithDirectTasks: 0,
    duplicateTaskTexts: 0,
  };
  const texts = new Set<string>();
  let headingWaits = false;

  const addTask = (item: ListItem, nesting: number): void => {
    const text = taskText(item);
    counts.tasks += 1;
    if (item.checked) counts.checked += 1;
    if (nesting === 1) counts.topLevelTasks += 1;
    counts.maxTaskNesting = Math.max(counts.maxTaskNesting, nesting);
    if (hasLink(text)) counts.tasksWithLink += 1;
    if (headingWaits) counts.headingsWithDirectTasks += 1;
    headingWaits = false;
    const plain = plainText(text.children);
    if (texts.has(plain)) counts.duplicateTaskTexts += 1;
    texts.add(plain);
  };

  const visit = (node: Nodes, lists: number, tasks: number, standIns: Piece['standIns']): void => {
    if (node.type === 'paragraph' || node.type === 'table') return;
    if (node.type === 'heading') {
      counts.headings += 1;
      headingWaits = true;
      return;
    }
    const depth = node.type === 'list' ? lists + 1 : lists;
    const standsForTask = node.type === 'listItem' ? standIns.get(node) : undefined;
    const nesting = (standsForTask ?? isTask(node)) ? tasks + 1 : tasks;
    if (isTask(node) && standsForTask === undefined) {
      counts.maxListDepth = Math.max(counts.maxListDepth, depth);
      addTask(node, nesting);
    }
    for (const child of childrenOf(node)) visit(child, depth, nesting, standIns);
  };

  return {
    add: ({ nodes, standIns }) => nodes.forEach((node) => visit(node, 0, 0, standIns)),
    counts: () => ({ ...counts }),
  };
};
