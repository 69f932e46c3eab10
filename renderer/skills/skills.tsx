import { Plus } from 'lucide-react';
import { useEffect } from 'react';
import type { Category } from '../../shared/model/skill.ts';
import type { SkillFilter } from '../../shared/model/search.ts';
import { actions } from '../actions.ts';
import { Answer } from '../parts/answer.tsx';
import { useQuery } from '../query.ts';
import { useStore, useStoreApi } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { t } from '../words.ts';
import { isNarrowed } from './filter-parts.ts';
import { categoriesInput, useReadyFilter } from './filter-ready.ts';
import { FilterRow } from './filter-row.tsx';
import { SkillTree } from './tree.tsx';
import { useOpenCategories } from './tree-open.ts';

type SkillsProps = Readonly<{
  /** Stands open on arrival, besides what was open before. */
  category?: string;
}>;

export const Skills = ({ category }: SkillsProps) => {
  useOpenOnArrival(category);
  return (
    <Answer query={useQuery('skills.categories', {})}>
      {({ categories }) => <SkillsPage all={categories} />}
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

const SkillsPage = ({ all }: Readonly<{ all: readonly Category[] }>) => {
  const store = useStoreApi();
  const filter = useReadyFilter(useStore((state) => state.skillFilter));
  const { data } = useQuery('skills.categories', categoriesInput(filter));
  const shown = data?.categories;
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
      {shown ? <Shown categories={shown} filter={filter} /> : <Skeleton label={t('app.loading')} />}
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

const Shown = ({ categories, filter }: ShownProps) => {
  const setFilter = useStore((state) => state.setSkillFilter);
  if (categories.length > 0 || !isNarrowed(filter))
    return <SkillTree categories={categories} filter={filter} />;
  return (
    <Empty actions={<Button onClick={() => setFilter({})}>{t('filter.clear')}</Button>}>
      {filter.hidden ? t('filter.nothingHidden') : t('filter.nothing')}
    </Empty>
  );
};
