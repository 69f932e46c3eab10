import type { z } from 'zod';
import { diskFault } from '../data/disk-fault.ts';
import { hasWritten, snapshot, transaction, type Db } from '../data/sql.ts';
import { contract, type Procedure } from '../shared/contract.ts';
import { AppError, failure, internalError, type Failure, type Reply } from '../shared/reply.ts';
import { made } from '../shared/procedures/shape.ts';
import { describeEvent, madeBy } from './commands.ts';
import { diskWords } from './disk-words.ts';
import { handlers, type Handler } from './handlers.ts';
import type { Services } from './services.ts';
import type { Workspace } from './workspace.ts';

export type RouterOptions = {
  readonly workspace: () => Workspace;
  readonly services: Services;
  /** Told of everything unforeseen; the caller gets a fixed sentence instead. */
  readonly log: (error: unknown) => void;
};

/** Answers one call. Never throws; the same for every host. */
export type Dispatch = (name: unknown, input: unknown) => Reply<unknown>;

/**
 * Own-key look-up, parse the input, one transaction around the handler and the check of its output, reply. A refused call
 * leaves no trace; success is only said after COMMIT.
 */
export const createRouter =
  (options: RouterOptions): Dispatch =>
  (name, input) => {
    if (typeof name !== 'string' || !Object.hasOwn(contract, name)) {
      return failure('invalid', 'Groundwork knows no procedure of this name.');
    }
    const procedure = name as Procedure;
    const { input: inputSchema, output, writes, reads } = contract[procedure];
    const parsed = readInput(inputSchema, input);
    if (!parsed.success) return failure('invalid', sentenceOf(parsed.error));
    const { standing } = options.services;
    const refusal = writes ? standing().refusal() : null;
    if (refusal !== null) return failure('read_only', refusal);
    const run = (): unknown => output.parse(handle(options, procedure, parsed.data));
    let db: Db | null = null;
    try {
      ({ db } = options.workspace());
      const value = writes ? transaction(db, run) : reads ? snapshot(db, run) : run();
      if (writes) standing().saved();
      return { ok: true, value };
    } catch (error) {
      // What is kept in memory may be ahead of the file. A refusal that came before the first write cost it nothing.
      const isUntouched = error instanceof AppError && db !== null && !hasWritten(db);
      if (writes && !isUntouched) options.services.forget();
      return { ok: false, error: failureOf(error, writes, options) };
    }
  };

type Read =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly error: z.ZodError | null };

/** Checks the input. The schemas themselves stumble over some objects: one that says it has a length and gives no number. */
const readInput = (schema: z.ZodType, input: unknown): Read => {
  try {
    return schema.safeParse(input);
  } catch {
    return { success: false, error: null };
  }
};

/** A request that already made an event is answered with the present state of what it changed, and writes nothing. */
const handle = (options: RouterOptions, procedure: Procedure, input: unknown): unknown => {
  const workspace = options.workspace();
  const { request } = input as { request?: string };
  const event = request === undefined ? undefined : workspace.requests.eventOf(request);
  if (event !== undefined) {
    const change = describeEvent(workspace, event);
    return contract[procedure].output === made ? { ...change, id: madeBy(workspace, event) } : change;
  }
  return (handlers[procedure] as Handler<Procedure>)(workspace, input as never, options.services);
};

const failureOf = (error: unknown, writes: boolean, { log, services }: RouterOptions): Failure => {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  log(error);
  const fault = diskFault(error);
  if (fault === 'damaged') services.standing().damaged(diskWords.damaged);
  else if (fault !== null && writes) services.standing().failed(fault);
  return fault === null ? internalError : { code: 'read_only', message: diskWords[fault] };
};

const sentenceOf = (error: z.ZodError | null): string => {
  if (error === null) return 'The request is not valid.';
  const issue = error.issues[0]!;
  const field = issue.path.join('.');
  const problem = issue.message.replace(/^Invalid input: /, '');
  return field === '' ? `The request is not valid: ${problem}.` : `"${field}" is not valid: ${problem}.`;
};
