import type { ActionLabel } from '../shared/model/history.ts';
import { t, type WordKey } from './words.ts';

/** An action as the undo button names it: tick “I can ...”. */
export const actionName = ({ kind, subject, detail, count }: ActionLabel): string => {
  if (kind === 'set-targets' && subject === '') return t('action.clear-targets');
  // A step that was taken back keeps the kind of what it took back as its detail.
  if (kind === 'revert') {
    const action = actionName({ kind: detail as ActionLabel['kind'], subject, detail: null, count });
    return t('action.revert', { action });
  }
  const hasStatus = (kind === 'set-status' || kind === 'set-many') && detail !== null;
  return t(`action.${kind}`, {
    subject,
    count,
    detail: detail ?? '',
    status: hasStatus ? t(`status.${detail}` as WordKey).toLowerCase() : '',
    level: kind === 'know-level' && detail !== null ? t(`level.${detail}` as WordKey) : '',
  });
};
