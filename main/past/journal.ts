import { cachedUpTo, readCache, writeCache } from '../../data/cache.ts';
import { lastSeq } from '../../data/events.ts';
import type { Db } from '../../data/sql.ts';
import { decodeChunk, encodeChunk, readChunk, type Chunk } from './chunk.ts';
import { timelineOf, type Timeline } from './timeline.ts';

/** Events per saved chunk. What comes after the last one is read from the log, which takes some 20 ms at most. */
const EVENTS = 5_000;
const NAME = 'journal';

/**
 * The log as the past reads it: what was set on which day, without texts. Whole chunks of it are kept as caches, which are
 * written once and never again, so that five years of use are read in an instant.
 */
export type Journal = {
  /** Everything up to the newest event. Kept until the next one. */
  readonly timeline: () => Timeline;
  /** Saves at most one chunk that is not saved yet. */
  readonly save: () => void;
  /** There is a chunk to save. */
  readonly isUnsaved: () => boolean;
};

export const openJournal = (db: Db): Journal => {
  /** Whole chunks, in order; each holds the events up to `(index + 1) * EVENTS`. */
  const chunks: Chunk[] = [];
  let saved: number | null = null;
  let known: { readonly seq: number; readonly timeline: Timeline } | null = null;

  const nameOf = (index: number): string => `${NAME}-${index}`;
  const countSaved = (): number => {
    if (saved === null) {
      saved = 0;
      while (isWhole(db, nameOf(saved), saved)) saved += 1;
    }
    return saved;
  };
  /** Reads the next whole chunk; false where there is none. */
  const takeNext = (): boolean => {
    const index = chunks.length;
    if (index < countSaved()) chunks.push(decodeChunk(readCache(db, nameOf(index))!.value));
    else if ((index + 1) * EVENTS <= lastSeq(db)) chunks.push(readChunk(db, index * EVENTS, EVENTS));
    else return false;
    return true;
  };
  const timeline = (): Timeline => {
    const seq = lastSeq(db);
    if (known?.seq !== seq) {
      while (takeNext());
      const rest = readChunk(db, chunks.length * EVENTS, EVENTS);
      known = { seq, timeline: timelineOf([...chunks, rest]) };
    }
    return known.timeline;
  };
  return {
    timeline,
    isUnsaved: () => (countSaved() + 1) * EVENTS <= lastSeq(db),
    save: () => {
      const index = countSaved();
      const chunk = chunks[index] ?? readChunk(db, index * EVENTS, EVENTS);
      writeCache(db, nameOf(index), (index + 1) * EVENTS, encodeChunk(chunk));
      saved = index + 1;
    },
  };
};

const isWhole = (db: Db, name: string, index: number): boolean =>
  cachedUpTo(db, name) === (index + 1) * EVENTS && (index + 1) * EVENTS <= lastSeq(db);
