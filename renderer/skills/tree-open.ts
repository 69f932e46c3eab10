import { useCallback, useMemo } from 'react';
import type { Category } from '../../shared/model/skill.ts';
import type { SkillFilter } from '../../shared/model/search.ts';
import { useStore } from '../store.ts';
import { isNarrowed } from './filter-parts.ts';

type Open = {
  /** Ids of those among the shown categories that stand open. */
  readonly open: readonly string[];
  /** Opens exactly these of the shown ones; others stay as they are. */
  readonly setOpen: (ids: readonly string[]) => void;
};

/** Which categories stand open: those that the person opened, or with a filter all but those that they folded. */
export const useOpenCategories = (categories: readonly Category[], filter: SkillFilter): Open => {
  const opened = useStore((state) => state.openCategories);
  const folded = useStore((state) => state.foldedCategories);
  const setOpened = useStore((state) => state.setOpenCategories);
  const setFolded = useStore((state) => state.setFoldedCategories);
  const isFiltered = isNarrowed(filter);
  const open = useMemo(() => {
    const ids = categories.map(({ id }) => id);
    return isFiltered ? ids.filter((id) => !folded.includes(id)) : ids.filter((id) => opened.includes(id));
  }, [categories, isFiltered, folded, opened]);
  const setOpen = useCallback(
    (ids: readonly string[]): void => {
      const shown = categories.map(({ id }) => id);
      if (isFiltered) setFolded(shown.filter((id) => !ids.includes(id)));
      else setOpened([...opened.filter((id) => !shown.includes(id)), ...ids]);
    },
    [categories, isFiltered, opened, setOpened, setFolded],
  );
  return { open, setOpen };
};
