import type { Next, Present } from './match-nodes.ts';
import { likestPairs } from './similar.ts';

/** How alike two texts must be to be one task that was reworded: beside each other, in one skill, anywhere. */
const ALIKE_BESIDE = 0.45;
const ALIKE_IN_SKILL = 0.55;
const ALIKE_ANYWHERE = 0.7;

type Sides = {
  readonly present: readonly Present[];
  readonly next: readonly Next[];
  /** For each skill of `next` the index of the present one that it is. */
  readonly skills: readonly (number | null)[];
  /** Tasks at the top of each skill. */
  readonly presentTops: readonly (readonly Present[])[];
  readonly nextTops: readonly (readonly Next[])[];
};

const addressesOf = ({ task }: Present | Next): string =>
  ((task.markdown ?? task.text).match(/https?:\/\/[^\s<>")\]]+/g) ?? []).join(' ');

/** For each task of `next`, in order, the present one that it is, or null. Each present one is used at most once. */
export const matchTasks = (sides: Sides): readonly (Present | null)[] => {
  const matched: (Present | null)[] = sides.next.map(() => null);
  const isTaken = sides.present.map(() => false);
  const isOpen = (node: Next): boolean => matched[node.at] === null;
  const isFree = (node: Present): boolean => !isTaken[node.at];

  const pair = (next: Next, present: Present): void => {
    if (!isOpen(next) || !isFree(present)) return;
    matched[next.at] = present;
    isTaken[present.at] = true;
    pairLevel(next.children, present.children);
  };

  /** Those with one key are paired in their order. */
  const pairBy = (
    next: readonly Next[],
    present: readonly Present[],
    nextKey: (node: Next) => string | null,
    presentKey: (node: Present) => string | null,
  ): void => {
    const free = Map.groupBy(present.filter(isFree), (node) => presentKey(node) ?? '');
    for (const [key, nodes] of Map.groupBy(next.filter(isOpen), (node) => nextKey(node) ?? '')) {
      const others = key === '' ? [] : (free.get(key) ?? []);
      let at = 0;
      for (const node of nodes) {
        while (at < others.length && !isFree(others[at]!)) at += 1;
        if (at === others.length) break;
        pair(node, others[at]!);
      }
    }
  };

  const text = ({ task }: Present | Next): string => task.text;
  const form = (node: Present | Next): string => node.form;
  const pairLevel = (next: readonly Next[], present: readonly Present[]): void => {
    if (next.length === 0 || present.length === 0) return;
    pairBy(next, present, text, text);
    pairBy(next, present, form, form);
  };

  /** The index of the present skill that a skill of `next` is. */
  const presentSkill = (skill: number): number | null => sides.skills[skill] ?? null;
  const presentTopsOf = (skill: number): readonly Present[] =>
    sides.presentTops[presentSkill(skill) ?? -1] ?? [];
  const skillKey = (node: Next): string | null => {
    const skill = presentSkill(node.skill);
    return skill === null ? null : String(skill);
  };
  const inSkill =
    (key: (node: Present | Next) => string) =>
    (node: Next): string | null =>
      skillKey(node) === null ? null : `${skillKey(node)} ${key(node)}`;
  const inPresentSkill =
    (key: (node: Present | Next) => string) =>
    (node: Present): string =>
      `${node.skill} ${key(node)}`;
  const belowSame =
    (key: (node: Present | Next) => string) =>
    (node: Present | Next): string =>
      JSON.stringify([node.parent?.form ?? null, key(node)]);

  const pairSameTexts = (): void => {
    const { next, present } = sides;
    sides.nextTops.forEach((tops, skill) => pairLevel(tops, presentTopsOf(skill)));
    for (const key of [belowSame(text), belowSame(form), text, form])
      pairBy(next, present, inSkill(key), inPresentSkill(key));
    for (const key of [belowSame(text), belowSame(form), text, form]) pairBy(next, present, key, key);
  };

  /** Reworded, with the same links; a link that several have tells nothing. */
  const pairSameLinks = (): void => {
    const free = Map.groupBy(sides.present.filter(isFree), addressesOf);
    for (const [addresses, nodes] of Map.groupBy(sides.next.filter(isOpen), addressesOf)) {
      const others = free.get(addresses) ?? [];
      if (addresses !== '' && nodes.length === 1 && others.length === 1) pair(nodes[0]!, others[0]!);
    }
  };

  const pairAlike = (next: readonly Next[], present: readonly Present[], least: number): void => {
    const [open, free] = [next.filter(isOpen), present.filter(isFree)];
    if (open.length === 0 || free.length === 0) return;
    for (const { a, b } of likestPairs(open, free, least)) pair(a, b);
  };

  /** Parents come before what is below them, so a match found on the way serves the next level at once. */
  const pairAlikeBeside = (): void => {
    sides.nextTops.forEach((tops, skill) => pairAlike(tops, presentTopsOf(skill), ALIKE_BESIDE));
    for (const node of sides.next) {
      const present = matched[node.at];
      if (present) pairAlike(node.children, present.children, ALIKE_BESIDE);
    }
  };

  const pairAlikeInSkills = (): void => {
    const free = Map.groupBy(sides.present.filter(isFree), ({ skill }) => String(skill));
    for (const [skill, nodes] of Map.groupBy(sides.next.filter(isOpen), (node) => skillKey(node) ?? ''))
      pairAlike(nodes, free.get(skill) ?? [], ALIKE_IN_SKILL);
  };

  pairSameTexts();
  pairSameLinks();
  pairAlikeBeside();
  pairAlikeInSkills();
  pairAlike(sides.next, sides.present, ALIKE_ANYWHERE);
  pairAlikeBeside();
  return matched;
};
