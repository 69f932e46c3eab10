import { useCallback, useEffect, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Output } from '../../shared/contract.ts';
import type { Topic } from '../../shared/model/topic.ts';
import { useStore } from '../store.ts';
import { queryKey } from '../store/queries.ts';

const PAGE = 100;

/** The topic in a row of a level; undefined while its page is being read. */
export type TopicAt = (index: number) => Topic | undefined;

/** Reads the pages of topics that the visible rows need. Rows count from the skill's topic number `offset`. */
export const useTopicPages = (
  skill: string,
  offset: number,
  count: number,
  [from, to]: readonly [number, number],
): TopicAt => {
  const first = Math.floor((offset + from) / PAGE);
  const last = Math.floor((offset + Math.min(to, count - 1)) / PAGE);
  const inputs = useMemo(
    () =>
      Array.from({ length: last - first + 1 }, (_, page) => ({
        skill,
        offset: (first + page) * PAGE,
        limit: PAGE,
      })),
    [skill, first, last],
  );
  const revision = useStore((state) => state.revision);
  const load = useStore((state) => state.load);
  const pages = useStore(
    useShallow((state) =>
      inputs.map(
        (input) => state.queries[queryKey('topics.list', input)]?.data as Output<'topics.list'> | undefined,
      ),
    ),
  );
  useEffect(() => {
    for (const input of inputs) void load('topics.list', input);
  }, [inputs, revision, load]);

  return useCallback(
    (index) => {
      const at = offset + index;
      return pages[Math.floor(at / PAGE) - first]?.topics[at % PAGE];
    },
    [pages, first, offset],
  );
};
