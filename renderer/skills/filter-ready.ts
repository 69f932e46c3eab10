import { useEffect, useState } from 'react';
import type { Input, Output } from '../../shared/contract.ts';
import type { SkillFilter } from '../../shared/model/search.ts';
import { useStoreApi } from '../store.ts';
import { queryKey } from '../store/queries.ts';
import { isNarrowed } from './filter-parts.ts';

/** Skills read at a time. */
export const PAGE = 200;
/** Rows that are surely in sight when a filter has changed. */
const IN_SIGHT = 60;

const narrowed = (filter: SkillFilter) => (isNarrowed(filter) ? { filter } : {});

export const categoriesInput = (filter: SkillFilter): Input<'skills.categories'> => narrowed(filter);

export const skillsInput = (category: string, page: number, filter: SkillFilter) => ({
  category,
  ...narrowed(filter),
  offset: page * PAGE,
  limit: PAGE,
});

/**
 * The filter to show: the newest one whose categories and first skills were read. Until then the list stays as it was, so
 * that nothing flickers while a person types.
 */
export const useReadyFilter = (filter: SkillFilter): SkillFilter => {
  const store = useStoreApi();
  const [ready, setReady] = useState(filter);
  useEffect(() => {
    if (ready === filter) return;
    let isOver = false;
    const read = async (): Promise<void> => {
      const { load } = store.getState();
      const input = categoriesInput(filter);
      await load('skills.categories', input);
      const known = store.getState().queries[queryKey('skills.categories', input)]?.data;
      if (isNarrowed(filter) && known !== undefined) {
        const { categories } = known as Output<'skills.categories'>;
        let rows = 0;
        const first = categories.filter(({ skills }) => {
          const isInSight = rows < IN_SIGHT;
          rows += 1 + skills;
          return isInSight;
        });
        await Promise.all(first.map(({ id }) => load('skills.list', skillsInput(id, 0, filter))));
      }
      if (!isOver) setReady(filter);
    };
    void read();
    return () => {
      isOver = true;
    };
  }, [store, filter, ready]);
  return ready;
};
