import type { ListSkill, ListTask } from './document.ts';
import { nextNodes, presentNodes, type Next, type Present, type PresentSkill } from './match-nodes.ts';
import { matchSkills } from './match-skills.ts';
import { matchTasks } from './match-tasks.ts';

export type SkillMatch = {
  /** The present skill that it is; null for an added one. */
  readonly key: number | null;
  /** It stands under other headings. */
  readonly moved: boolean;
  /** Its name before, where that is another. */
  readonly before: string | null;
};

export type TaskMatch = {
  /** The present task that it is; null for an added one. */
  readonly key: number | null;
  /** It has another parent or skill; a new place among the same ones is no move. */
  readonly moved: boolean;
  /** Its text, or the Markdown of it, is another. */
  readonly changed: boolean;
  /** Its text before, where that is another. */
  readonly before: string | null;
  /** `unticked` is for the person to know: their tick is kept. */
  readonly tick: 'none' | 'newly ticked' | 'unticked';
};

/** A present item that a file brought and the newer one no longer has. */
export type Removed = {
  readonly key: number;
  /** The text of a task, the name of a skill. */
  readonly text: string;
  /** The skill that it is, or that it is in. */
  readonly skill: number;
  /** A tick or a note of its own would go with it. */
  readonly loses: boolean;
};

export type ListMatch = {
  readonly skills: ReadonlyMap<ListSkill, SkillMatch>;
  readonly tasks: ReadonlyMap<ListTask, TaskMatch>;
  readonly removedSkills: readonly Removed[];
  readonly removedTasks: readonly Removed[];
  /** Tasks, save for those that say skills. An added task is not newly ticked, and `same` is one with no change at all. */
  readonly totals: {
    readonly same: number;
    readonly added: number;
    readonly removed: number;
    /** Of those removed. */
    readonly losing: number;
    readonly moved: number;
    readonly changed: number;
    readonly newlyTicked: number;
    readonly unticked: number;
    readonly skillsAdded: number;
    readonly skillsRemoved: number;
    readonly skillsChanged: number;
  };
};

const isSamePath = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, at) => name === b[at]);

/**
 * What a newer version of a list is to the present one. The same place and text come first, then the same text anywhere,
 * then the same links, then texts that are alike. The same input gives the same answer; a list is no change to itself.
 */
export const matchLists = (present: readonly PresentSkill[], next: readonly ListSkill[]): ListMatch => {
  const skillOf = matchSkills(present, next);
  const [before, after] = [presentNodes(present), nextNodes(next)];
  const matched = matchTasks({
    present: before.all,
    next: after.all,
    skills: skillOf,
    presentTops: before.tops,
    nextTops: after.tops,
  });

  const isInPlace = (node: Next, own: Present): boolean =>
    skillOf[node.skill] === own.skill &&
    (node.parent === null ? null : matched[node.parent.at]) === own.parent;

  const tick = (node: Next, own: Present): TaskMatch['tick'] => {
    if (node.task.checked === own.task.counted) return 'none';
    return node.task.checked ? 'newly ticked' : 'unticked';
  };

  const taskMatch = (node: Next): TaskMatch => {
    const own = matched[node.at];
    if (!own) return { key: null, moved: false, changed: false, before: null, tick: 'none' };
    const isReworded = node.task.text !== own.task.text;
    return {
      key: own.task.key,
      moved: !isInPlace(node, own),
      changed: isReworded || node.task.markdown !== own.task.markdown,
      before: isReworded ? own.task.text : null,
      tick: tick(node, own),
    };
  };

  const skillMatch = (skill: ListSkill, at: number): SkillMatch => {
    const index = skillOf[at];
    const own = index === null || index === undefined ? undefined : present[index];
    if (!own) return { key: null, moved: false, before: null };
    return {
      key: own.key,
      moved: !isSamePath(own.path, skill.path),
      before: own.name === skill.name ? null : own.name,
    };
  };

  const used = new Set(matched);
  const usedSkills = new Set(skillOf);
  const tasks = new Map(after.all.map((node) => [node.task, taskMatch(node)]));
  const skills = new Map(next.map((skill, at) => [skill, skillMatch(skill, at)]));
  // What holds something of the person's own stays with it.
  const isGone = (node: Present): boolean =>
    !used.has(node) && !node.task.own && node.children.every((child) => used.has(child) || isGone(child));
  const gone = new Set(before.all.filter(isGone));
  const removedTasks = [...gone].map(({ task, skill }): Removed => ({
    key: task.key,
    text: task.text,
    skill: present[skill]!.key,
    loses: task.counted || task.note !== null,
  }));
  const removedSkills = present
    .filter(
      ({ own }, at) =>
        !own && !usedSkills.has(at) && before.tops[at]!.every((node) => used.has(node) || gone.has(node)),
    )
    .map(({ key, name, note }): Removed => ({ key, text: name, skill: key, loses: note !== null }));

  const all = [...tasks.values()];
  const count = (is: (match: TaskMatch) => boolean): number => all.filter(is).length;
  const allSkills = [...skills.values()];
  return {
    skills,
    tasks,
    removedSkills,
    removedTasks,
    totals: {
      same: count(
        ({ key, moved, changed, tick: its }) => key !== null && !moved && !changed && its === 'none',
      ),
      added: count(({ key }) => key === null),
      removed: removedTasks.length,
      losing: removedTasks.filter(({ loses }) => loses).length,
      moved: count(({ moved }) => moved),
      changed: count(({ changed }) => changed),
      newlyTicked: count(({ tick: its }) => its === 'newly ticked'),
      unticked: count(({ tick: its }) => its === 'unticked'),
      skillsAdded: allSkills.filter(({ key }) => key === null).length,
      skillsRemoved: removedSkills.length,
      skillsChanged: allSkills.filter(({ moved, before: name }) => moved || name !== null).length,
    },
  };
};
