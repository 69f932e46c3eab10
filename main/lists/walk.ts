import type { Code, Heading, ListItem, Nodes } from 'mdast';
import { MAX_DEPTH } from '../../shared/values.ts';
import { cutText } from './cut-text.ts';
import { between } from './by-line.ts';
import { taskText } from './counts.ts';
import type { Inline, LeftOut } from './document.ts';
import { startHeadings, type DraftSkill, type DraftTask, type Section } from './headings.ts';
import { inlineWith } from './inline-text.ts';
import { readInline } from './inline.ts';
import { startLineBook } from './line-book.ts';
import { findLookalikes, isTakeable, NOTE_FENCE, type Found, type Lookalikes } from './lookalikes.ts';
import type { Fragment } from './notes.ts';
import { childrenOf, holds, isTask, type Definitions } from './parse.ts';
import { firstLineOf, lastLineOf, type Piece } from './pieces.ts';
import {
  atTop,
  fencedText,
  inFootnote,
  inItem,
  inQuote,
  itemText,
  kindOf,
  placeOfLine,
  withoutBlankEnds,
  type Place,
} from './places.ts';
import { withoutPrefix } from './source-lines.ts';

const isOutline = ({ type }: Nodes): boolean => type === 'list' || type === 'heading';
const isContainer = ({ type }: Nodes): boolean =>
  type === 'list' || type === 'listItem' || type === 'blockquote' || type === 'footnoteDefinition';
const isHeading = ({ type }: Nodes): boolean => type === 'heading';

export type Walked = {
  readonly sections: readonly Section[];
  readonly skills: readonly DraftSkill[];
  readonly note: string | null;
  readonly leftOut: readonly LeftOut[];
  readonly tooDeep: number;
  readonly found: readonly { readonly found: Found; readonly skill: number | null }[];
};

type Walk = { readonly add: (piece: Piece) => void; readonly finish: () => Walked };

