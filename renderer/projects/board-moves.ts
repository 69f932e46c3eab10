import type { ProjectRow } from '../../shared/model/project.ts';
import { PROJECT_STATUSES, type ProjectStatus } from '../../shared/values.ts';

/** To the column `status`, before another project or to its end. */
export type Move = { readonly status: ProjectStatus; readonly before: string | null };

type Pressed = {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
};

/** Where Alt and an arrow key take a card; null for other keys, and where there is no further place. */
export const moveByKey = (
  projects: readonly ProjectRow[],
  { id, status }: ProjectRow,
  { key, altKey, ctrlKey, metaKey }: Pressed,
): Move | null => {
  if (!altKey || ctrlKey || metaKey) return null;
  const aside = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
  if (aside !== 0) {
    const next = PROJECT_STATUSES[PROJECT_STATUSES.indexOf(status) + aside];
    return next === undefined ? null : { status: next, before: null };
  }
  const column = projects.filter((project) => project.status === status);
  const at = column.findIndex((project) => project.id === id);
  if (key === 'ArrowUp') return at > 0 ? { status, before: column[at - 1]!.id } : null;
  if (key === 'ArrowDown')
    return at < column.length - 1 ? { status, before: column[at + 2]?.id ?? null } : null;
  return null;
};
