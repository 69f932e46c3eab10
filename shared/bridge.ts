import type { Reply } from './reply.ts';

/** What the native menu may ask of the page. The set is closed: the preload script passes on nothing else. */
export const actionIds = [
  'history.undo',
  'history.redo',
  'go.today',
  'go.roles',
  'go.skills',
  'go.settings',
] as const;
export type ActionId = (typeof actionIds)[number];

/** What a host offers beyond the contract. The view asks this, never which host it runs in. */
export type Can = {
  readonly pickFolder: boolean;
  readonly showInFolder: boolean;
  readonly notify: boolean;
  readonly openTab: boolean;
};

/** What the page finds as `window.groundwork` in the desktop app; the page builds the same over HTTP in a browser. */
export type Bridge = {
  /** Asks one procedure of the contract. Rejects only where the host itself is gone. */
  readonly call: (name: string, input: unknown) => Promise<Reply<unknown>>;
  readonly can: Can;
  /**
   * Hears every choice in the native menu; the answer stops it. With a text field in focus the page takes back
   * typing for `history.undo` and `history.redo`: only the page knows what is in focus.
   */
  readonly onAction: (listener: (action: ActionId) => void) => () => void;
};
