import { failure, type Reply } from './reply.ts';

/** What the native menu may ask of the page. The set is closed: the preload script passes on nothing else. */
export const actionIds = [
  'skill.new',
  'list.bring',
  'history.undo',
  'history.redo',
  'palette.open',
  'go.today',
  'go.roles',
  'go.skills',
  'go.certifications',
  'go.projects',
  'go.reviews',
  'go.data',
  'go.settings',
  'shortcuts.open',
] as const;
export type ActionId = (typeof actionIds)[number];

/** What a host offers beyond the contract. The view asks this, never which host it runs in. */
export type Can = {
  readonly pickFolder: boolean;
  readonly showInFolder: boolean;
  readonly notify: boolean;
  readonly openTab: boolean;
};

/** The largest file that a host takes in, in bytes. */
export const MAX_UPLOAD = 50 * 1024 * 1024;
export const uploadTooLarge = failure(
  'invalid',
  'This file is larger than 50 MB, which is the most that Groundwork takes in.',
);

/** A file of the page, as far as a host reads it: a `File` or `Blob`, types that this folder does not know. */
export type UploadFile = {
  readonly size: number;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
};

/** What the page finds as `window.groundwork` in the desktop app; the page builds the same over HTTP in a browser. */
export type Bridge = {
  /**
   * Asks one procedure of the contract. Rejects only where the host itself is gone. With `outlivesPage` it is asked even
   * where the page goes away at once; more than some 60 KB of input is refused then, by a rejection.
   */
  readonly call: (name: string, input: unknown, outlivesPage?: boolean) => Promise<Reply<unknown>>;
  /**
   * Hands a file of at most `MAX_UPLOAD` bytes to the host, which keeps it for an hour; procedures take the id. Rejects only
   * where the host itself is gone.
   */
  readonly upload: (file: UploadFile) => Promise<Reply<{ readonly upload: string }>>;
  readonly can: Can;
  /**
   * Hears every choice in the native menu; the answer stops it. With a text field in focus the page takes back
   * typing for `history.undo` and `history.redo`: only the page knows what is in focus.
   */
  readonly onAction: (listener: (action: ActionId) => void) => () => void;
};
