import type { ListSkill, ListTask } from './document.ts';
import { formOf, type PresentSkill, type PresentTask } from './match-nodes.ts';
import { likestPairs } from './similar.ts';

type Side = { readonly name: string; readonly path: readonly string[] };

const exactly = ({ path, name }: Side): string => JSON.stringify([path, name]);
const loosely = ({ path, name }: Side): string => JSON.stringify([path.map(formOf), formOf(name)]);
const byName = ({ name }: Side): string => formOf(name);

/** Texts of a skill's tasks that say what it is about, at any depth. */
const formsOf = (tasks: readonly (PresentTask | ListTask)[], forms = new Set<string>()): Set<string> => {
  for (const { text, children } of tasks) {
    forms.add(formOf(text));
    formsOf(children, forms);
  }
  return forms;
};

/** A skill whose tasks are at least this much the same is the same skill under another name. */
const SAME_TASKS = 0.5;
const SAME_NAME = 0.7;

/** For each skill of `next` the index of the present one that it is, or null. */
export const matchSkills = (
  present: readonly PresentSkill[],
  next: readonly ListSkill[],
): readonly (number | null)[] => {
  const matched: (number | null)[] = next.map(() => null);
  const isTaken = present.map(() => false);
  const openNext = (): number[] => [...next.keys()].filter((index) => matched[index] === null);
  const openPresent = (): number[] => [...present.keys()].filter((index) => !isTaken[index]);
  const pair = (of: number, to: number): void => {
    if (matched[of] !== null || isTaken[to]) return;
    matched[of] = to;
    isTaken[to] = true;
  };

  for (const keyOf of [exactly, loosely, byName]) {
    const groups = Map.groupBy(openPresent(), (index) => keyOf(present[index]!));
    for (const [key, own] of Map.groupBy(openNext(), (index) => keyOf(next[index]!))) {
      const others = groups.get(key) ?? [];
      own.slice(0, others.length).forEach((index, ordinal) => pair(index, others[ordinal]!));
    }
  }

  const forms = new Map(openPresent().map((index) => [index, formsOf(present[index]!.tasks)]));
  const having = new Map<string, number[]>();
  for (const [index, texts] of forms)
    for (const text of texts) having.set(text, [...(having.get(text) ?? []).slice(0, 16), index]);
  const overlaps = openNext().flatMap((index) => {
    const own = formsOf(next[index]!.tasks);
    const shared = new Map<number, number>();
    for (const text of own)
      for (const other of having.get(text) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    return [...shared].map(([other, count]) => ({
      index,
      other,
      share: (2 * count) / (own.size + forms.get(other)!.size),
    }));
  });
  for (const { index, other, share } of overlaps.toSorted(
    (a, b) => b.share - a.share || a.index - b.index || a.other - b.other,
  ))
    if (share >= SAME_TASKS) pair(index, other);

  const named = (skills: readonly Side[]) => (at: number) => ({ at, form: formOf(skills[at]!.name) });
  const alike = likestPairs(openNext().map(named(next)), openPresent().map(named(present)), SAME_NAME);
  for (const { a, b } of alike) pair(a.at, b.at);
  return matched;
};
