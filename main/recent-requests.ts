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
  /** The ids in their order, as a ring: asking the map for its oldest key walks over all that were deleted. */
  let ring: string[] = [];
  let oldest = 0;
  const loaded = (): Map<string, number> => {
    if (events) return events;
    const recent = recentRequests(db, KEPT);
    ring = recent.map(({ request }) => request);
    return (events = new Map(recent.map(({ request, seq }) => [request, seq])));
  };
  return {
    eventOf: (request) => loaded().get(request),
    remember: (request, seq) => {
      const map = loaded();
      map.set(request, seq);
      if (ring.length < KEPT) return void ring.push(request);
      map.delete(ring[oldest]!);
      ring[oldest] = request;
      oldest = (oldest + 1) % KEPT;
    },
  };
};
