import type { ProjectRow } from '../../shared/model/project.ts';
import { PROJECT_STATUSES, type ProjectStatus } from '../../shared/values.ts';

/** To the column `status`, before another project or to its end. */
export type Move = { readonly status: ProjectStatus; readonly before: string | null };

/** The projects with one of them elsewhere; as they are where it is not among them. */
export const withMove = (
  projects: readonly ProjectRow[],
  id: string,
  { status, before }: Move,
): readonly ProjectRow[] => {
  const project = projects.find((candidate) => candidate.id === id);
  if (!project) return projects;
  const others = projects.filter((other) => other.id !== id);
  const at = others.findIndex((other) => other.id === before);
  return others.toSpliced(at < 0 ? others.length : at, 0, { ...project, status });
};

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
