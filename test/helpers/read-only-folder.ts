import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';

const isDone = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/**
 * Makes a folder one that takes no writes; gives what undoes it, or null where this account cannot. The system's administrator
 * may write whatever the permissions say, so there it takes a read-only mount.
 */
export const makeReadOnly = (folder: string): (() => void) | null => {
  if (process.platform === 'win32') return null;
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o555);
    return () => chmodSync(folder, 0o755);
  }
  if (!isDone('mount', '--bind', folder, folder)) return null;
  const undo = (): void => void isDone('umount', folder);
  if (isDone('mount', '-o', 'remount,ro,bind', folder)) return undo;
  undo();
  return null;
};
