import { useCallback, useMemo, useState } from 'react';
import type { Category, SkillRow } from '../../shared/model/skill.ts';
import { ReadFailed } from '../parts/read-failed.tsx';
import { useScroller } from '../parts/scroller.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { t } from '../words.ts';
import { CategoryLine, SkillLine } from './skill-line.tsx';
import styles from './skills.module.css';
import { useSkillPages } from './use-skill-pages.ts';

export const Skills = () => {
  const { data, error, retry } = useQuery('skills.categories', {});
  if (error && !data) return <Page children={<ReadFailed error={error} onRetry={retry} />} />;
  if (!data) return <Page children={<Skeleton label={t('app.loading')} />} />;
  const { categories } = data;
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
  | { readonly kind: 'skill'; readonly category: Category; readonly index: number; readonly skill: SkillRow | undefined };

const SkillTree = ({ categories }: Readonly<{ categories: readonly Category[] }>) => {
  const open = useStore((state) => state.openCategories);
  const setOpen = useStore((state) => state.setOpenCategories);
  const [visible, setVisible] = useState<readonly [number, number]>([0, 60]);
  const getScrollElement = useScroller();

  const shape = useMemo(() => {
    let start = 0;
    return categories.map((category, place) => {
      const at = start;
      const rows = open.includes(category.id) ? category.skills : 0;
      start += 1 + rows;
      return { category, place, at, rows };
    });
  }, [categories, open]);
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
        onVisibleRange={useCallback((start: number, end: number) => setVisible([start, end]), [])}
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
