import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Category } from '../../shared/model/skill.ts';
import type { SkillFilter } from '../../shared/model/search.ts';
import { actions } from '../actions.ts';
import { Answer } from '../parts/answer.tsx';
import { useQuery } from '../query.ts';
import { useStore, useStoreApi } from '../store.ts';
import { Button, TextButton } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { t } from '../words.ts';
import { isNarrowed } from './filter-parts.ts';
import { categoriesInput, useReadyFilter } from './filter-ready.ts';
import { FilterRow } from './filter-row.tsx';
import { SkillTree } from './tree.tsx';
import { useOpenCategories } from './tree-open.ts';
import styles from './skills.module.css';

type SkillsProps = Readonly<{
  /** Stands open on arrival, besides what was open before. */
  category?: string;
}>;

export const Skills = ({ category }: SkillsProps) => {
  useOpenOnArrival(category);
  return (
    <Answer query={useQuery('skills.categories', {})}>
      {({ categories }) => <SkillsPage all={categories} arrival={category ?? null} />}
    </Answer>
  );
};

const useOpenOnArrival = (category: string | undefined): void => {
  const store = useStoreApi();
  useEffect(() => {
    const { openCategories, setOpenCategories } = store.getState();
    if (category !== undefined && !openCategories.includes(category)) {
      setOpenCategories([...openCategories, category]);
    }
  }, [store, category]);
};

const sumOf = (categories: readonly Category[], of: (category: Category) => number): number =>
  categories.reduce((sum, category) => sum + of(category), 0);

type SkillsPageProps = Readonly<{ all: readonly Category[]; arrival: string | null }>;

const SkillsPage = ({ all, arrival }: SkillsPageProps) => {
  const store = useStoreApi();
  const filter = useReadyFilter(useStore((state) => state.skillFilter));
  const { data } = useQuery('skills.categories', categoriesInput(filter));
  const shown = data?.categories;
  const place = useArrival(arrival, all, shown ?? all, filter);
  const newSkill = actions['skill.new'];
  const figures = {
    skills: sumOf(all, ({ skills }) => skills),
    total: sumOf(all, ({ topics }) => topics.total),
    done: sumOf(all, ({ topics }) => topics.done),
  };
  return (
    <Page>
      <PageHead
        title={t('skills.title')}
        lead={
          isNarrowed(filter) && shown
            ? t('filter.lead', { ...figures, count: sumOf(shown, ({ skills }) => skills) })
            : t('skills.lead', figures)
        }
        actions={
          <>
            <OpenAll categories={shown ?? []} filter={filter} />
            <Button
              variant="primary"
              icon={<Plus aria-hidden="true" />}
              onClick={() => void newSkill.run(store.getState())}
            >
              {newSkill.label(store.getState())}
            </Button>
          </>
        }
      />
      <FilterRow />
      <HiddenByFilter hidden={place.hidden} onShow={place.showHidden} />
      {shown ? (
        <Shown categories={shown} filter={filter} arrival={place.arrival} />
      ) : (
        <Skeleton label={t('app.loading')} />
      )}
    </Page>
  );
};

type ShownProps = Readonly<{ categories: readonly Category[]; filter: SkillFilter }>;

const OpenAll = ({ categories, filter }: ShownProps) => {
  const { open, setOpen } = useOpenCategories(categories, filter);
  const isAll = categories.length > 0 && open.length === categories.length;
  return (
    <Button
      aria-disabled={categories.length === 0}
      onClick={() => setOpen(isAll ? [] : categories.map(({ id }) => id))}
    >
      {isAll ? t('skills.closeAll') : t('skills.openAll')}
    </Button>
  );
};

type Hidden = Readonly<{ title: string; count: number }>;

/**
 * What was gone to, and how much of it the filter that was on already keeps out of sight: a list that was brought just now,
 * for one. The tree leads to it where all of it is shown, or once the person asks for it.
 */
const useArrival = (
  arrival: string | null,
  all: readonly Category[],
  shown: readonly Category[],
  /** What the list shows by now. */
  ready: SkillFilter,
): {
  readonly hidden: Hidden | null;
  readonly arrival: string | null;
  readonly showHidden: () => void;
} => {
  const filter = useStore((state) => state.skillFilter);
  const setFilter = useStore((state) => state.setSkillFilter);
  const [before] = useState(filter);
  const [isAsked, setAsked] = useState(false);
  const category = all.find(({ id }) => id === arrival);
  const left = shown.find(({ id }) => id === arrival)?.skills ?? 0;
  const count = category && isNarrowed(filter) ? category.skills - left : 0;
  const isUntouched = filter === before;
  return {
    hidden: category && isUntouched && count > 0 ? { title: category.title, count } : null,
    arrival: (isAsked ? !isNarrowed(ready) : isUntouched && count === 0) ? arrival : null,
    showHidden: () => {
      setFilter({});
      setAsked(true);
    },
  };
};

type HiddenByFilterProps = Readonly<{ hidden: Hidden | null; onShow: () => void }>;

const HiddenByFilter = ({ hidden, onShow }: HiddenByFilterProps) => (
  <div aria-live="polite" className={styles.hidden}>
    {hidden && (
      <>
        {t('filter.hides', hidden)} <TextButton onClick={onShow}>{t('filter.showHidden')}</TextButton>
      </>
    )}
  </div>
);

const Shown = ({ categories, filter, arrival }: ShownProps & Readonly<{ arrival: string | null }>) => {
  const setFilter = useStore((state) => state.setSkillFilter);
  if (categories.length > 0 || !isNarrowed(filter))
    return <SkillTree categories={categories} filter={filter} arrival={arrival} />;
  return (
    <Empty actions={<Button onClick={() => setFilter({})}>{t('filter.clear')}</Button>}>
      {filter.hidden ? t('filter.nothingHidden') : t('filter.nothing')}
    </Empty>
  );
};
