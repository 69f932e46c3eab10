import type { ProjectRow, ProofInRole } from '../../shared/model/project.ts';
import { shortDate, tenths } from '../format.ts';
import { t } from '../words.ts';

/** How far a project is, on one line: "Proves 5 skills · 7 of 12 done". */
export const standingOf = (
  { skills, settled, finished, finishedOn, status }: ProjectRow,
  today: string,
): string => {
  const shows = t('project.shows', { count: skills.length });
  if (finished) return `${shows} · ${t('project.finished', { date: shortDate(finishedOn!, today) })}`;
  const left = settled.total - settled.done;
  if (status === 'shipped') return `${shows} · ${t('project.open', { count: left })}`;
  return settled.done > 0 ? `${shows} · ${t('project.settled', settled)}` : shows;
};

/** What a shipped project still lacks; null where nothing is open. */
export const openWord = ({ done, total }: ProjectRow['settled']): string | null =>
  done === total ? null : t('project.shippedOpen', { count: total - done, total });

/** What shipping came to: what is still open, or what is proven now. Null for one that is not shipped. */
export const shippedWord = (
  { status, finished, settled }: Pick<ProjectRow, 'status' | 'finished' | 'settled'>,
  proves: readonly ProofInRole[],
): string | null => {
  if (status !== 'shipped') return null;
  if (!finished) return openWord(settled);
  if (proves.length === 0) return t('project.finishedStill');
  const moved = proves.filter(({ points }) => points > 0);
  if (moved.length === 0) return t('project.finishedAlready');
  const gains = moved.map(({ title, points }) =>
    t('templates.gain', { role: title, points: tenths(10 * points) }),
  );
  return t('project.finishedNow', { gains: gains.join(' · ') });
};

export const hrefOf = (project: string): string => `#/projects/${encodeURIComponent(project)}`;
