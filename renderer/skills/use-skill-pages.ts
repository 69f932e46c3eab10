import { useCallback, useEffect, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Category, SkillRow } from '../../shared/model/skill.ts';
import type { Output } from '../../shared/contract.ts';
import type { SkillFilter } from '../../shared/model/search.ts';
import { useStore } from '../store.ts';
import { queryKey } from '../store/queries.ts';
import { PAGE, skillsInput } from './filter-ready.ts';

type Part = { readonly category: Category; readonly at: number; readonly rows: number };

/** Reads the pages of skills that the visible rows of the tree need, and hands out one skill at a time. */
export const useSkillPages = (
  parts: readonly Part[],
  filter: SkillFilter,
  [from, to]: readonly [number, number],
): ((category: string, index: number) => SkillRow | undefined) => {
  const revision = useStore((state) => state.revision);
  const load = useStore((state) => state.load);

  const wanted = useMemo(
    () =>
      parts
        .filter(({ at, rows }) => rows > 0 && at <= to && at + rows >= from)
        .flatMap(({ category, at, rows }) => {
          const first = Math.floor(Math.max(0, from - at - 1) / PAGE);
          const last = Math.floor(Math.max(0, Math.min(rows, to - at) - 1) / PAGE);
          return Array.from({ length: last - first + 1 }, (_, page) =>
            skillsInput(category.id, first + page, filter),
          );
        }),
    [parts, filter, from, to],
  );
  const pages = useStore(
    useShallow((state) =>
      wanted.map(
        (input) => state.queries[queryKey('skills.list', input)]?.data as Output<'skills.list'> | undefined,
      ),
    ),
  );
  useEffect(() => {
    for (const input of wanted) void load('skills.list', input);
  }, [wanted, revision, load]);

  return useCallback(
    (category, index) => {
      const offset = Math.floor(index / PAGE) * PAGE;
      const page = wanted.findIndex((input) => input.category === category && input.offset === offset);
      return pages[page]?.skills[index % PAGE];
    },
    [pages, wanted],
  );
};
