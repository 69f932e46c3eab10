import { simpleText } from './inline-text.ts';
import { NOTE_FENCE } from './lookalikes.ts';
import { readList } from './read-list.ts';

/** A fenced block that holds any text as it is. */
export const fence = (note: string): string[] => {
  const longest = Math.max(2, ...[...note.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return [`${mark}${NOTE_FENCE}`, ...note.split('\n'), mark];
};

const asItem = (lines: readonly string[]): string[] =>
  lines.map((line, at) => {
    if (at === 0) return `- ${line}`;
    return line === '' ? '' : `  ${line}`;
  });

export const fencedNote = (note: string): string[] => asItem(fence(note));

type Owner = 'task' | 'skill';

/** Whether the lines say the note and nothing else, where they will stand. */
const readsAs = (lines: readonly string[], note: string, owner: Owner): boolean => {
  const below = lines.map((line) => (line === '' ? '' : `  ${line}`));
  const around =
    owner === 'task'
      ? ['- [ ] a', ...below, '  - [ ] below', '- [ ] a', ...below, '- [ ] z']
      : [...lines, '- [ ] z'];
  const { skills, leftOut, lookalikes, counts } = readList(['# c', '', ...around].join('\n'), '');
  const [skill, ...others] = skills;
  if (!skill || others.length + leftOut.length + lookalikes.length > 0) return false;
  const texts = skill.tasks.map(({ text }) => text).join(' ');
  if (owner === 'skill') return texts === 'z' && counts.tasks === 1 && skill.note === note;
  return (
    texts === 'a a z' &&
    counts.tasks === 4 &&
    skill.note === null &&
    skill.tasks.every((task) => task.note === (task.text === 'a' ? note : null)) &&
    skill.tasks[0]!.children[0]?.note === null
  );
};

/** A line of a list item that is sure to be read as nothing else. */
const isSimple = (line: string): boolean =>
  /^[\p{L}[*`]/u.test(line) && !/\s$/.test(line) && simpleText(line) !== null;

/** The lines of a note below what it is about: list items where that says the same, else a fenced block. */
export const noteLines = (note: string, owner: Owner): string[] => {
  const lines = note.split('\n');
  if (lines.length === 1 && isSimple(note)) return asItem(lines);
  if (lines.length > 1 && lines.every((line) => line.startsWith('- ') && isSimple(line.slice(2))))
    return lines;
  // Definitions and tabs would mean something else to the rest of the file, or at another depth, and what looks like the
  // second line of a table might make the task its head.
  if (/\]:|^ *\t/m.test(note) || /^[-:|\s]*$/m.test(lines[0]!)) return fencedNote(note);
  const tried = note.startsWith('- ') ? [lines, asItem(lines)] : [asItem(lines)];
  return tried.find((one) => readsAs(one, note, owner)) ?? fencedNote(note);
};
