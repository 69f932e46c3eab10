import { useEffect } from 'react';
import type { Input, Output } from '../shared/contract.ts';
import type { Failure } from '../shared/reply.ts';
import { useStore } from './store.ts';
import { queryKey, type Query } from './store/queries.ts';

export type QueryResult<T> = {
  /** The newest answer; undefined before the first. */
  readonly data: T | undefined;
  readonly error: Failure | null;
  readonly retry: () => void;
};

/** Reads one answer of the core. What is known is there at once; it is read again when it may have changed. */
export const useQuery = <P extends Query>(name: P, input: Input<P>): QueryResult<Output<P>> => {
  const key = queryKey(name, input);
  const cached = useStore((state) => state.queries[key]);
  const revision = useStore((state) => state.revision);
  const load = useStore((state) => state.load);
  const retry = useStore((state) => state.refresh);
  const isStale = !cached || cached.revision !== revision;
  useEffect(() => {
    if (isStale) void load(name, JSON.parse(key.slice(name.length + 1)) as Input<P>);
  }, [isStale, revision, key, name, load]);
  return { data: cached?.data as Output<P> | undefined, error: cached?.error ?? null, retry };
};
