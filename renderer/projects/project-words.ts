import type { ProjectRow } from '../../shared/model/project.ts';
import { shortDate } from '../format.ts';
import { t } from '../words.ts';

/** How far a project is, on one line: "Proves 5 skills · 7 of 12 done". */
export const standingOf = (
  { skills, settled, finished, finishedOn, status }: ProjectRow,
  today: string,
): string => {
  const shows = t('project.shows', { count: skills.length });
  if (finished) return `${t('project.finished')} ${shortDate(finishedOn!, today)} · ${shows}`;
  const left = settled.total - settled.done;
  if (status === 'shipped') return `${t('project.open', { count: left })} · ${shows}`;
  return settled.done > 0 ? `${t('project.settled', settled)} · ${shows}` : shows;
};

export const hrefOf = (project: string): string => `#/projects/${encodeURIComponent(project)}`;
