import type { Heading, Nodes } from 'mdast';
import { firstFrom } from './by-line.ts';
import type { Inline } from './document.ts';
import { onOneLine, plainText } from './inline.ts';
import type { Fragment } from './notes.ts';
import { childrenOf } from './parse.ts';

export type DraftTask = Inline & {
  readonly checked: boolean;
  readonly line: number;
  /** 1 at the top. */
  readonly depth: number;
  readonly fragments: Fragment[];
  readonly children: DraftTask[];
};

export type DraftSkill = { readonly path: readonly string[]; readonly tasks: DraftTask[] };

/** A heading, or the document itself as the one above all of them. Lines count from 0. */
export type Section = {
  readonly depth: number;
  name: string;
  line: number;
  /** The last line of the heading itself. */
  end: number;
  /** List items with no task above them. */
  readonly fragments: Fragment[];
  lastTask: DraftTask | null;
  /** Its index among the skills; null while no task stands directly under it. */
  skill: number | null;
  isOnPath: boolean;
  /** The heading has a link or the like, of which its name has nothing. */
  saysMore: boolean;
};

/**
 * What Markdown's headings cannot say, in a comment at their end: that a heading without tasks is a skill, and that it
 * lies deeper than six levels.
 */
const MARKER = /^<!-- (?:(skill)|(skill, )?level (\d{1,4})) -->$/;
export const headingMarker = (level: number, isSkill: boolean): string => {
  const parts = [...(isSkill ? ['skill'] : []), ...(level > 6 ? [`level ${level}`] : [])];
  return parts.length === 0 ? '' : ` <!-- ${parts.join(', ')} -->`;
};

/** Something in a heading of which its plain text has nothing. */
const saysMore = (node: Nodes): boolean => {
  if (node.type === 'html') return !MARKER.test(node.value);
  if (node.type === 'link' && node.url.endsWith(plainText(node.children))) return false;
  return /^(?:link|image)/.test(node.type) || childrenOf(node).some(saysMore);
};

type Headings = {
  readonly sections: readonly Section[];
  readonly skills: readonly DraftSkill[];
  readonly current: () => Section;
  /** The section that a line belongs to, once all are read. */
  readonly at: (line: number) => Section;
  readonly enter: (heading: Heading, line: number, end: number, isAtTop: boolean) => void;
  /** Nothing but the first h1 was read so far. */
  readonly isAtStart: () => boolean;
  /** The skill of the present section, made with its first task. */
  readonly skill: () => DraftSkill;
  /** Reads a part of the file that leaves the headings around it as they were. */
  readonly within: (read: () => void, lineAfter: number) => void;
};

export const startHeadings = (): Headings => {
  const section = (name: string, depth: number, line: number, end: number): Section => ({
    name,
    depth,
    line,
    end,
    fragments: [],
    lastTask: null,
    skill: null,
    isOnPath: false,
    saysMore: false,
  });
  const root = section('', 0, 0, 0);
  const sections: Section[] = [root];
  const skills: DraftSkill[] = [];
  const turns: { readonly line: number; readonly section: Section }[] = [{ line: 0, section: root }];
  let stack: readonly Section[] = [root];
  const current = (): Section => stack.at(-1)!;

  const skill = (): DraftSkill => {
    const own = current();
    if (own.skill !== null) return skills[own.skill]!;
    const above = stack.slice(1, -1).filter(({ name }) => name !== '');
    for (const one of above) one.isOnPath = true;
    own.skill = skills.push({ path: above.map(({ name }) => name), tasks: [] }) - 1;
    return skills[own.skill]!;
  };

  const enter: Headings['enter'] = (heading, line, end, isAtTop) => {
    const name = plainText(heading.children);
    const last = heading.children.at(-1);
    const marker = last?.type === 'html' ? MARKER.exec(onOneLine(last.value)) : null;
    const depth = heading.depth === 6 && marker?.[3] ? Math.max(6, Number(marker[3])) : heading.depth;
    if (isAtTop && depth === 1 && root.name === '' && name !== '') {
      root.name = name;
      root.line = line;
      root.end = end;
      root.lastTask = null;
      stack = [root];
    } else {
      const one = section(name, depth, line, end);
      sections.push(one);
      stack = [...stack.filter((above) => above.depth < depth), one];
    }
    current().saysMore = saysMore(heading);
    turns.push({ line, section: current() });
    if (marker?.[1] || marker?.[2]) skill();
  };

  return {
    sections,
    skills,
    current,
    enter,
    skill,
    isAtStart: () => sections.length === 1 && skills.every(({ tasks }) => tasks.length === 0),
    at: (line) => turns[Math.max(0, firstFrom(turns, line + 1) - 1)]!.section,
    within: (read, lineAfter) => {
      const before = stack;
      read();
      if (stack !== before) turns.push({ line: lineAfter, section: before.at(-1)! });
      stack = before;
    },
  };
};
