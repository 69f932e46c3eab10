import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { countSkill } from '../../main/counters.ts';
import type { Clock } from '../../main/clock.ts';
import { openWorkspace } from '../../main/workspace.ts';
import { openForReading } from '../../data/open.ts';
import type { RoleFigures } from '../../shared/model/figures.ts';
import { figuresOf } from '../../shared/rules/readiness.ts';
import type { SkillTally } from '../../shared/rules/tally.ts';
import { openCore, tempDir, testClock } from './test-core.ts';

let template: string | undefined;

/** A data file with the real catalogue and nothing else, closed. Made once and copied, because making it takes time. */
export const freshFile = (dir = tempDir()): string => {
  const file = join(dir, 'groundwork.db');
  if (template === undefined || !readdirSync(join(template, '..')).includes('groundwork.db')) {
    const core = openCore({ file, clock: testClock() });
    core.close();
    return file;
  }
  copyFileSync(template, file);
  return file;
};

/** Called once by a file of tests that makes many data files. */
export const makeTemplate = (dir: string): void => {
  const file = join(dir, 'groundwork.db');
  openCore({ file, clock: testClock() }).close();
  template = file;
};

/** One statement on the file, as somebody else would run it. */
export const onFile = <T = unknown>(file: string, text: string, ...values: unknown[]): T[] => {
  const db = new Database(file);
  try {
    const statement = db.prepare<unknown[], T>(text);
    if (statement.reader) return statement.all(...values);
    statement.run(...values);
    return [];
  } finally {
    db.close();
  }
};

/** Tables of which every row is the person’s. */
const OWN_ROWS = [
  'skill_own',
  'note',
  'resource',
  'reference_state',
  'evidence',
  'review',
  'own_role',
  'own_group',
  'done_mark',
  'role_market',
  'saved_filter',
  'portfolio',
  'chooser_run',
  'step_rest',
  'warning_dismissal',
  'routine',
  'certification_own',
  'certification_plan',
  'objective',
  'exam_result',
  'credential',
] as const;
const STATE = ['topic_state', 'target', 'member_choice', 'setting', ...OWN_ROWS, 'event'] as const;
/** Tables whose rows a person makes and changes; a retired row is as good as none. */
const ROWS = ['category', 'skill', 'topic', ...OWN_ROWS] as const;

/** Every row of every table that holds the person's state. */
export const dumpState = (file: string): Record<(typeof STATE)[number], unknown[]> => {
  const db = openForReading(file);
  try {
    return Object.fromEntries(
      STATE.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()]),
    ) as Record<(typeof STATE)[number], unknown[]>;
  } finally {
    db.close();
  }
};

/** What the person would see of the state: no event numbers, and no rows that say the same as no row. */
export const visibleState = (file: string): unknown => {
  const db = openForReading(file);
  try {
    return {
      topics: db
        .prepare(
          `SELECT s.topic, s.status, s.reason, s.since, s.done_on FROM topic_state s JOIN topic t ON t.number = s.topic
           WHERE t.retired = 0 AND (s.status <> 'todo' OR s.since IS NOT NULL) ORDER BY s.topic`,
        )
        .all(),
      targets: db.prepare('SELECT * FROM target ORDER BY position').all(),
      members: db.prepare('SELECT * FROM member_choice ORDER BY 1').all(),
      rows: Object.fromEntries(
        ROWS.map((table) => [
          table,
          db
            .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} WHERE retired = 0 ORDER BY 1`)
            .all()
            // Which event wrote a row last is no part of what it says.
            .map(({ event: _event, made_by: _madeBy, ...row }) => row),
        ]),
      ),
    };
  } finally {
    db.close();
  }
};

/** Counts and figures worked out from the rows alone, beside everything that the core keeps in memory or saves. */
export const recount = (
  file: string,
  clock: Clock,
): { figures: RoleFigures[]; tallies: ReadonlyMap<string, SkillTally> } => {
  const db = openForReading(file);
  try {
    const workspace = openWorkspace(db, clock);
    const skills = db
      .prepare<[], { id: string; number: number }>('SELECT id, number FROM skill WHERE retired = 0')
      .all();
    const tallies = new Map(skills.map(({ id, number }) => [id, countSkill(db, number)]));
    const knowledge = {
      ...workspace.knowledge(),
      tally: (skill: string) => tallies.get(skill)!,
    };
    return {
      figures: workspace
        .roles()
        .map(({ id }) => ({ role: id, ...figuresOf(workspace.model(id), knowledge) })),
      tallies,
    };
  } finally {
    db.close();
  }
};

/** The counts that a start would work with: from the saved counters and the events after them. */
export const countsAtStart = (file: string, clock: Clock): ReadonlyMap<string, SkillTally> => {
  const db = openForReading(file);
  try {
    const { counters } = openWorkspace(db, clock);
    const skills = db
      .prepare<[], { id: string; number: number }>('SELECT id, number FROM skill WHERE retired = 0')
      .all();
    return new Map(skills.map(({ id, number }) => [id, counters.tally(number)]));
  } finally {
    db.close();
  }
};

/** SHA-256 of the file's bytes. Only for files that nobody has open. */
export const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Names, sizes and hashes of everything in a folder. */
export const listing = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(dir, name)).isFile())
    .toSorted()
    .map((name) => `${name} ${sha256(join(dir, name))}`);
