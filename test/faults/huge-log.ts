import Database from 'better-sqlite3';

const DAY_MS = 86_400_000;
/** A bit over five years: nobody who uses it does more in less. */
const SPAN_MS = 1_900 * DAY_MS;

/**
 * Writes a log of `rows` ticks into a closed file, evenly over the past years: each topic of the catalogue is ticked and
 * unticked in its turn, every row as the product would have written it, and every state is the one that its last row set.
 */
export const makeLog = (file: string, rows: number, now: number): void => {
  const db = new Database(file);
  const step = Math.floor(SPAN_MS / rows);
  const first = now - rows * step;
  const open = `["todo",null,null,null]`;
  // The day on which the row with the number `n` was written, as SQLite's own calendar says.
  const day = (n: string): string => `date((${first} + (${n}) * ${step}) / 1000, 'unixepoch')`;
  const done = (n: string): string => `'["done",null,"' || ${day(n)} || '","' || ${day(n)} || '"]'`;
  db.transaction(() => {
    db.exec(
      `CREATE TEMP TABLE turn AS SELECT number, row_number() OVER (ORDER BY number) - 1 AS place FROM topic`,
    );
    db.exec('CREATE UNIQUE INDEX temp.by_place ON turn (place)');
    const topics = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM turn').get()!.n;
    // Turns with an even number tick, the others take it back.
    const isTick = `((n - 1) / ${topics}) % 2 = 0`;
    const previous = `CASE WHEN n > ${topics} THEN n - ${topics} END`;
    db.exec(
      `WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ${rows})
       INSERT INTO event (seq, at, zone, local_date, kind, label, changes, below, target, request)
       SELECT n, ${first} + n * ${step}, 'UTC', ${day('n')}, 'action', 'null',
         '[[' || number || ',' || ifnull(${previous}, 'null') || ',' ||
           CASE WHEN ${isTick} THEN '${open},' || ${done('n')} ELSE ${done(`n - ${topics}`)} || ',${open}' END || ']]',
         nullif(n - 1, 0), NULL, printf('0194%04x-0000-7000-a000-%012x', 0, n)
       FROM c JOIN turn ON place = (n - 1) % ${topics}`,
    );
    db.exec(
      `INSERT INTO topic_state (topic, status, since, done_on, event)
       SELECT number, iif(${isTick}, 'done', 'todo'), iif(${isTick}, ${day('n')}, NULL), iif(${isTick}, ${day('n')}, NULL), n
       FROM (SELECT number, place + 1 + ((${rows} - 1 - place) / ${topics}) * ${topics} AS n FROM turn WHERE place < ${rows})`,
    );
  })();
  db.close();
};
