import { backup } from './backup.ts';
import { createTables } from './migrations/0001-create-tables.ts';
import { addOwnContent } from './migrations/0002-add-own-content.ts';
import { addPlans } from './migrations/0003-add-plans.ts';
import { addCertifications } from './migrations/0004-add-certifications.ts';
import { addPortfolio } from './migrations/0005-add-portfolio.ts';
import { addReading } from './migrations/0006-add-reading.ts';
import { keepFilters } from './migrations/0007-keep-filters.ts';
import { sql, transaction, type Db } from './sql.ts';

/** One step of the schema: SQL statements, run in order. A released step is never edited; a new one is appended. */
export type Migration = readonly string[];

/** Position in this list is the version that the step leads to. */
export const migrations: readonly Migration[] = [
  createTables,
  addOwnContent,
  addPlans,
  addCertifications,
  addPortfolio,
  addReading,
  keepFilters,
];
export const latestVersion = migrations.length;

/**
 * Brings the file to the newest version in one transaction, version number included, so that a crash leaves the old or
 * the new and nothing between. A file with content is backed up first. Running it again does nothing.
 */
export const migrate = (
  db: Db,
  options: {
    /** Folder for the copy that is made first; null for a file that is a copy itself. */
    readonly backupDir: string | null;
    readonly steps?: readonly Migration[];
  },
): void => {
  const steps = options.steps ?? migrations;
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version === steps.length) return assertDurable(db);
  if (version > 0 && options.backupDir !== null)
    backup(db, options.backupDir, `before-version-${steps.length}-from-${version}`);
  transaction(db, () => {
    for (const step of steps.slice(version)) for (const statement of step) db.exec(statement);
    db.pragma(`user_version = ${steps.length}`);
  });
  assertDurable(db);
};

/** The driver's WAL default is NORMAL and its pragma tells the truth only after a first read or write: look again. */
const assertDurable = (db: Db): void => {
  sql(db, 'SELECT count(*) FROM sqlite_schema').get();
  const synchronous = db.pragma('synchronous', { simple: true });
  if (synchronous !== 2) throw new Error(`synchronous is ${String(synchronous)}, not FULL`);
};
