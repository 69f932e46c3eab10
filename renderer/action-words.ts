import type { ActionLabel } from '../shared/model/history.ts';
import { t, type WordKey } from './words.ts';

const named = (form: 'action' | 'finished', label: ActionLabel): string => {
  const { kind, subject, detail, count } = label;
  if (kind === 'set-targets' && subject === '') return t(`${form}.clear-targets`);
  // A step that was taken back keeps the kind of what it took back as its detail.
  if (kind === 'revert') {
    const action = actionName({ ...label, kind: detail as ActionLabel['kind'], detail: null });
    return t(`${form}.revert`, { action });
  }
  const hasStatus = (kind === 'set-status' || kind === 'set-many') && detail !== null;
  return t(`${form}.${kind}`, {
    subject,
    count,
    detail: detail ?? '',
    status: hasStatus ? t(`status.${detail}` as WordKey).toLowerCase() : '',
    project: kind === 'move-project' ? t(`project.status.${detail}` as WordKey).toLowerCase() : '',
    level: kind === 'know-level' && detail !== null ? t(`level.${detail}` as WordKey) : '',
  });
};

/** An action as the undo button names it: tick “I can ...”. */
export const actionName = (label: ActionLabel): string => named('action', label);

/** What the toast says was done: Ticked 5 topics of Git. */
export const finishedName = (label: ActionLabel): string => named('finished', label);
