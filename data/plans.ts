import { sql, type Db } from './sql.ts';

export type ChooserRun = {
  readonly id: string;
  /** Local date. */
  readonly startedOn: string;
  /** Ids of answers by question; empty where it was skipped. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
};

/** Passes through the chooser, newest first. */
export const listChooserRuns = (db: Db): ChooserRun[] =>
  sql<[], { id: string; startedOn: string; answers: string }>(
    db,
    `SELECT id, started_on AS startedOn, answers FROM chooser_run WHERE retired = 0 ORDER BY made_by DESC`,
  )
    .all()
    .map((row) => ({ ...row, answers: JSON.parse(row.answers) as ChooserRun['answers'] }));

/** Steps that were put aside, by key; the value is the local date on which one comes back, null for never. */
export const listStepRests = (db: Db): ReadonlyMap<string, string | null> =>
  new Map(
    sql<[], { id: string; until: string | null }>(
      db,
      'SELECT id, until FROM step_rest WHERE retired = 0 ORDER BY id',
    )
      .all()
      .map(({ id, until }) => [id, until]),
  );

/** Warnings that the person does not want to see, by key, with the local date on which they said so. */
export const listDismissals = (db: Db): ReadonlyMap<string, string> =>
  new Map(
    sql<[], { id: string; dismissedOn: string }>(
      db,
      'SELECT id, dismissed_on AS dismissedOn FROM warning_dismissal WHERE retired = 0',
    )
      .all()
      .map(({ id, dismissedOn }) => [id, dismissedOn]),
  );

export type RoutineRecord = {
  readonly id: string;
  readonly doneOn: string | null;
  readonly restsUntil: string | null;
  readonly off: boolean;
};

export const listRoutines = (db: Db): ReadonlyMap<string, RoutineRecord> =>
  new Map(
    sql<[], Omit<RoutineRecord, 'off'> & { off: 0 | 1 }>(
      db,
      'SELECT id, done_on AS doneOn, rests_until AS restsUntil, off FROM routine WHERE retired = 0',
    )
      .all()
      .map((row) => [row.id, { ...row, off: row.off === 1 }]),
  );
