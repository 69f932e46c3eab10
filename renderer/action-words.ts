import type { ActionLabel } from '../shared/model/history.ts';
import { t, type WordKey } from './words.ts';

/** An action as the undo button names it: tick “I can ...”. */
export const actionName = ({ kind, subject, detail }: ActionLabel): string => {
  if (kind === 'set-targets' && subject === '') return t('action.clear-targets');
  return t(`action.${kind}`, {
    subject,
    detail: detail ?? '',
    status: kind === 'set-status' ? t(`status.${detail}` as WordKey).toLowerCase() : '',
    level: kind === 'know-level' ? t(`level.${detail}` as WordKey) : '',
  });
};
