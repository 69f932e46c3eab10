import type { ActionLabel } from '../shared/model/history.ts';
import { actionName } from './action-words.ts';
import { t, type WordKey } from './words.ts';

/** What the toast says was done: Ticked 5 topics of Git. */
export const finishedName = (label: ActionLabel): string => {
  const { kind, subject, detail, count } = label;
  if (kind === 'set-targets' && subject === '') return t('finished.clear-targets');
  // A step that was taken back keeps the kind of what it took back as its detail.
  if (kind === 'revert') {
    const action = actionName({ ...label, kind: detail as ActionLabel['kind'], detail: null });
    return t('finished.revert', { action });
  }
  const hasStatus = (kind === 'set-status' || kind === 'set-many') && detail !== null;
  return t(`finished.${kind}`, {
    subject,
    count,
    detail: detail ?? '',
    status: hasStatus ? t(`status.${detail}` as WordKey).toLowerCase() : '',
  });
};
