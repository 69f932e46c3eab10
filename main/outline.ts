import { topicByNumber, topicsBelow } from '../data/topics.ts';
import type { Db } from '../data/sql.ts';
import type { Fraction } from '../shared/model/common.ts';
import { isCounted, type TopicStatus } from '../shared/values.ts';

/**
 * Counted and countable leaves below topics that have topics below them. Worked out when first asked for, then moved with
 * each tick, so that a tick below a long list costs no walk through it.
 */
export type Outline = {
  readonly leaves: (topic: number) => Fraction;
  /** A leaf somewhere below `parent` changed its status. */
  readonly follow: (parent: number, before: TopicStatus, after: TopicStatus) => void;
  /** The topics above, nearest first. */
  readonly above: (parent: number | null) => readonly number[];
  /** Topics were added, moved or removed. */
  readonly clear: () => void;
};

const countable = (status: TopicStatus): number => (status === 'skipped' ? 0 : 1);
const counted = (status: TopicStatus): number => (isCounted(status) ? 1 : 0);

export const openOutline = (db: Db): Outline => {
  const known = new Map<number, Fraction>();
  const parents = new Map<number, number | null>();

  const parentOf = (topic: number): number | null => {
    let parent = parents.get(topic);
    if (parent === undefined) parents.set(topic, (parent = topicByNumber(db, topic)!.parent));
    return parent;
  };
  const above: Outline['above'] = (parent) => {
    const line: number[] = [];
    for (let at = parent; at !== null; at = parentOf(at)) line.push(at);
    return line;
  };
  return {
    leaves: (topic) => {
      let sum = known.get(topic);
      if (!sum) {
        const leaves = topicsBelow(db, topic).filter(({ leaf }) => leaf === 1);
        sum = {
          done: leaves.reduce((all, { state }) => all + counted(state.status), 0),
          total: leaves.reduce((all, { state }) => all + countable(state.status), 0),
        };
        known.set(topic, sum);
      }
      return sum;
    },
    follow: (parent, before, after) => {
      const done = counted(after) - counted(before);
      const total = countable(after) - countable(before);
      for (const topic of above(parent)) {
        const sum = known.get(topic);
        if (sum) known.set(topic, { done: sum.done + done, total: sum.total + total });
      }
    },
    above,
    clear: () => {
      known.clear();
      parents.clear();
    },
  };
};
