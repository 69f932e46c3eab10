import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Category, SkillRow } from '../../shared/model/skill.ts';
import type { SkillFilter } from '../../shared/model/search.ts';
import { isReturn } from '../parts/arrival.ts';
import { useScroller, useVisibleRange } from '../parts/scroller.ts';
import { VirtualList, type VirtualListHandle } from '../ui/virtual-list.tsx';
import { t } from '../words.ts';
import { CategoryLine, SkillLine, type OpenTreeMenu, type TreeItem } from './skill-line.tsx';
import styles from './skills.module.css';
import { useOpenCategories } from './tree-open.ts';
import { useSkillPages } from './use-skill-pages.ts';

const RenameCategory = lazy(async () => ({ default: (await import('./tree-rename.tsx')).RenameCategory }));
const TreeMenu = lazy(async () => ({ default: (await import('./tree-menu.tsx')).TreeMenu }));

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

/**
 * The category that the address leads to comes to the top and takes the focus, as soon as it is in the list: one that was
 * brought just now is read first, and a filter may hide it.
 */
const useArrivedCategory = (
  arrival: string | null,
  shape: readonly Part[],
): RefObject<VirtualListHandle | null> => {
  const list = useRef<VirtualListHandle>(null);
  const arrived = useRef<string | null>(null);
  const row = shape.find(({ category }) => category.id === arrival)?.at;
  useEffect(() => {
    if (arrival === null || row === undefined || arrived.current === arrival || isReturn()) return undefined;
    // The heading has the focus first, as on every arrival.
    const timer = setTimeout(() => {
      arrived.current = arrival;
      list.current?.focusRow(row, 'start');
    }, 0);
    return () => clearTimeout(timer);
  }, [arrival, row]);
  return list;
};

const itemOf = (line: TreeLine): TreeItem | null => {
  if (line.kind === 'category') return { kind: 'category', category: line.category };
  return line.skill ? { kind: 'skill', skill: line.skill } : null;
};

type SkillTreeProps = Readonly<{
  categories: readonly Category[];
  filter: SkillFilter;
  /** The category that the address leads to. */
  arrival: string | null;
}>;

export const SkillTree = ({ categories, filter, arrival }: SkillTreeProps) => {
  const { open, setOpen } = useOpenCategories(categories, filter);
  const { visible, onVisibleRange } = useVisibleRange();
  const getScrollElement = useScroller();
  const [renaming, setRenaming] = useState<Category | null>(null);
  const [menu, setMenu] = useState<Parameters<OpenTreeMenu>[0] | null>(null);

  const shape = useMemo(() => shapeOf(categories, open), [categories, open]);
  const count = shape.reduce((sum, { rows }) => sum + 1 + rows, 0);
  const skillAt = useSkillPages(shape, filter, visible);
  const list = useArrivedCategory(arrival, shape);

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
        <span>{t('skillRow.evidence')}</span>
      </div>
      <VirtualList
        handle={list}
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
          (row: number, { tabIndex }: { readonly tabIndex: 0 | -1 }) => {
            const line = lineAt(row);
            if (line.kind === 'category')
              return <CategoryLine category={line.category} tabIndex={tabIndex} onMenu={setMenu} />;
            return line.skill ? (
              <SkillLine skill={line.skill} tabIndex={tabIndex} onMenu={setMenu} />
            ) : (
              <span className={styles.gap} />
            );
          },
          [lineAt],
        )}
        onKey={(row, event) => {
          if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
          const item = itemOf(lineAt(row));
          if (!item) return;
          event.preventDefault();
          const { left, bottom } = (event.target as Element).getBoundingClientRect();
          setMenu({ item, at: { x: left, y: bottom } });
        }}
        onToggle={toggle}
        onActivate={(row) => {
          const line = lineAt(row);
          if (line.kind === 'category') toggle(row, !open.includes(line.category.id));
          else if (line.skill) location.hash = `/skills/${encodeURIComponent(line.skill.id)}`;
        }}
      />
      <Suspense>
        {menu && (
          <TreeMenu
            item={menu.item}
            at={menu.at}
            isHidden={filter.hidden === true}
            onRename={setRenaming}
            onClose={() => setMenu(null)}
          />
        )}
        {renaming && <RenameCategory category={renaming} onClose={() => setRenaming(null)} />}
      </Suspense>
    </div>
  );
};
