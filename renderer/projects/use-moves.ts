import { useMemo, useState } from 'react';
import type { ProjectRow } from '../../shared/model/project.ts';
import { useStore, useStoreApi } from '../store.ts';
import { queryKey } from '../store/queries.ts';
import { withMove, type Move } from './board-moves.ts';

const LIST = queryKey('projects.list', {});

type Made = {
  readonly id: string;
  readonly to: Move;
  /** The revision at which the core had taken it; null while it is on its way. */
  readonly takenAt: number | null;
};

export type Moves = {
  /** The projects as they were moved, without waiting for the core. */
  readonly shown: readonly ProjectRow[];
  /** Resolves with whether the core took it; if not, the project is back where it was. */
  readonly move: (id: string, to: Move) => Promise<boolean>;
};

/** What is moved stands there at once, until a list that was read after it says where things are. */
export const useMoves = (projects: readonly ProjectRow[]): Moves => {
  const [made, setMade] = useState<readonly Made[]>([]);
  const store = useStoreApi();
  const send = useStore((state) => state.send);
  const readAt = useStore((state) => state.queries[LIST]?.revision ?? 0);
  const shown = useMemo(
    () =>
      made
        .filter(({ takenAt }) => takenAt === null || takenAt >= readAt)
        .reduce((all, { id, to }) => withMove(all, id, to), projects),
    [made, readAt, projects],
  );
  const move = async (id: string, to: Move): Promise<boolean> => {
    const one: Made = { id, to, takenAt: null };
    setMade((all) => [...all, one]);
    const answer = await send('projects.move', { project: id, ...to });
    const takenAt = store.getState().revision;
    setMade((all) =>
      all.flatMap((other) => {
        if (other === one) return answer ? [{ ...one, takenAt }] : [];
        return other.takenAt === null || other.takenAt >= readAt ? [other] : [];
      }),
    );
    return answer !== null;
  };
  return { shown, move };
};
