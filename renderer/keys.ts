import { t } from './words.ts';

/**
 * How something is pressed: `Mod+K` (Ctrl, or Cmd on a Mac), `Shift+Mod+Z`, `?`, or two keys one after the other, `g t`.
 * Letters that are pressed with Shift name it; signs do not, since some keyboards need Shift for them.
 */
export type Shortcut = string;

/** The key that opens a shortcut of two. */
export const LEADER = 'g';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The Latin letter of a key, also where the keyboard writes another script. */
const keyOf = ({ key, code }: KeyboardEvent): string => {
  if (key.length === 1 && key > '~') return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key;
  return key.toLowerCase();
};

/** Whether this press completes the shortcut; `before` is the key that was pressed just before, if any. */
export const isPressed = (shortcut: Shortcut, event: KeyboardEvent, before: string | null): boolean => {
  const presses = shortcut.split(' ');
  const parts = presses.at(-1)!.split('+');
  const key = parts.at(-1)!.toLowerCase();
  const has = (name: string): boolean => parts.includes(name);
  const hasCommand = has('Mod') || has('Ctrl');
  // After the leader only the second keys of its shortcuts count, and commands.
  if (!hasCommand && (before === LEADER) !== (presses.length === 2)) return false;
  if (event.altKey || (event.ctrlKey || event.metaKey) !== hasCommand) return false;
  if (has('Ctrl') && !event.ctrlKey) return false;
  if (/^[a-z]$/.test(key) && event.shiftKey !== has('Shift')) return false;
  return keyOf(event) === key;
};

const names: Readonly<Record<string, () => string>> = {
  Mod: () => (isMac ? '⌘' : t('key.ctrl')),
  Ctrl: () => t('key.ctrl'),
  Shift: () => t('key.shift'),
  Enter: () => t('key.enter'),
  Escape: () => t('key.escape'),
  Space: () => t('key.space'),
  Home: () => t('key.home'),
  End: () => t('key.end'),
  PageUp: () => t('key.pageUp'),
  PageDown: () => t('key.pageDown'),
};

/** What stands on the keys, one text for each press: "Ctrl K"; "G" and "T". */
export const keyTexts = (shortcut: Shortcut): string[] =>
  shortcut.split(' ').map((press) =>
    press
      .split('+')
      .map((part) => names[part]?.() ?? (part.length === 1 ? part.toUpperCase() : part))
      .join(' '),
  );

/** The shortcut as `aria-keyshortcuts` names it; undefined for two keys in a row, which it cannot. */
export const ariaKeys = (shortcut: Shortcut): string | undefined =>
  shortcut.includes(' ') ? undefined : shortcut.replace('Mod', isMac ? 'Meta' : 'Control');
