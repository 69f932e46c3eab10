import type { Guidance } from './guidance.ts';

/** Something of the catalogue's lists that can be marked as done. */
export type Markable = { readonly id: string; readonly text: string; readonly skills: readonly string[] };

/** Lines without an id of their own are known by their place. */
export const linesOf = (owner: string, kind: string, texts: readonly string[]): readonly Markable[] =>
  texts.map((text, index) => ({ id: `${owner}.${kind}.${index + 1}`, text, skills: [] }));

/** Everything that can be marked, by id. */
export const markables = (guidance: Guidance): ReadonlyMap<string, Markable> => {
  const { chooser, ladder, duties, checklist, firstJob } = guidance;
  const all: readonly Markable[] = [
    ...chooser.roadmap.steps.flatMap(({ id, exit }) => linesOf(id, 'exit', exit)),
    ...ladder.stages.flatMap(({ id, evidence }) => linesOf(id, 'evidence', evidence)),
    ...duties.common,
    ...duties.byRole.flatMap(({ items }) => items),
    ...checklist.phases.flatMap(({ items }) => items),
    ...firstJob.steps,
  ];
  return new Map(all.map((item) => [item.id, item]));
};