/** Turns the blocks of a file, piece by piece, into skills, tasks, notes and what is left out. */
export const startWalk = (
  lines: readonly string[],
  definitions: Definitions,
  takeLookalikes: boolean,
  frontMatter: number,
): Walk => {
  const headings = startHeadings();
  const { source, own, leave, close } = startLineBook(lines);
  const allFound: Found[] = [];
  const made = new Map<Found, DraftTask>();
  let note: string | null = null;
  let tooDeep = 0;
  let piece: Piece = { nodes: [], text: '', shift: 0, standIns: new Map(), open: [] };
  /** Insides of items that this piece leaves open, and of those that the piece before did. */
  let insides = new Map<ListItem, Place>();
  let found: readonly Found[] = [];
  let foundItems: ReadonlyMap<ListItem, Found> = new Map();
  let ownTexts: Lookalikes['ownTexts'] = new Map();

  const first = (node: Nodes): number => firstLineOf(node, piece);
  const last = (node: Nodes): number => lastLineOf(node, piece);
  const column = (node: Nodes): number => node.position!.start.column - 1;

  /** Lookalikes to be made tasks on these lines that are no list items of their own. */
  const takenOn = (from: number, to: number): readonly Found[] =>
    takeLookalikes ? between(found, from, to).filter((one) => !one.item && isTakeable(one)) : [];
  const takenItem = (item: ListItem): Found | undefined => {
    const one = takeLookalikes ? foundItems.get(item) : undefined;
    return one && isTakeable(one) ? one : undefined;
  };
  const isEmpty = (item: ListItem): boolean => foundItems.get(item)?.kind === 'empty';

  /** The first line of a block on which a task begins. */
  const firstTaskIn = (node: Nodes): number => {
    if (node.type === 'listItem' && !isEmpty(node) && (isTask(node) || takenItem(node))) return first(node);
    if (!isContainer(node)) return takenOn(first(node), last(node))[0]?.line ?? Infinity;
    return childrenOf(node).reduce((line, child) => Math.min(line, firstTaskIn(child)), Infinity);
  };

  const noteTo = (fragments: Fragment[], fragment: Fragment): void => {
    own(fragment.from, fragment.to);
    if (fragment.text !== '') fragments.push(fragment);
  };

  /** Null where it would be nested too deep, or has no text. */
  const addTask = (
    whole: Inline,
    checked: boolean,
    from: number,
    to: number,
    parent: DraftTask | null,
  ): DraftTask | null => {
    own(from, to);
    if (whole.text === '') {
      leave(from, to, 'list');
      return null;
    }
    const depth = (parent?.depth ?? 0) + 1;
    if (depth > MAX_DEPTH) {
      tooDeep += 1;
      leave(from, to, 'too deep');
      return null;
    }
    const { inline, rest } = cutText(whole);
    const task: DraftTask = { ...inline, checked, line: from, depth, fragments: [], children: [] };
    if (rest !== null) task.fragments.push({ kind: 'block', text: rest, from, to });
    (parent ? parent.children : headings.skill().tasks).push(task);
    headings.current().lastTask = task;
    return task;
  };

  const addFound = (one: Found, place: Place): DraftTask | null => {
    const inBlock = one.parent && made.get(one.parent);
    const parent = inBlock ?? (one.item ? place : placeOfLine(place, lines[one.line]!)).task;
    const task = addTask(one.inline, one.checked, one.line, one.end, parent);
    if (!task) return null;
    made.set(one, task);
    if (one.note !== null)
      task.fragments.push({ kind: 'block', text: one.note, from: one.line, to: one.end });
    return task;
  };

  /** Lines of a block: part of a note, or left out. */
  const keep = (node: Nodes, from: number, to: number, place: Place): void => {
    if (from > to) return;
    if (!place.note) return leave(from, to, kindOf(node, place));
    const text = source(from, to).map((line) => withoutPrefix(line, place.prefix));
    // Fences whose lines were taken say nothing.
    if (node.type === 'code' && text.every((line) => /^\s*(?:`{3}|~{3}|$)/.test(line)))
      return leave(from, to, 'code');
    // A block on its item's own line begins after the marker.
    if (from === first(node) && place.startsAt === from) text[0] = lines[from]!.slice(column(node));
    noteTo(place.note, { kind: 'block', text: withoutBlankEnds(text), from, to });
  };

  const block = (node: Nodes, place: Place): void => {
    const [start, end] = [Math.max(first(node), place.noted + 1), last(node)];
    let from = start;
    for (const one of takenOn(start, end)) {
      keep(node, from, one.line - 1, place);
      addFound(one, place);
      from = Math.max(from, one.end + 1);
    }
    keep(node, from, end, place);
  };

  const task = (item: ListItem, place: Place): void => {
    const taken = takenItem(item);
    const start = first(item);
    const text = taskText(item);
    const shortened = takeLookalikes ? ownTexts.get(item) : undefined;
    const end = taken?.end ?? shortened?.end ?? last(text);
    const inside = inItem(place, lines[start]!, column(item), start);
    const inline = (): Inline =>
      shortened
        ? inlineWith(shortened.text, definitions)
        : readInline(text, piece.text, definitions, inside.prefix);
    const made = taken
      ? addFound(taken, place)
      : addTask(inline(), item.checked === true, start, end, place.task);
    const inner = { ...inside, task: made ?? place.task, note: made ? made.fragments : null };
    if (piece.open.includes(item)) insides.set(item, inner);
    if (end < last(text)) block(text, { ...inner, noted: end });
    for (const child of item.children) if (child !== text) visit(child, inner);
  };

  const plainItem = (item: ListItem, place: Place): void => {
    const [start, end] = [first(item), last(item)];
    const inner = inItem(place, lines[start]!, column(item), start);
    if (!place.note && !place.task && holds(item, isHeading))
      return headings.within(() => item.children.forEach((child) => visit(child, inner)), end + 1);
    const owner = headings.current().lastTask?.fragments ?? headings.current().fragments;
    const task = firstTaskIn(item);
    let noted = Math.max(place.noted, Math.min(end, task - 1));
    if (isEmpty(item)) {
      noted = foundItems.get(item)!.end;
      own(start, noted);
    } else if (start > place.noted && start <= noted) {
      const text = noteInFence(item, inner) ?? itemText(item, source(start, noted), inner);
      noteTo(owner, { kind: 'item', text, from: start, to: noted });
    }
    const around = { ...inner, note: owner, noted };
    if (piece.open.includes(item)) insides.set(item, around);
    if (noted < end) item.children.forEach((child) => visit(child, around));
  };

  /** What Groundwork wrote into a fence because it would not survive as it is. */
  const noteInFence = (item: ListItem, inner: Place): string | null => {
    const code = item.children.length === 1 ? item.children[0]! : undefined;
    return code?.type === 'code' && code.lang === NOTE_FENCE
      ? fencedText(source(first(code), last(code)), column(code), inner)
      : null;
  };

  const quote = (node: Nodes, place: Place, inner: Place): void => {
    const isRead = place.note ? firstTaskIn(node) < Infinity : holds(node, isOutline);
    if (!isRead) return block(node, place);
    headings.within(() => childrenOf(node).forEach((child) => visit(child, inner)), last(node) + 1);
  };

  const heading = (node: Heading, place: Place): void => {
    if (place.note ?? place.task) return block(node, place);
    own(first(node), last(node));
    headings.enter(node, first(node), last(node), place === atTop);
  };

  const code = (node: Code, place: Place): void => {
    const isNote = node.lang === NOTE_FENCE && place === atTop && note === null && headings.isAtStart();
    const text = isNote ? fencedText(source(first(node), last(node)), column(node), place) : null;
    if (!text) return block(node, place);
    note = text;
    own(first(node), last(node));
  };

  const visit = (node: Nodes, place: Place): void => {
    if (last(node) <= place.noted) return;
    if (node.type === 'list') {
      for (const item of node.children) {
        const inside = insides.get(item);
        if (inside) item.children.slice(1).forEach((child) => visit(child, inside));
        else if ((isTask(item) && !isEmpty(item)) || takenItem(item)) task(item, place);
        else plainItem(item, place);
      }
    } else if (node.type === 'heading') heading(node, place);
    else if (node.type === 'code') code(node, place);
    else if (node.type === 'blockquote')
      quote(node, place, inQuote(place, lines[first(node)]!, column(node)));
    else if (node.type === 'footnoteDefinition') quote(node, place, inFootnote(place));
    else block(node, place);
  };

  if (frontMatter > 0) leave(0, frontMatter - 1, 'front matter');
  return {
    add: (next) => {
      const around = piece.open.map((item) => insides.get(item)!);
      insides = new Map([...next.standIns.keys()].map((item, at) => [item, around[at]!]));
      piece = next;
      ({ all: found, ownTexts } = findLookalikes(piece, lines, definitions));
      foundItems = new Map(found.flatMap((one) => (one.item ? [[one.item, one]] : [])));
      for (const one of found) allFound.push(one);
      piece.nodes.forEach((node) => visit(node, atTop));
    },
    finish: () => {
      headings.sections.forEach((section, at) => {
        const isNamed = section.skill !== null || section.isOnPath || at === 0;
        if (section.skill === null) for (const { from, to } of section.fragments) leave(from, to, 'list');
        if (section.saysMore || !isNamed) leave(section.line, section.end, 'heading');
      });
      return {
        sections: headings.sections,
        skills: headings.skills,
        note,
        leftOut: close(),
        tooDeep,
        found: allFound.map((one) => ({ found: one, skill: headings.at(one.line).skill })),
      };
    },
  };
};
