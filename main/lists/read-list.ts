import { AppError } from '../../shared/reply.ts';
import { LENGTHS } from '../../shared/values.ts';
import { startCounts } from './counts.ts';
import type { ListDocument, ListSkill, ListTask } from './document.ts';
import type { DraftTask, Section } from './headings.ts';
import { onOneLine } from './inline.ts';
import { noteOf } from './notes.ts';
import { BLOCK_START, lastLineOf, PIECE_LENGTH, readDefinitions, readPieces } from './pieces.ts';
import { frontMatterLength, isBlank, sourceLines } from './source-lines.ts';
import { startWalk, type Walked } from './walk.ts';

/** Most tasks that one file may have. */
const MAX_TASKS = 200_000;

type Options = {
  /** Makes tasks of lines that only look like tasks. */
  readonly takeLookalikes?: boolean;
  readonly maxTasks?: number;
  readonly pieceLength?: number;
  /** Told now and then which part of the file was read, from 0 to 1. */
  readonly onProgress?: (part: number) => void;
};

const nameOfFile = (fileName: string): string => {
  const base = onOneLine(fileName.toWellFormed().replace(/^.*[\\/]/, ''));
  return base.replace(/(?<=.)\.[^.]*$/, '');
};

const finishTask = (task: DraftTask): ListTask => ({
  text: task.text,
  markdown: task.markdown,
  links: task.links,
  checked: task.checked,
  note: noteOf(task.fragments),
  children: task.children.map(finishTask),
  line: task.line + 1,
});

const finishSkills = ({ sections, skills }: Walked, category: string): ListSkill[] => {
  const made = sections.filter((section): section is Section & { skill: number } => section.skill !== null);
  return made
    .toSorted((a, b) => a.skill - b.skill)
    .map(({ name, fragments, line, skill }) => ({
      name: name || category,
      path: skills[skill]!.path,
      note: noteOf(fragments),
      tasks: skills[skill]!.tasks.map(finishTask),
      line: line + 1,
    }));
};

/**
 * Reads a Markdown task list by the rules of GitHub's Markdown. `fileName` names the category where the file has no h1.
 * Throws `invalid` for what is no text, for more than 200,000 tasks, for hundreds of lists within lists, and for a text without
 * an empty line that is longer than any note.
 */
export const readList = (
  source: Uint8Array | string,
  fileName: string,
  options: Options = {},
): ListDocument => {
  const lines = sourceLines(source);
  if (lines.some((line) => ENDLESS.test(line))) throw nestedTooDeeply();
  refuseEndlessText(lines);
  try {
    return readLines(lines, fileName, options);
  } catch (error) {
    // The parser calls itself for each level.
    throw error instanceof RangeError ? nestedTooDeeply() : error;
  }
};

/** Quotes and lists within each other on one line, more than anybody means. */
const ENDLESS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){500}/;
const nestedTooDeeply = (): AppError =>
  new AppError('invalid', 'This file has lists or quotes nested too deeply to be read.');

const FENCE = /^[ \t]*(?:`{3}|~{3})/;
const TABLE_ROW = /^[ \t]*\|/;

/** The parser takes four times as long for twice such a text, and minutes for a megabyte of it. Code and tables cost no more. */
const refuseEndlessText = (lines: readonly string[]): void => {
  let length = 0;
  let isCode = false;
  for (const line of lines) {
    if (FENCE.test(line)) isCode = !isCode;
    const isApart = isCode || isBlank(line) || BLOCK_START.test(line) || TABLE_ROW.test(line);
    length = isApart ? line.length : length + line.length + 1;
    if (length > LENGTHS.note) {
      throw new AppError(
        'invalid',
        `This file has more than ${LENGTHS.note.toLocaleString('en')} characters without an empty line, more than a note can hold. Divide that text, or take it out.`,
      );
    }
  }
};

const readLines = (
  lines: readonly string[],
  fileName: string,
  { takeLookalikes = false, maxTasks = MAX_TASKS, pieceLength = PIECE_LENGTH, onProgress }: Options,
): ListDocument => {
  const frontMatter = frontMatterLength(lines);
  const definitions = readDefinitions(lines, frontMatter);
  const counter = startCounts();
  // To GitHub's parser front matter is a heading; counts are as it counts.
  for (const piece of readPieces(lines.slice(0, frontMatter), 0, definitions)) counter.add(piece);
  const walk = startWalk(lines, definitions, takeLookalikes, frontMatter);
  for (const piece of readPieces(lines, frontMatter, definitions, pieceLength)) {
    counter.add(piece);
    if (counter.counts().tasks > maxTasks)
      throw new AppError(
        'invalid',
        `This file has more than ${maxTasks.toLocaleString('en')} tasks. Split it and bring the parts one by one.`,
      );
    walk.add(piece);
    const last = piece.nodes.at(-1);
    if (last) onProgress?.((lastLineOf(last, piece) + 1) / lines.length);
  }
  const walked = walk.finish();
  const category = walked.sections[0]!.name || nameOfFile(fileName);
  return {
    category,
    note: walked.note,
    skills: finishSkills(walked, category),
    leftOut: walked.leftOut,
    lookalikes: walked.found.map(({ found, skill }) => ({
      line: found.line + 1,
      kind: found.kind,
      text: found.inline.text,
      checked: found.checked,
      skill,
    })),
    tooDeep: walked.tooDeep,
    counts: counter.counts(),
  };
};
