import type { Output, Parsed, Procedure } from '../shared/contract.ts';
import { appHandlers } from './handlers/app.ts';
import { historyHandlers } from './handlers/history.ts';
import { roleHandlers } from './handlers/roles.ts';
import { skillHandlers } from './handlers/skills.ts';
import { targetHandlers } from './handlers/targets.ts';
import { todayHandlers } from './handlers/today.ts';
import { topicHandlers } from './handlers/topics.ts';
import type { Workspace } from './workspace.ts';

/** What a handler may know of the file that it works on. */
export type FileFacts = {
  readonly file: string;
  readonly version: string;
  /** Why nothing can be written just now; null when all is well. */
  readonly readOnly: () => string | null;
};

/** Handlers are synchronous: load, ask a pure rule, save, answer. The router wraps each in one transaction. */
export type Handler<P extends Procedure> = (
  workspace: Workspace,
  input: Parsed<P>,
  facts: FileFacts,
) => Output<P>;

export type Handlers<P extends Procedure = Procedure> = { readonly [K in P]: Handler<K> };

/** One handler for every procedure of the contract; a missing one does not compile. */
export const handlers: Handlers = {
  ...appHandlers,
  ...todayHandlers,
  ...roleHandlers,
  ...targetHandlers,
  ...skillHandlers,
  ...topicHandlers,
  ...historyHandlers,
};
