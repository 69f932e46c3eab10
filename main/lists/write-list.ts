import type { ListSkill, ListTask } from './document.ts';
import { headingMarkdown, inlineMarkdown } from './escape.ts';
import { headingMarker } from './headings.ts';
import { fence, noteLines } from './write-note.ts';

/** What a list is written from; lines are of no matter. */
export type WrittenTask = Omit<ListTask, 'line' | 'children'> & { readonly children: readonly WrittenTask[] };
export type WrittenSkill = Omit<ListSkill, 'line' | 'tasks'> & { readonly tasks: readonly WrittenTask[] };
export type WrittenList = {
  readonly category: string;
  readonly note?: string | null;
  readonly skills: readonly WrittenSkill[];
};

const writable = (text: string): string =>
  text.toWellFormed().replaceAll('\0', '\uFFFD').replaceAll(/\r\n?/g, '\n');

const indented = (lines: readonly string[], depth: number): string[] =>
  lines.map((line) => (line === '' ? '' : '  '.repeat(depth) + line));

const taskLines = (tasks: readonly WrittenTask[], depth: number): string[] =>
  tasks.flatMap((task) => {
    const text = writable(inlineMarkdown(task));
    const note = task.note ? noteLines(writable(task.note), 'task') : [];
    return [
      ...indented([`- [${task.checked ? 'x' : ' '}] ${text}`], depth),
      ...indented(note, depth + 1),
      ...taskLines(task.children, depth + 1),
    ];
  });

const heading = (name: string, level: number, isSkill: boolean): string =>
  `${'#'.repeat(Math.min(6, level))} ${headingMarkdown(writable(name))}${headingMarker(level, isSkill)}`;

/**
 * A list as Markdown that `readList` reads back as the same: category, note, skills, tasks, nesting, ticks, links and
 * notes. Headings deeper than six levels, and skills without tasks, are marked by a comment.
 */
export const writeList = ({ category, note, skills }: WrittenList): string => {
  const parts: string[][] = [];
  const [firstSkill] = skills;
  const isTitled = firstSkill?.path.length === 0 && firstSkill.name === category;
  parts.push([heading(category, 1, isTitled && firstSkill.tasks.length === 0)]);
  if (note) parts.push(fence(writable(note)));
  let above: readonly string[] = [];
  for (const skill of skills) {
    const isSkill = skill.tasks.length === 0;
    if (skill !== firstSkill || !isTitled) {
      const shared = skill.path.findIndex((name, at) => name !== above[at]);
      skill.path.forEach((name, at) => {
        if (shared >= 0 && at >= shared) parts.push([heading(name, at + 2, false)]);
      });
      parts.push([heading(skill.name, skill.path.length + 2, isSkill)]);
      above = [...skill.path, skill.name];
    }
    const lines = [
      ...(skill.note ? noteLines(writable(skill.note), 'skill') : []),
      ...taskLines(skill.tasks, 0),
    ];
    if (lines.length > 0) parts.push(lines);
  }
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
};
