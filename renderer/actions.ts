import type { ActionId } from '../shared/bridge.ts';
import { actionName } from './action-words.ts';
import type { State } from './store.ts';
import { t } from './words.ts';

/** Something that the person can do: one object for the button, the key and the native menu. */
export type Action = {
  readonly id: ActionId;
  readonly label: (state: State) => string;
  readonly isEnabled: (state: State) => boolean;
  readonly run: (state: State) => unknown;
  /** Matches the key that does it; a text field keeps its own undo. */
  readonly isKey?: (event: KeyboardEvent) => boolean;
};

const always = (): boolean => true;
const command = (event: KeyboardEvent): boolean => (event.ctrlKey || event.metaKey) && !event.altKey;
const isZ = (event: KeyboardEvent): boolean => event.key.toLowerCase() === 'z';

const go = (id: ActionId, path: string, label: () => string): Action => ({
  id,
  label,
  isEnabled: always,
  run: () => {
    location.hash = path;
  },
});

export const actions: Readonly<Record<ActionId, Action>> = {
  'history.undo': {
    id: 'history.undo',
    label: ({ history }) =>
      history.undo ? t('undo.undo', { action: actionName(history.undo.label) }) : t('undo.nothing'),
    isEnabled: ({ history }) => history.undo !== null,
    run: ({ undo }) => undo(),
    isKey: (event) => command(event) && isZ(event) && !event.shiftKey,
  },
  'history.redo': {
    id: 'history.redo',
    label: ({ history }) =>
      history.redo ? t('undo.redo', { action: actionName(history.redo.label) }) : t('undo.nothingAgain'),
    isEnabled: ({ history }) => history.redo !== null,
    run: ({ redo }) => redo(),
    isKey: (event) =>
      command(event) &&
      ((isZ(event) && event.shiftKey) || (event.ctrlKey && event.key.toLowerCase() === 'y')),
  },
  'go.today': go('go.today', '/today', () => t('room.today')),
  'go.roles': go('go.roles', '/roles', () => t('room.roles')),
  'go.skills': go('go.skills', '/skills', () => t('room.skills')),
  'go.settings': go('go.settings', '/settings', () => t('room.settings')),
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, input:not([type=checkbox], [type=radio], [type=range], [type=button])'));

/** The action of a key press; null in a text field, which has its own undo. */
export const actionOfKey = (event: KeyboardEvent): Action | null =>
  isTyping(event.target) ? null : (Object.values(actions).find((action) => action.isKey?.(event)) ?? null);

/** Runs what the native menu asks for. In a text field undo and redo are the field's. */
export const runFromMenu = (id: ActionId, state: State): void => {
  if (isTyping(document.activeElement) && (id === 'history.undo' || id === 'history.redo')) {
    // The only call that reaches a field's own undo; browsers keep it for this.
    document.execCommand(id === 'history.undo' ? 'undo' : 'redo');
    return;
  }
  actions[id].run(state);
};
