import type { ListDocument, ListTask } from '../../../main/lists/document.ts';
import type { WrittenList, WrittenTask } from '../../../main/lists/write-list.ts';

const withoutLines = (tasks: readonly ListTask[]): WrittenTask[] =>
  tasks.map(({ line: _line, children, ...task }) => ({ ...task, children: withoutLines(children) }));

/** What a list is, wherever its parts stand in the file. */
export const listOf = ({ category, note, skills }: ListDocument): WrittenList => ({
  category,
  note,
  skills: skills.map(({ name, path, note: own, tasks }) => ({
    name,
    path,
    note: own,
    tasks: withoutLines(tasks),
  })),
});

const noteOf = (note: string | null): string => (note === null ? '' : ` // ${note.replaceAll('\n', ' / ')}`);

const taskLines = (tasks: readonly ListTask[], indent: string): string[] =>
  tasks.flatMap(({ text, checked, note, children }) => [
    `${indent}${checked ? 'x' : 'o'} ${text}${noteOf(note)}`,
    ...taskLines(children, `${indent}  `),
  ]);

/** A list as lines to look at: skills with their path, tasks with `x` or `o`, notes behind `//`. */
export const outline = ({ skills }: ListDocument): string[] =>
  skills.flatMap(({ name, path, note, tasks }) => [
    `${[...path, name].join(' > ')}${noteOf(note)}`,
    ...taskLines(tasks, '  '),
  ]);

/** What was left out as `line kind: text`. */
export const leftOut = (document: ListDocument): string[] =>
  document.leftOut.map(({ line, kind, text }) => `${line} ${kind}: ${text}`);

/** Lookalikes as `line kind: text`, with `x` or `o`. */
export const lookalikes = (document: ListDocument): string[] =>
  document.lookalikes.map(({ line, kind, checked, text }) =>
    `${line} ${kind}: ${checked ? 'x' : 'o'} ${text}`.trimEnd(),
  );
