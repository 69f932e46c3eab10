import {
  ArchiveRestore,
  FileBadge,
  Columns3,
  Compass,
  FilePlus,
  Keyboard,
  ListOrdered,
  Plus,
  Redo2,
  RotateCcw,
  Search,
  Signpost,
  SunMoon,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import type { ActionId } from '../shared/bridge.ts';
import { actionName } from './action-words.ts';
import { isPressed, type Shortcut } from './keys.ts';
import { iconOf } from './shell/rooms.ts';
import type { State } from './store.ts';
import { isTextField, takesLetters } from './typing.ts';
import { t } from './words.ts';

/** Those of the native menu, and a few that only the page offers. */
export type PageActionId =
  | ActionId
  | 'go.reading'
  | 'go.journey'
  | 'role.new'
  | 'certification.new'
  | 'badge.bring'
  | 'role.find'
  | 'role.compare'
  | 'go.steps'
  | 'go.insights'
  | 'go.backups'
  | 'theme.switch';

/** Something that the person can do: one object for the button, the key, the palette and the native menu. */
export type Action = {
  readonly id: PageActionId;
  readonly label: (state: State) => string;
  readonly icon: LucideIcon;
  /** The keys that do it, the one to show first. */
  readonly keys: readonly Shortcut[];
  readonly isEnabled: (state: State) => boolean;
  readonly run: (state: State) => unknown;
};

const always = (): boolean => true;

const go = (
  id: PageActionId,
  path: string,
  icon: LucideIcon,
  keys: readonly Shortcut[],
  label: () => string,
): Action => ({
  id,
  label,
  icon,
  keys,
  isEnabled: always,
  run: () => {
    location.hash = path;
  },
});

export const actions: Readonly<Record<PageActionId, Action>> = {
  'palette.open': {
    id: 'palette.open',
    label: () => t('palette.open'),
    icon: Search,
    keys: ['Mod+K', '/'],
    isEnabled: always,
    run: ({ openOverlay }) => openOverlay({ kind: 'palette' }),
  },
  'history.undo': {
    id: 'history.undo',
    label: ({ history }) =>
      history.undo ? t('undo.undo', { action: actionName(history.undo.label) }) : t('undo.nothing'),
    icon: Undo2,
    keys: ['Mod+Z'],
    isEnabled: ({ history }) => history.undo !== null,
    run: ({ undo }) => undo(),
  },
  'history.redo': {
    id: 'history.redo',
    label: ({ history }) =>
      history.redo ? t('undo.redo', { action: actionName(history.redo.label) }) : t('undo.nothingAgain'),
    icon: Redo2,
    keys: ['Shift+Mod+Z', 'Ctrl+Y'],
    isEnabled: ({ history }) => history.redo !== null,
    run: ({ redo }) => redo(),
  },
  'skill.new': {
    id: 'skill.new',
    label: () => t('do.newSkill'),
    icon: Plus,
    // No command key: browsers keep those with N for themselves.
    keys: ['n'],
    isEnabled: always,
    run: ({ openOverlay }) => openOverlay({ kind: 'new-skill', name: '', category: null }),
  },
  'list.bring': go('list.bring', '/bring', FilePlus, ['g b'], () => t('do.bring')),
  'role.new': go('role.new', '/roles/new', Signpost, [], () => t('do.newRole')),
  'certification.new': go('certification.new', '/certifications/new', iconOf('certifications'), [], () =>
    t('certs.new'),
  ),
  'badge.bring': go('badge.bring', '/certifications/badge', FileBadge, [], () => t('certs.badge')),
  'role.find': go('role.find', '/roles/find', Compass, ['g f'], () => t('chooser.open')),
  'role.compare': go('role.compare', '/roles/compare', Columns3, [], () => t('compare.open')),
  'shortcuts.open': {
    id: 'shortcuts.open',
    label: () => t('do.shortcuts'),
    icon: Keyboard,
    keys: ['?', 'Mod+/'],
    isEnabled: always,
    run: ({ openOverlay }) => openOverlay({ kind: 'shortcuts' }),
  },
  'theme.switch': {
    id: 'theme.switch',
    label: () => t(isDark() ? 'do.lightTheme' : 'do.darkTheme'),
    icon: SunMoon,
    keys: [],
    isEnabled: always,
    run: ({ changeSettings }) => changeSettings({ theme: isDark() ? 'light' : 'dark' }),
  },
  'go.today': go('go.today', '/today', iconOf('today'), ['g t'], () => t('room.today')),
  'go.steps': go('go.steps', '/next', ListOrdered, ['g n'], () => t('steps.all')),
  'go.roles': go('go.roles', '/roles', iconOf('roles'), ['g r'], () => t('room.roles')),
  'go.skills': go('go.skills', '/skills', iconOf('skills'), ['g s'], () => t('room.skills')),
  'go.projects': go('go.projects', '/projects', iconOf('projects'), ['g p'], () => t('room.projects')),
  'go.certifications': go('go.certifications', '/certifications', iconOf('certifications'), ['g c'], () =>
    t('room.certifications'),
  ),
  'go.reviews': go('go.reviews', '/reviews', RotateCcw, ['g v'], () => t('do.reviews')),
  'go.insights': go('go.insights', '/insights', iconOf('insights'), ['g i'], () => t('room.insights')),
  'go.journey': go('go.journey', '/journey', iconOf('journey'), ['g j'], () => t('room.journey')),
  'go.reading': go('go.reading', '/reading', iconOf('reading'), ['g e'], () => t('room.reading')),
  'go.data': go('go.data', '/data', iconOf('data'), ['g d'], () => t('room.data')),
  // In Data, and looked for by its own name.
  'go.backups': go('go.backups', '/data', ArchiveRestore, [], () => t('copies.title')),
  'go.settings': go('go.settings', '/settings', iconOf('settings'), ['g ,'], () => t('room.settings')),
};

/** The theme that is on, whether the settings or the system chose it. */
function isDark(): boolean {
  return document.documentElement.dataset['theme'] === 'dark';
}

/** A dialog or a menu stands before everything else, and has keys of its own. */
const isCovered = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null;

/** The action of a key press, where `before` is the key pressed just before it; null where the key is somebody else's. */
export const actionOfKey = (event: KeyboardEvent, before: string | null): Action | null => {
  if (isCovered(event.target)) return null;
  const [palette] = actions['palette.open'].keys;
  if (isTextField(event.target)) {
    // The palette opens from everywhere.
    return isPressed(palette!, event, null) ? actions['palette.open'] : null;
  }
  if (takesLetters(event.target) && !event.ctrlKey && !event.metaKey) return null;
  return (
    Object.values(actions).find(({ keys }) => keys.some((keysOf) => isPressed(keysOf, event, before))) ?? null
  );
};

/** Runs what the native menu asks for. In a text field undo and redo are the field's. */
export const runFromMenu = (id: ActionId, state: State): void => {
  if (isTextField(document.activeElement) && (id === 'history.undo' || id === 'history.redo')) {
    // The only call that reaches a field's own undo; browsers keep it for this.
    document.execCommand(id === 'history.undo' ? 'undo' : 'redo');
    return;
  }
  actions[id].run(state);
};
