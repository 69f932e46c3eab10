import { lastSeq } from '../data/events.ts';
import type { Workspace } from './workspace.ts';

/**
 * Keeps something that is worked out from the whole file until the file changes or the day ends. It is out of keeping while
 * it is used, so that a use that failed midway leaves nothing half done behind.
 */
export const keeping = <T>(build: (workspace: Workspace) => T) => {
  const kept = new WeakMap<Workspace, { readonly seq: number; readonly day: number; readonly value: T }>();
  return <R>(workspace: Workspace, use: (value: T) => R): R => {
    const seq = lastSeq(workspace.db);
    const { day } = workspace.moment();
    const known = kept.get(workspace);
    kept.delete(workspace);
    const value = known?.seq === seq && known.day === day ? known.value : build(workspace);
    const result = use(value);
    kept.set(workspace, { seq, day, value });
    return result;
  };
};
