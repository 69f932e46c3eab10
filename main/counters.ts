import { readCache, writeCache } from '../data/cache.ts';
import { eventsAfter, lastSeq, type StateChange } from '../data/events.ts';
import { skillsMadeBy } from '../data/rows.ts';
import { skillNumberLimit } from '../data/skills.ts';
import type { Db } from '../data/sql.ts';
import { allTalliedTopics, talliedTopicsOf, talliedTopicsOfMany, topicByNumber } from '../data/topics.ts';
import { emptyTally, tallyOf, type SkillTally, type TalliedTopic } from '../shared/rules/tally.ts';

/**
 * The counts of every skill, in memory: kept as rows they cost more than the commit of a tick itself. They live in one
 * flat array, so that opening a file of any size is one read; a skill's tally is taken out when it is asked for.
 */
export type Counters = {
  /** By the skill's number. */
  readonly tally: (skill: number) => SkillTally;
  /**
   * Day number on which a topic of the skill was last set to done; undefined where nothing of it counts as done. For a walk
   * over all skills: no tally is taken out.
   */
  readonly lastDone: (skill: number) => number | null | undefined;
  readonly put: (skill: number, tally: SkillTally) => void;
  /** Writes the cache: the counts and the last event that they include. */
  readonly save: () => void;
  /** Events were appended since the last save. */
  readonly isUnsaved: () => boolean;
};

const NAME = 'counters';
const SLOTS = 18;
/** Tallies that are kept for whoever asks next: a walk over all skills of a huge file takes thousands. */
const KEPT = 1_000;
const NO_DAY = -2_147_483_648;
/** Beyond this many events since the last save, counting everything once is quicker than skill by skill. */
const REPLAY_LIMIT = 5_000;

export const openCounters = (db: Db): Counters => {
  let slots = load(db);
  let saved = usableCache(db)?.seq ?? -1;
  const taken = new Map<number, SkillTally>();
  /** Skills whose tally is newer than their place in the array. */
  const changed = new Set<number>();

  const put = (skill: number, tally: SkillTally): void => {
    taken.set(skill, tally);
    changed.add(skill);
  };
  const dropMany = (): void => {
    if (taken.size < KEPT + changed.size) return;
    for (const skill of taken.keys()) if (!changed.has(skill)) taken.delete(skill);
  };
  const take = (skill: number): SkillTally => {
    const tally = decode(slots, skill);
    dropMany();
    taken.set(skill, tally);
    return tally;
  };
  const counters: Counters = {
    tally: (skill) => taken.get(skill) ?? take(skill),
    lastDone: (skill) => {
      const tally = taken.get(skill);
      if (tally) return tally.done.some((count) => count > 0) ? tally.practised : undefined;
      const at = skill * SLOTS;
      for (let level = 0; level < 4; level += 1) if ((slots[at + level] ?? 0) > 0) return dayAt(slots, at);
      return undefined;
    },
    put,
    save: () => {
      const length = skillNumberLimit(db) * SLOTS;
      if (slots.length !== length) {
        const fitting = new Int32Array(length);
        fitting.set(slots.subarray(0, length));
        slots = fitting;
      }
      for (const skill of changed) encode(slots, skill, taken.get(skill)!);
      changed.clear();
      dropMany();
      saved = lastSeq(db);
      writeCache(db, NAME, saved, Buffer.from(slots.buffer));
    },
    isUnsaved: () => lastSeq(db) !== saved,
  };
  for (const [skill, tally] of countSkills(db, outdatedSkills(db))) put(skill, tally);
  return counters;
};

/** Counts one skill from its rows. */
export const countSkill = (db: Db, skill: number): SkillTally => tallyOf(talliedTopicsOf(db, skill));

/** As `countSkill`, for many: one walk through the rows takes half the time of one for each. */
export const countSkills = function* (
  db: Db,
  skills: ReadonlySet<number>,
): Generator<readonly [skill: number, tally: SkillTally]> {
  const topics = Map.groupBy(talliedTopicsOfMany(db, [...skills]), ({ skill }) => skill);
  for (const skill of skills) yield [skill, tallyOf(topics.get(skill) ?? [])];
};

const usableCache = (db: Db): { seq: number; value: Buffer } | null => {
  const cached = readCache(db, NAME);
  const last = lastSeq(db);
  const fits = cached?.value.byteLength === skillNumberLimit(db) * SLOTS * 4;
  return cached && fits && cached.seq <= last && last - cached.seq <= REPLAY_LIMIT ? cached : null;
};

const load = (db: Db): Int32Array => {
  const cached = usableCache(db);
  if (!cached) return countAll(db);
  // Copied, because the driver's buffer may start at an odd address.
  return new Int32Array(new Uint8Array(cached.value).buffer);
};

/** Skills that events after the cache touched. */
const outdatedSkills = (db: Db): ReadonlySet<number> => {
  const cached = usableCache(db);
  const skills = new Set<number>();
  if (!cached) return skills;
  for (const event of eventsAfter(db, cached.seq)) {
    for (const change of event.changes)
      for (const skill of skillsCounted(db, event.seq, change)) skills.add(skill);
  }
  return skills;
};

/** Numbers of the skills whose counts a change of the event `seq` moves. */
export const skillsCounted = (db: Db, seq: number, change: StateChange): readonly number[] => {
  switch (change.what) {
    case 'topic':
      return [topicByNumber(db, change.topic)!.skill];
    case 'row': {
      if (change.table !== 'topic') return [];
      const skills = [change.before?.['skill'], change.after?.['skill']];
      return [...new Set(skills.filter((skill): skill is number => typeof skill === 'number'))];
    }
    case 'made':
      return skillsMadeBy(db, change.action ?? seq);
    case 'targets':
    case 'member':
      return [];
  }
};

const countAll = (db: Db): Int32Array => {
  const slots = new Int32Array(skillNumberLimit(db) * SLOTS);
  for (let skill = 0; skill * SLOTS < slots.length; skill += 1) encode(slots, skill, emptyTally);
  let current = -1;
  let topics: TalliedTopic[] = [];
  const flush = (): void => {
    if (current >= 0) encode(slots, current, tallyOf(topics));
  };
  for (const topic of allTalliedTopics(db)) {
    if (topic.skill !== current) {
      flush();
      current = topic.skill;
      topics = [];
    }
    topics.push(topic);
  }
  flush();
  return slots;
};

const encode = (slots: Int32Array, skill: number, tally: SkillTally): void => {
  const at = skill * SLOTS;
  slots.set(tally.done, at);
  slots.set(tally.revise, at + 4);
  slots.set(tally.countable, at + 8);
  slots.set(tally.total, at + 12);
  slots[at + 16] = tally.practised ?? NO_DAY;
  slots[at + 17] = tally.practisedTopics;
};

const dayAt = (slots: Int32Array, at: number): number | null => {
  const day = slots[at + 16]!;
  return day === NO_DAY ? null : day;
};

const decode = (slots: Int32Array, skill: number): SkillTally => {
  const at = skill * SLOTS;
  if (at + SLOTS > slots.length) return emptyTally;
  const four = (from: number): SkillTally['done'] => [
    slots[at + from]!,
    slots[at + from + 1]!,
    slots[at + from + 2]!,
    slots[at + from + 3]!,
  ];
  return {
    done: four(0),
    revise: four(4),
    countable: four(8),
    total: four(12),
    practised: dayAt(slots, at),
    practisedTopics: slots[at + 17]!,
  };
};
