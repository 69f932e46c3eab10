import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input } from '../../../shared/contract.ts';
import { useStoreApi } from '../../store.ts';

/** Milliseconds between two questions after how far it is. */
const POLL_MS = 100;

export type JobStand =
  | { readonly kind: 'idle' }
  /** `total` is 0 while it is not known. */
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly job: string }
  | { readonly kind: 'failed'; readonly message: string };

export type RunningJob = {
  readonly stand: JobStand;
  /** Starts it, in place of one that is still running. Resolves with its id where it ended well. */
  readonly start: (input: Input<'jobs.start'>) => Promise<string | null>;
  /** Stops what is running and forgets how it stood. */
  readonly stop: () => void;
};

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, POLL_MS));

/** One job at a time, asked after until it is over. It is stopped when the screen goes. */
export const useJob = (): RunningJob => {
  const store = useStoreApi();
  const [stand, setStand] = useState<JobStand>({ kind: 'idle' });
  // Grows with each start and stop: what belongs to an earlier turn is no longer heard.
  const turn = useRef(0);
  const running = useRef<string | null>(null);

  const quit = useCallback(() => {
    turn.current += 1;
    if (running.current !== null) void store.getState().cancelJob(running.current);
    running.current = null;
  }, [store]);
  useEffect(() => quit, [quit]);

  const stop = useCallback(() => {
    quit();
    setStand({ kind: 'idle' });
  }, [quit]);

  const start = useCallback(
    async (input: Input<'jobs.start'>): Promise<string | null> => {
      quit();
      const mine = turn.current;
      const isMine = (): boolean => turn.current === mine;
      const fail = (message: string): null => {
        running.current = null;
        if (isMine()) setStand({ kind: 'failed', message });
        return null;
      };
      setStand({ kind: 'running', done: 0, total: 0 });
      const { startJob, readJob, cancelJob } = store.getState();
      const started = await startJob(input);
      if (!started.ok) return isMine() ? fail(started.error.message) : null;
      const { job } = started.value;
      if (!isMine()) {
        void cancelJob(job);
        return null;
      }
      running.current = job;
      for (;;) {
        const reply = await readJob(job);
        if (!isMine()) return null;
        if (!reply.ok) return fail(reply.error.message);
        const { state, done, total, message } = reply.value;
        if (state === 'running') setStand({ kind: 'running', done, total });
        else if (state === 'done') {
          running.current = null;
          setStand({ kind: 'done', job });
          return job;
        } else return fail(message ?? '');
        await pause();
        if (!isMine()) return null;
      }
    },
    [store, quit],
  );
  return { stand, start, stop };
};
