import { dirname, join } from 'node:path';
import { dropCaches } from '../../data/cache.ts';
import { appendEvent, type NewEvent } from '../../data/events.ts';
import { openDatabase } from '../../data/open.ts';
import { indexAll } from '../../data/search-content.ts';
import { transaction, type Db } from '../../data/sql.ts';
import { writeState } from '../../data/topics.ts';
import type { Clock } from '../../main/clock.ts';
import { createCore } from '../../main/core.ts';
import { version } from '../../main/version.ts';
import type { TopicState } from '../../shared/model/topic.ts';
import { untouched } from '../../shared/values.ts';

export type HugeOptions = {
  /** How many topics the file holds at least; the catalogue's own count in. */
  readonly topics: 866 | 10_000 | 100_000;
  /** Folder of the compiled catalogue: `dist/catalogue` for the built host, else its start brings it up to date first. */
  readonly catalogueDir: string;
  /** One skill, `huge-big`, with this many topics; they count in. */
  readonly bigSkill?: number;
  /** Events in the log; two per topic where it is left out. */
  readonly events?: number;
  /** The moment at which the five years end; now, where it is left out. */
  readonly now?: number;
};

export type Huge = { readonly topics: number; readonly skills: number; readonly events: number };

/** Id of the skill that `bigSkill` makes. */
export const BIG_SKILL = 'huge-big';

const DAY_MS = 86_400_000;
const YEARS_MS = 5 * 365 * DAY_MS;
/** What a person does in two weeks does not grow with the list. */
const RECENT = { events: 60, ms: 14 * DAY_MS } as const;
const PER_SKILL = 10;
const PER_CATEGORY = 1_000;
const TARGETS = 2;

/** A generator of numbers from 0 to 1 that gives the same ones on every run (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/**
 * Makes a data file as five years of use leave it: a list of `topics` topics, two target roles, about half of all topics
 * done, two events per topic in the log where nothing else is said, the last sixty within the last fortnight and about topics of the catalogue. The
 * counters are saved, so the next start is an ordinary one. The same options give the same file.
 */
export const makeHuge = (file: string, options: HugeOptions): Huge => {
  const { catalogueDir, now = Date.now() } = options;
  let at = now - YEARS_MS;
  const clock: Clock = { now: () => at, zone: () => 'UTC' };
  const log = (error: unknown): void => console.error(error);
  const open = (): ReturnType<typeof createCore> => createCore({ file, catalogueDir, clock, version, log });

  const core = open();
  const ask = (name: string, input: unknown): unknown => {
    const reply = core.dispatch(name, input);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
    return reply.value;
  };
  const { roles } = ask('app.read', {}) as { readonly roles: readonly { readonly role: string }[] };
  ask('targets.set', {
    request: requestId(0),
    targets: roles.slice(0, TARGETS).map(({ role }) => ({ role, date: null })),
  });
  ask('settings.set', { welcomed: true });
  core.close();

  const db = openDatabase(file, { backupDir: join(dirname(file), 'backups') });
  const huge = transaction(db, () => {
    const own = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM topic WHERE retired = 0').get()!.n;
    addContent(db, options.topics - own, options.bigSkill ?? 0);
    const events = addHistory(db, own, now, options.events);
    indexAll(db);
    dropCaches(db);
    const count = (table: 'topic' | 'skill'): number =>
      db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table} WHERE retired = 0`).get()!.n;
    return { topics: count('topic'), skills: count('skill'), events };
  });
  db.close();

  // Counts everything once, and saves it.
  at = now;
  open().close();
  return huge;
};

/** Of the right shape, in order, and far from any that is made by chance. */
const requestId = (number: number): string =>
  `01800000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

const addContent = (db: Db, wanted: number, bigSkill: number): void => {
  const category = db.prepare(`INSERT INTO category (id, origin, position, title) VALUES (?, 'user', ?, ?)`);
  const skill = db.prepare(
    `INSERT INTO skill (id, origin, category, position, name, description, estimated_hours, half_life_months)
     VALUES (?, 'user', ?, ?, ?, ?, 20, 24)`,
  );
  const topic = db.prepare(
    `INSERT INTO topic (id, origin, skill, level, position, text) VALUES (?, 'user', ?, ?, ?, ?)`,
  );
  const sizes: number[] = bigSkill > 0 ? [bigSkill] : [];
  for (let left = wanted - bigSkill; left > 0; left -= PER_SKILL) sizes.push(Math.min(PER_SKILL, left));
  sizes.forEach((size, index) => {
    const id = bigSkill > 0 && index === 0 ? BIG_SKILL : `huge-${index}`;
    const group = Math.floor(index / PER_CATEGORY);
    if (index % PER_CATEGORY === 0) category.run(`huge-list-${group}`, 1_000 + group, `My list ${group + 1}`);
    const name = id === BIG_SKILL ? 'The longest list' : `My skill ${index}`;
    const number = skill.run(
      id,
      `huge-list-${group}`,
      index % PER_CATEGORY,
      name,
      `About ${name}.`,
    ).lastInsertRowid;
    for (let position = 0; position < size; position += 1) {
      const level = 1 + Math.floor((4 * position) / size);
      const text = `I can do step ${position + 1} of ${name.toLowerCase()} and say why it is done in this way`;
      topic.run(`${id}.${position}`, number, level, position, text);
    }
  });
};

/** Ticks and unticks at random, so that a little under half of all topics end as done. Returns how many events it made. */
const addHistory = (db: Db, catalogueTopics: number, now: number, events?: number): number => {
  const numbers = db
    .prepare<[], { number: number }>('SELECT number FROM topic WHERE retired = 0 ORDER BY number')
    .all();
  const random = seeded(866);
  const states = new Map<number, { readonly state: TopicState; readonly event: number }>();
  const total = events ?? 2 * numbers.length;
  const old = total - RECENT.events;
  let below: number | null = 1;
  for (let index = 0; index < total; index += 1) {
    const isRecent = index >= old;
    const topic = numbers[Math.floor(random() * (isRecent ? catalogueTopics : numbers.length))]!.number;
    const at = isRecent
      ? now - RECENT.ms + Math.floor(((index - old + 0.5) / RECENT.events) * RECENT.ms)
      : now - YEARS_MS + 1_000 + Math.floor((index / old) * (YEARS_MS - 2 * RECENT.ms));
    const localDate = new Date(at).toISOString().slice(0, 10);
    const known = states.get(topic);
    const before = known?.state ?? untouched;
    const isTick = before.status !== 'done';
    const after: TopicState = {
      status: isTick ? 'done' : 'todo',
      reason: null,
      since: localDate,
      doneOn: isTick ? localDate : null,
    };
    const event: NewEvent = {
      at,
      zone: 'UTC',
      localDate,
      kind: 'action',
      // The subject of a single topic's event is not stored.
      label: { kind: isTick ? 'tick' : 'untick', subject: '', detail: null, count: 1 },
      changes: [{ what: 'topic', topic, before, after, previous: known?.event ?? null }],
      below,
      target: null,
      request: requestId(index + 1),
    };
    below = appendEvent(db, event);
    states.set(topic, { state: after, event: below });
  }
  for (const [topic, { state, event }] of [...states].toSorted(([a], [b]) => a - b)) {
    writeState(db, topic, state, event, true);
  }
  return total;
};
