import { sameText } from '../../shared/rules/same-text.ts';
import type { ListSkill, ListTask } from './document.ts';

/** What the person has now. Keys of skills and keys of topics are two series. */
export type PresentSkill = {
  readonly key: number;
  readonly name: string;
  readonly path: readonly string[];
  readonly note: string | null;
  /** Made here and never in a file, so that no file can miss it. */
  readonly own: boolean;
  readonly tasks: readonly PresentTask[];
};

export type PresentTask = {
  readonly key: number;
  readonly text: string;
  readonly markdown: string | null;
  /** Counts as known: ticked, or to be revised. */
  readonly counted: boolean;
  readonly note: string | null;
  readonly own: boolean;
  readonly children: readonly PresentTask[];
};

/** A task of either side while it is being matched; `at` is its place in the order of its list. */
export type Node<T extends PresentTask | ListTask> = {
  readonly task: T;
  readonly at: number;
  readonly form: string;
  readonly skill: number;
  readonly parent: Node<T> | null;
  readonly children: Node<T>[];
};

export type Present = Node<PresentTask>;
export type Next = Node<ListTask>;

/** The form in which texts are compared; a text of signs alone stands for itself. */
export const formOf = (text: string): string => sameText(text) || text;

type Task = PresentTask | ListTask;
type Skill<T> = { readonly tasks: readonly T[] };

/** All tasks of all skills in order, and those at the top of each skill. */
const nodesOf = <T extends Task>(
  skills: readonly Skill<T>[],
): { readonly all: readonly Node<T>[]; readonly tops: readonly (readonly Node<T>[])[] } => {
  const all: Node<T>[] = [];
  const add = (task: T, skill: number, parent: Node<T> | null): Node<T> => {
    const node: Node<T> = {
      task,
      at: all.length,
      form: formOf(task.text),
      skill,
      parent,
      children: [],
    };
    all.push(node);
    for (const child of task.children as readonly T[]) node.children.push(add(child, skill, node));
    return node;
  };
  return { all, tops: skills.map(({ tasks }, skill) => tasks.map((task) => add(task, skill, null))) };
};

export const presentNodes = (skills: readonly PresentSkill[]): ReturnType<typeof nodesOf<PresentTask>> =>
  nodesOf(skills);
export const nextNodes = (skills: readonly ListSkill[]): ReturnType<typeof nodesOf<ListTask>> =>
  nodesOf(skills);
