import { AppError } from '../../shared/reply.ts';
import { startCounts } from './counts.ts';
import type { ListDocument, ListSkill, ListTask } from './document.ts';
import type { DraftTask, Section } from './headings.ts';
import { onOneLine } from './inline.ts';
import { noteOf } from './notes.ts';
import { readDefinitions, readPieces } from './parse.ts';
import { frontMatterLength, sourceLines } from './source-lines.ts';
import { startWalk, type Walked } from './walk.ts';

/** More than this many tasks in one file are refused. */
const MAX_TASKS = 200_000;

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
 * With `takeLookalikes` lines that only look like tasks become tasks. Throws `invalid` for what is no text, and for more
 * than 200,000 tasks.
 */
export const readList = (
  source: Uint8Array | string,
  fileName: string,
  options: { readonly takeLookalikes?: boolean } = {},
): ListDocument => {
  const lines = sourceLines(source);
  const frontMatter = frontMatterLength(lines);
  const definitions = readDefinitions(lines, frontMatter);
  const counter = startCounts();
  // To GitHub's parser front matter is a heading; counts are as it counts.
  for (const { nodes } of readPieces(lines.slice(0, frontMatter), 0, definitions)) counter.add(nodes);
  const walk = startWalk(lines, definitions, options.takeLookalikes ?? false, frontMatter);
  for (const piece of readPieces(lines, frontMatter, definitions)) {
    counter.add(piece.nodes);
    if (counter.counts().tasks > MAX_TASKS)
      throw new AppError(
        'invalid',
        'This file has more than 200,000 tasks. Split it into several files and bring them one by one.',
      );
    walk.add(piece);
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
