import type { ListOffer } from '../../shared/model/list.ts';
import type { LeftOut, Lookalike } from './document.ts';
import type { ListMatch } from './match-lists.ts';

/** A heading with tasks, ready to be brought in. */
export type StagedSkill = {
  readonly kind: 'skill';
  readonly name: string;
  readonly path: readonly string[];
  readonly note: string | null;
  readonly tasks: number;
  /** Number of the skill of the list that it is; null for an added one. */
  readonly key: number | null;
  readonly moved: boolean;
  readonly before: string | null;
  readonly offer: ListOffer | null;
};

/** A task below the last skill before it. */
export type StagedTask = {
  readonly kind: 'task';
  readonly text: string;
  readonly markdown: string | null;
  /** As the row of a topic keeps them: null for none. */
  readonly links: string | null;
  readonly checked: boolean;
  readonly note: string | null;
  /** 1 at the top; tasks below one follow it at once. */
  readonly depth: number;
  /** Number of the topic of the list that it is; null for an added one. */
  readonly key: number | null;
  readonly moved: boolean;
  readonly changed: boolean;
  readonly before: string | null;
  readonly tick: 'none' | 'newly ticked' | 'unticked';
  readonly offer: ListOffer | null;
};

export type StagedRemoved = {
  readonly what: 'skill' | 'topic';
  readonly key: number;
  readonly text: string;
  readonly where: string;
  readonly loses: boolean;
};

/** What reading a file came to: plain data, in the order of the preview. Nothing of it is in the person's file yet. */
export type StagedList = {
  readonly category: string;
  readonly fileName: string;
  /** The note on the category; only a list that Groundwork wrote has one. */
  readonly note: string | null;
  /** The list that this is a newer version of; null for a new one. */
  readonly update: {
    readonly category: string;
    readonly title: string;
    readonly totals: ListMatch['totals'];
  } | null;
  readonly items: readonly (StagedSkill | StagedTask)[];
  readonly removed: readonly StagedRemoved[];
  /** How many links the tasks have. */
  readonly links: number;
  readonly tookLookalikes: boolean;
  /** Those that are not among the tasks. */
  readonly lookalikes: readonly Lookalike[];
  readonly leftOut: readonly LeftOut[];
  readonly tooDeep: number;
  /** The event that was the newest while the list was compared; a later one makes the comparison stale. */
  readonly comparedAt: number;
};
