import { ChevronRight } from 'lucide-react';
import { type CSSProperties, memo, type ReactNode } from 'react';
import type { RowState } from './use-roving-rows.ts';
import styles from './virtual-list.module.css';

/** What a row's content may need: controls in it take `tabIndex`, so that Tab reaches those of the active row only. */
export type RowProps = Readonly<{ active: boolean; tabIndex: 0 | -1 }>;
export type RenderRow = (index: number, row: RowProps) => ReactNode;

type ListRowProps = Readonly<{
  index: number;
  count: number;
  active: boolean;
  tree: boolean;
  selectedLabel: string | undefined;
  renderRow: RenderRow;
  measure: ((element: HTMLElement | null) => void) | undefined;
}> &
  RowState;

/** Memoised with plain values only: a row renders again when something about itself has changed. */
export const ListRow = memo((props: ListRowProps) => {
  const { index, count, active, tree, level, expanded, selected, renderRow, measure } = props;
  const tabIndex = active ? 0 : -1;
  const indent = { '--level': (level ?? 1) - 1 } as CSSProperties;
  return (
    <div
      ref={measure}
      role={tree ? 'treeitem' : 'listitem'}
      className={styles.row}
      data-index={index}
      data-selected={selected || undefined}
      data-last={index === count - 1 || undefined}
      aria-posinset={props.position ?? index + 1}
      aria-setsize={props.siblings ?? count}
      tabIndex={tabIndex}
      {...(tree && { 'aria-level': level ?? 1, style: indent })}
      {...(tree && selected !== undefined && { 'aria-selected': selected })}
      {...(tree && expanded !== undefined && { 'aria-expanded': expanded })}
    >
      {tree && (
        <span className={styles.twisty} data-twisty={expanded !== undefined || undefined}>
          {expanded !== undefined && <ChevronRight aria-hidden="true" />}
        </span>
      )}
      <div className={styles.content}>
        {!tree && selected && props.selectedLabel !== undefined && (
          <span className="sr-only">{props.selectedLabel}</span>
        )}
        {renderRow(index, { active, tabIndex })}
      </div>
    </div>
  );
});
