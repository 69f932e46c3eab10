import type { Evidence } from '../../../shared/model/learning.ts';
import { localToday } from '../../clock.ts';

/** Where a piece of evidence is looked at and changed: its own entry; a link or fact of a skill on the skill's page. */
export const placeOfPiece = ({ kind, id, certification }: Evidence, skill: string): string => {
  switch (kind) {
    case 'project':
      return `#/projects/${encodeURIComponent(id)}`;
    case 'work':
    case 'education':
      return `#/experience/${encodeURIComponent(id)}`;
    case 'credential':
      return certification === null
        ? '#/certifications'
        : `#/certifications/${encodeURIComponent(certification)}`;
    case 'link':
    case 'fact':
      return `#/skills/${encodeURIComponent(skill)}`;
  }
};

/** The last day of a credential that is over, which counts nevertheless; null for all else. */
export const expiredOn = ({ expiresOn }: Evidence): string | null =>
  expiresOn !== null && expiresOn < localToday() ? expiresOn : null;
