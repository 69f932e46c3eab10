import type { Contract, Input, Output, Procedure } from '../../shared/contract.ts';
import type { Failure } from '../../shared/reply.ts';
import type { SliceOf, State } from '../store.ts';

/** Procedures that only read. */
export type Query = { [P in Procedure]: Contract[P]['writes'] extends false ? P : never }[Procedure];

/** An answer that was read before; shown at once, and read again where it may have changed since. */
export type Cached = {
  readonly data: unknown;
  readonly error: Failure | null;
  /** The revision that the answer was asked for at. */
  readonly revision: number;
};

export type QuerySlice = {
  readonly queries: Readonly<Record<string, Cached>>;
  /** Grows when what was read may have changed: after a command, and when the tab comes back to the front. */
  readonly revision: number;
  readonly refresh: () => void;
  /** Grows when something changed from here, which other tabs may show. */
  readonly changes: number;
  /** As `refresh`, after a change of one's own. */
  readonly changed: () => void;
  /** Grows when another file took the place of the present one from here. */
  readonly replacements: number;
  /** Forgets an answer that must not be shown again. */
  readonly drop: <P extends Query>(name: P, input: Input<P>) => void;
  /** Forgets everything that is known of the file, since another one stands in its place, and reads anew. */
  readonly startOver: () => Promise<void>;
  /** Reads an answer, unless it was read at this revision already. */
  readonly load: <P extends Query>(name: P, input: Input<P>) => Promise<void>;
};

export const queryKey = (name: string, input: unknown): string => `${name} ${JSON.stringify(input)}`;

/** An answer that says the same again must not render anything anew. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** `initial` is what the store holds before anything was read. */
export const createQuerySlice =
  (initial: () => State): SliceOf<QuerySlice> =>
  (set, get, call) => {
    const underWay = new Map<string, number>();
    return {
      queries: {},
      revision: 0,
      refresh: () => set(({ revision }) => ({ revision: revision + 1 })),
      changes: 0,
      changed: () => set(({ changes, revision }) => ({ changes: changes + 1, revision: revision + 1 })),
      replacements: 0,
      drop: (name, input) => {
        const { [queryKey(name, input)]: _, ...queries } = get().queries;
        set({ queries });
      },
      startOver: async () => {
        underWay.clear();
        // The look stays until the settings of the other file are read.
        set(({ settings, revision, commands, changes, replacements }) => ({
          ...initial(),
          settings,
          revision: revision + 1,
          commands: commands + 1,
          changes,
          replacements: replacements + 1,
        }));
        await get().load('app.read', {});
      },
      load: async (name, input) => {
        const key = queryKey(name, input);
        const { revision, queries } = get();
        if (underWay.get(key) === revision || queries[key]?.revision === revision) return;
        underWay.set(key, revision);
        const { commands } = get();
        const reply = await call(name, input);
        // A newer question for the same thing is on its way: its answer counts.
        if (underWay.get(key) !== revision) return;
        underWay.delete(key);
        const before = get().queries[key]?.data;
        const data = reply.ok && !isSame(before, reply.value) ? reply.value : before;
        const answer: Cached = { data, error: reply.ok ? null : reply.error, revision };
        set(({ queries }) => ({ queries: { ...queries, [key]: answer } }));
        // Asked before a command that was answered since: the command's answer is the newer word.
        if (reply.ok && get().commands === commands) get().learn(name, reply.value as Output<Query>);
      },
    };
  };
