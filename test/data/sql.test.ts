import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql, type Db } from '../../data/sql.ts';

let db: Db;
beforeEach(() => {
  db = new Database(':memory:');
  db.exec('CREATE TABLE row (number INTEGER PRIMARY KEY, text TEXT, share REAL, bytes BLOB) STRICT');
});
afterEach(() => void db.close());

test('a statement is prepared once per connection', () => {
  const other = new Database(':memory:');
  const text = 'SELECT 1 AS one';
  expect(sql(db, text)).toBe(sql(db, text));
  expect(sql(other, text)).not.toBe(sql(db, text));
  other.close();
});

/** A plus before a mark is what keeps SQLite from planning with its value, and so from preparing the statement anew. */
test('every value that is bound stands behind a plus, in limits and joins as well', () => {
  const { source } = sql(
    db,
    'SELECT a.number FROM row a JOIN row b ON b.number = a.number WHERE a.text = ? LIMIT ?',
  );
  expect(source).toBe(
    'SELECT a.number FROM row a JOIN row b ON b.number = a.number WHERE a.text = +? LIMIT +?',
  );
});

test.each([
  ['a number', { number: 1, text: null, share: null, bytes: null }],
  ['a text that looks like a number', { number: 2, text: '0012', share: null, bytes: null }],
  ['a part', { number: 3, text: '', share: 0.5, bytes: null }],
  ['bytes', { number: 4, text: 'a', share: null, bytes: Buffer.from([0, 255]) }],
])('the plus changes nothing: %s', (_, row) => {
  sql(db, 'INSERT INTO row VALUES (?, ?, ?, ?)').run(row.number, row.text, row.share, row.bytes);
  const { number, text, share, bytes } = row;
  const found = sql(
    db,
    'SELECT * FROM row WHERE number = ? AND text IS ? AND share IS ? AND bytes IS ? LIMIT ?',
  ).all(number, text, share, bytes, 1);
  expect(found).toEqual([row]);
});
