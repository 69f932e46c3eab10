import { useCallback, useEffect, useMemo } from 'react';
import type { Category, SkillRow } from '../../shared/model/skill.ts';
import { Answer } from '../parts/answer.tsx';
import { useScroller, useVisibleRange } from '../parts/scroller.ts';
import { useQuery } from '../query.ts';
import { useStore, useStoreApi } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { t } from '../words.ts';
import { CategoryLine, SkillLine } from './skill-line.tsx';
import styles from './skills.module.css';
import { useSkillPages } from './use-skill-pages.ts';

type SkillsProps = Readonly<{
  /** Stands open on arrival, besides what was open before. */
  category?: string;
}>;

export const Skills = ({ category }: SkillsProps) => {
  useOpenOnArrival(category);
  return (
    <Answer query={useQuery('skills.categories', {})}>
      {({ categories }) => <SkillsPage categories={categories} />}
    </Answer>
  );
};

const SkillsPage = ({ categories }: Readonly<{ categories: readonly Category[] }>) => {
  const sum = (of: (category: Category) => number): number =>
    categories.reduce((all, category) => all + of(category), 0);
  return (
    <Page>
      <PageHead
        title={t('skills.title')}
        lead={t('skills.lead', {
          skills: sum(({ skills }) => skills),
          total: sum(({ topics }) => topics.total),
          done: sum(({ topics }) => topics.done),
        })}
        actions={<OpenAll categories={categories} />}
      />
      <SkillTree categories={categories} />
    </Page>
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

const OpenAll = ({ categories }: Readonly<{ categories: readonly Category[] }>) => {
  const open = useStore((state) => state.openCategories);
  const setOpen = useStore((state) => state.setOpenCategories);
  const isAll = categories.every(({ id }) => open.includes(id));
  return (
    <Button onClick={() => setOpen(isAll ? [] : categories.map(({ id }) => id))}>
      {isAll ? t('skills.closeAll') : t('skills.openAll')}
    </Button>
  );
};

/** A line of the tree: a category, or a skill below it; a skill that was not read yet is a gap of its height. */
type TreeLine =
  | { readonly kind: 'category'; readonly category: Category; readonly place: number }
  | {
      readonly kind: 'skill';
      readonly category: Category;
      readonly index: number;
      readonly skill: SkillRow | undefined;
    };

type Part = {
  readonly category: Category;
  readonly place: number;
  /** The category's own row; its skills follow. */
  readonly at: number;
  readonly rows: number;
};

const shapeOf = (categories: readonly Category[], open: readonly string[]): readonly Part[] => {
  const parts: Part[] = [];
  for (const [place, category] of categories.entries()) {
    const last = parts.at(-1);
    const rows = open.includes(category.id) ? category.skills : 0;
    parts.push({ category, place, at: last ? last.at + 1 + last.rows : 0, rows });
  }
  return parts;
};

const SkillTree = ({ categories }: Readonly<{ categories: readonly Category[] }>) => {
  const open = useStore((state) => state.openCategories);
  const setOpen = useStore((state) => state.setOpenCategories);
  const { visible, onVisibleRange } = useVisibleRange();
  const getScrollElement = useScroller();

  const shape = useMemo(() => shapeOf(categories, open), [categories, open]);
  const count = shape.reduce((sum, { rows }) => sum + 1 + rows, 0);
  const skillAt = useSkillPages(shape, visible);

  const lineAt = useCallback(
    (row: number): TreeLine => {
      const part = shape.findLast(({ at }) => at <= row)!;
      const { category, place, at } = part;
      if (row === at) return { kind: 'category', category, place };
      const index = row - at - 1;
      return { kind: 'skill', category, index, skill: skillAt(category.id, index) };
    },
    [shape, skillAt],
  );
  const toggle = useCallback(
    (row: number, expanded: boolean): void => {
      const line = lineAt(row);
      const others = open.filter((id) => id !== line.category.id);
      if (line.kind === 'category') setOpen(expanded ? [...others, line.category.id] : others);
    },
    [lineAt, open, setOpen],
  );
  return (
    <div className={styles.tree}>
      <div className={styles.columns} aria-hidden="true">
        <span>{t('skills.skill')}</span>
        <span>{t('skills.levelColumn')}</span>
        <span>{t('skills.topicsColumn')}</span>
        <span>{t('skills.freshness')}</span>
      </div>
      <VirtualList
        role="tree"
        label={t('skills.tree')}
        count={count}
        estimate={2.25}
        getScrollElement={getScrollElement}
        onVisibleRange={onVisibleRange}
        keyOf={useCallback(
          (row: number) => {
            const line = lineAt(row);
            return line.kind === 'category' ? line.category.id : `${line.category.id} ${line.index}`;
          },
          [lineAt],
        )}
        rowOf={useCallback(
          (row: number) => {
            const line = lineAt(row);
            return line.kind === 'category'
              ? {
                  level: 1,
                  expanded: open.includes(line.category.id),
                  position: line.place + 1,
                  siblings: categories.length,
                }
              : { level: 2, position: line.index + 1, siblings: line.category.skills };
          },
          [lineAt, open, categories],
        )}
        renderRow={useCallback(
          (row: number) => {
            const line = lineAt(row);
            if (line.kind === 'category') return <CategoryLine category={line.category} />;
            return line.skill ? <SkillLine skill={line.skill} /> : <span className={styles.gap} />;
          },
          [lineAt],
        )}
        onToggle={toggle}
        onActivate={(row) => {
          const line = lineAt(row);
          if (line.kind === 'category') toggle(row, !open.includes(line.category.id));
          else if (line.skill) location.hash = `/skills/${line.skill.id}`;
        }}
      />
    </div>
  );
};
