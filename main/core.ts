import { openDataFile, type DataFile, type DataFileOptions } from './data-file.ts';
import { createRouter, type Dispatch } from './router.ts';

export type Core = {
  readonly dispatch: Dispatch;
  /** Called when idle and at close. */
  readonly saveCaches: () => void;
  /** Refuses every write from now on, with this reason in words. */
  readonly stopWrites: (reason: string) => void;
  readonly close: () => void;
};

export type CoreOptions = DataFileOptions & { readonly log: (error: unknown) => void };

/** File and router, wired. Throws `OpenError` where the file cannot be used. */
export const createCore = (options: CoreOptions): Core => coreOver(openDataFile(options), options.log);

/** The core over a file that is open already. */
export const coreOver = (data: DataFile, log: (error: unknown) => void): Core => {
  const { file, version, workspace, forget, saveCaches, close } = data;
  let readOnly: string | null = null;
  // A file that must not be written any more is left alone at close, too.
  const saveIfAllowed = (): void => {
    if (readOnly === null) saveCaches();
  };
  return {
    dispatch: createRouter({ workspace, facts: { file, version, readOnly: () => readOnly }, log, forget }),
    saveCaches: saveIfAllowed,
    stopWrites: (reason) => (readOnly = reason),
    close: () => {
      saveIfAllowed();
      close();
    },
  };
};
