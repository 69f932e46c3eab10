import { recentRequests } from '../data/events.ts';
import type { Db } from '../data/sql.ts';

const KEPT = 2_000;

/**
 * Which event each of the last 2,000 writing calls made, so that a repeat of one writes nothing. A repeat older than that
 * would run again; the view retries at most once, within a minute.
 */
export type RecentRequests = {
  /** Number of the event that the request made; undefined for a new one. */
  readonly eventOf: (request: string) => number | undefined;
  readonly remember: (request: string, seq: number) => void;
};

export const openRecentRequests = (db: Db): RecentRequests => {
  // Read from the log on the first command, not at start, which has to be quick.
  let events: Map<string, number> | null = null;
  const loaded = (): Map<string, number> =>
    (events ??= new Map(recentRequests(db, KEPT).map(({ request, seq }) => [request, seq])));
  return {
    eventOf: (request) => loaded().get(request),
    remember: (request, seq) => {
      const map = loaded();
      map.set(request, seq);
      if (map.size > KEPT) map.delete(map.keys().next().value!);
    },
  };
};
