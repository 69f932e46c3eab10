import Database from 'better-sqlite3';
import type { Core } from '../../main/core.ts';
import { below } from './suite.ts';

/** One thing that a person sets to a value: what is in the file afterwards can be told without knowing anything else. */
export type Deed = {
  readonly number: number;
  readonly procedure: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What it sets, and to what. */
  readonly key: string;
  readonly value: string;
};

const SKILLS = ['git', 'go', 'java', 'http-protocol', 'sql-querying'] as const;
const STATUSES = ['todo', 'learning', 'done'] as const;
const ROLES = ['api-developer', 'database-developer'] as const;

/** The `number`-th deed: always the same one for the same generator. */
export const deedOf = (random: () => number, number: number): Deed => {
  const skill = SKILLS[below(random, SKILLS.length)]!;
  const turn = below(random, 10);
  const pick = below(random, 8);
  if (turn < 6) {
    const topic = `${skill}.0${1 + (pick % 6)}`;
    const status = STATUSES[below(random, STATUSES.length)]!;
    return {
      number,
      procedure: 'topics.setStatus',
      input: { topic, status },
      key: `topic ${topic}`,
      value: status,
    };
  }
  if (turn < 8) {
    // Long enough now and then to take more than one page.
    const text = `note ${number} ${'x'.repeat(pick === 0 ? 9_000 : pick * 40)}`;
    return {
      number,
      procedure: 'notes.set',
      input: { kind: 'skill', id: skill, text },
      key: `note ${skill}`,
      value: text,
    };
  }
  if (turn === 8) {
    const targets = [{ role: ROLES[pick % ROLES.length]!, date: null }];
    return { number, procedure: 'targets.set', input: { targets }, key: 'targets', value: targets[0]!.role };
  }
  const hoursPerWeek = 1 + (number % 60);
  return {
    number,
    procedure: 'settings.set',
    input: { hoursPerWeek },
    key: 'hours',
    value: String(hoursPerWeek),
  };
};

/** An id of the right shape for the `number`-th deed of a run. */
export const requestOf = (run: number, number: number): string =>
  `0194${run.toString(16).padStart(4, '0')}-0000-7000-9000-${number.toString(16).padStart(12, '0')}`;

/** Does it as a host would. Gives whether it was acknowledged, and why not. */
export const carryOut = (core: Core, run: number, { number, procedure, input }: Deed): string | null => {
  const request = procedure === 'settings.set' ? {} : { request: requestOf(run, number) };
  const reply = core.dispatch(procedure, { ...request, ...input });
  return reply.ok ? null : `${reply.error.code}: ${reply.error.message}`;
};

/** What the file holds under every key that deeds set. Opens it as the product would after a crash: by SQLite alone. */
export const factsOf = (file: string): ReadonlyMap<string, string> => {
  const db = new Database(file, { fileMustExist: true });
  try {
    const rows = <R>(query: string): R[] => db.prepare<[], R>(query).all();
    const facts = new Map<string, string>();
    for (const { id, status } of rows<{ id: string; status: string }>(
      'SELECT t.id, s.status FROM topic_state s JOIN topic t ON t.number = s.topic',
    )) {
      facts.set(`topic ${id}`, status);
    }
    for (const { id, text } of rows<{ id: string; text: string }>(
      `SELECT k.id, n.text FROM note n JOIN skill k ON n.id = 'skill:' || k.number WHERE n.retired = 0`,
    )) {
      facts.set(`note ${id}`, text);
    }
    for (const { role } of rows<{ role: string }>('SELECT role FROM target ORDER BY position LIMIT 1')) {
      facts.set('targets', role);
    }
    for (const { value } of rows<{ value: string }>(`SELECT value FROM setting WHERE key = 'hoursPerWeek'`)) {
      facts.set('hours', value);
    }
    return facts;
  } finally {
    db.close();
  }
};

/** Whether SQLite finds the file without fault, references included. */
export const isWhole = (file: string): boolean => {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { fileMustExist: true });
    return (
      db.pragma('integrity_check', { simple: true }) === 'ok' &&
      (db.pragma('foreign_key_check') as unknown[]).length === 0
    );
  } catch {
    return false;
  } finally {
    db?.close();
  }
};

/** What the file of a new user says under a key. */
const atFirst = (key: string): string => (key.startsWith('topic ') ? 'todo' : '');

/** What must be in a file: the newest acknowledged value of every key, or that of a later deed that was not refused. */
export class Oracle {
  readonly #values = new Map<string, Set<string>>();
  acknowledged = 0;

  done({ key, value }: Deed): void {
    this.#values.set(key, new Set([value]));
    this.acknowledged += 1;
  }

  /** It was begun, or failed by an error of the disk: it may be there or not. */
  perhaps({ key, value }: Deed): void {
    const known = this.#values.get(key);
    if (known) known.add(value);
    else this.#values.set(key, new Set([atFirst(key), value]));
  }

  /** Keys of which the file says something that was never the case at the end. */
  lostIn(facts: ReadonlyMap<string, string>): string[] {
    return [...this.#values]
      .filter(([key, values]) => !values.has(facts.get(key) ?? atFirst(key)))
      .map(([key]) => key);
  }

  /** Per key the values that are right, for another process. */
  values(): [key: string, values: string[]][] {
    return [...this.#values].map(([key, values]) => [key, [...values]]);
  }

  static of(values: readonly (readonly [key: string, values: readonly string[]])[]): Oracle {
    const made = new Oracle();
    for (const [key, all] of values) made.#values.set(key, new Set(all));
    return made;
  }

  copy(): Oracle {
    const copied = new Oracle();
    for (const [key, values] of this.#values) copied.#values.set(key, new Set(values));
    copied.acknowledged = this.acknowledged;
    return copied;
  }
}
