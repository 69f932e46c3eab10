import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../data/open.ts';
import { findText, isSearchBuilt } from '../../data/search.ts';
import { indexAll, indexMade, indexRow } from '../../data/search-content.ts';
import { putSearchText, removeSearchText, type SearchText } from '../../data/search-index.ts';
import { vocabularyOf } from '../../data/search-vocabulary.ts';
import { transaction, type Db } from '../../data/sql.ts';
import { libraryOf } from './search-library.ts';

const title = (text: string): SearchText => ({ titles: [text], body: '' });

/** Throws where the index contradicts itself. */
const check = (db: Db): void => {
  for (const table of ['search_topic', 'search_other']) {
    db.prepare(`INSERT INTO ${table} (${table}) VALUES ('integrity-check')`).run();
  }
};

const entries = (db: Db): number =>
  db
    .prepare<[], number>(
      'SELECT (SELECT count(*) FROM search_topic_docsize) + (SELECT count(*) FROM search_other_docsize)',
    )
    .pluck()
    .get()!;

test('a new file is not indexed yet; once it is, it stays so', () => {
  const db = openDatabase(':memory:', { backupDir: '' });
  expect(isSearchBuilt(db)).toBe(false);
  expect(findText(db, 'anything')).toEqual({ hits: [], near: [] });
  indexAll(db);
  expect(isSearchBuilt(db)).toBe(true);
  indexAll(db);
  expect(isSearchBuilt(db)).toBe(true);
});

describe('one row', () => {
  test('is found by its new text and no longer by its old one, however long either is', () => {
    const { db, find } = libraryOf({ topics: ['first version'] });
    const update = db.prepare('UPDATE topic SET text = ? WHERE number = 1');
    const before = entries(db);
    for (const length of [1, 5, 31, 32, 33, 40, 150, 159, 160, 161, 2_000]) {
      const text = `word${length} `.padEnd(length, 'x y ').slice(0, Math.max(length, 8));
      update.run(text);
      indexRow(db, 'topic', 1);
      expect(find(`word${length}`)).toEqual([`topic: ${text}`]);
      expect(entries(db)).toBe(before);
    }
    expect(find('first')).toEqual([]);
    check(db);
  });

  test('is not found once it is retired, and is again when it comes back', () => {
    const { db, find } = libraryOf({ topics: ['A topic'], ownRoles: ['A role'], notes: ['A note'] });
    for (const [table, key, kind, word] of [
      ['topic', 1, 'topic', 'topic'],
      ['own_role', 'own-1', 'role', 'role'],
      ['note', 'topic:1', 'note', 'note'],
    ] as const) {
      const column = table === 'topic' ? 'number' : 'id';
      db.prepare(`UPDATE ${table} SET retired = 1 WHERE ${column} = ?`).run(key);
      // Even before the index heard of it.
      expect(find(word)).toEqual([]);
      indexRow(db, table, key);
      expect(find(word)).toEqual([]);
      db.prepare(`UPDATE ${table} SET retired = 0 WHERE ${column} = ?`).run(key);
      indexRow(db, table, key);
      expect(find(word)).toEqual([`${kind}: A ${word}`]);
    }
    check(db);
  });

  test('a skill with a name of the person’s own is found by both names and all aliases', () => {
    const { db, find } = libraryOf({ skills: [{ name: 'PostgreSQL', aliases: ['pg'] }] });
    db.exec(
      `INSERT INTO skill_own (skill, name, hidden, aliases, prerequisites) VALUES (1, 'Elephant', 0, '["psql"]', '[]')`,
    );
    indexRow(db, 'skill_own', 1);
    for (const typed of ['elephant', 'postgresql', 'pg', 'psql'])
      expect(find(typed)).toEqual(['skill: PostgreSQL']);
    db.exec('UPDATE skill_own SET retired = 1');
    indexRow(db, 'skill_own', 1);
    expect(find('elephant')).toEqual([]);
    expect(find('psql')).toEqual([]);
    expect(find('pg')).toEqual(['skill: PostgreSQL']);
  });

  test('tables without text change nothing', () => {
    const { db } = libraryOf({ topics: ['A topic'] });
    const before = entries(db);
    indexRow(db, 'evidence', 'any');
    indexRow(db, 'review', 1);
    expect(entries(db)).toBe(before);
  });

  test('rolled back with its transaction, it is as before', () => {
    const { db, find } = libraryOf({ topics: ['before'] });
    vocabularyOf(db);
    expect(() =>
      transaction(db, () => {
        db.exec(`UPDATE topic SET text = 'afterwards' WHERE number = 1`);
        indexRow(db, 'topic', 1);
        expect(find('afterw')).toEqual(['topic: afterwards']);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(find('afterw')).toEqual([]);
    expect(find('bef')).toEqual(['topic: before']);
    check(db);
  });
});

describe('many rows at once', () => {
  const library = (count: number): ReturnType<typeof libraryOf> =>
    libraryOf({
      topics: Array.from(
        { length: count },
        (_, index) => `Topic number${index} ${'and so on '.repeat(index % 20)}`,
      ),
    });

  test('an import is found, is gone when it is undone, and found again when it is redone', () => {
    const { db, find } = library(3);
    const insert = db.prepare(
      `INSERT INTO topic (id, origin, skill, level, position, text, made_by) VALUES (?, 'user', 1, 1, 0, ?, 7)`,
    );
    for (let index = 0; index < 500; index += 1)
      insert.run(`made-${index}`, `Imported ${'x '.repeat(index % 90)}m${index}`);
    db.exec(
      `INSERT INTO skill (id, origin, category, position, name, description, estimated_hours, half_life_months, made_by)
       VALUES ('made', 'user', '0', 1, 'Imported list', '', 1, 1, 7)`,
    );
    indexMade(db, 7);
    const indexed = entries(db);
    expect(find('imported')).toHaveLength(9);
    expect(find('m417')[0]).toContain('m417');

    db.exec('UPDATE topic SET retired = 1 WHERE made_by = 7; UPDATE skill SET retired = 1 WHERE made_by = 7');
    indexMade(db, 7);
    expect(find('imported')).toEqual([]);

    db.exec('UPDATE topic SET retired = 0 WHERE made_by = 7; UPDATE skill SET retired = 0 WHERE made_by = 7');
    indexMade(db, 7);
    expect(find('imported')).toHaveLength(9);
    expect(entries(db)).toBe(indexed);
    check(db);
  });

  test('a note that an import writes again is found by its new text only', () => {
    const { db, find } = libraryOf({ notes: ['About apples', 'About grapes'] });
    db.exec('UPDATE note SET retired = 1');
    db.exec(`UPDATE note SET retired = 0, made_by = 8, text = 'About cherry' WHERE id = 'topic:1'`);
    indexMade(db, 8);
    expect(find('about')).toEqual(['note: About cherry']);
    expect(find('apples')).toEqual([]);
    check(db);
  });

  test('built anew it holds every live row once and nothing else', () => {
    const { db, find } = library(300);
    putSearchText(db, 'note', 'topic:9', title('A stray note'));
    putSearchText(db, 'topic', 12, title('A stray text'));
    db.exec('UPDATE topic SET retired = 1 WHERE number > 200');
    indexAll(db);
    indexAll(db);
    expect(entries(db)).toBe(200 + 1 + 1);
    expect(find('stray')).toEqual([]);
    expect(find('number11')).not.toEqual([]);
    expect(find('number199')).toHaveLength(1);
    check(db);
  });
});

test('however texts are put and removed, the index holds those that stand, and finds each', () => {
  const { db, found } = libraryOf({ topics: Array<string>(6).fill('x') });
  for (let number = 1; number <= 6; number += 1) removeSearchText(db, 'topic', number);
  const standing = new Map<number, string>();
  const word = fc.constantFrom('alpha', 'beta', 'gamma', '数据', 'C++', 'Node.js');
  const step = fc.record({
    number: fc.integer({ min: 1, max: 6 }),
    text: fc.option(
      fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' ')),
      { nil: null },
    ),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      for (const { number, text } of steps) {
        if (text === null) {
          removeSearchText(db, 'topic', number);
          standing.delete(number);
        } else {
          putSearchText(db, 'topic', number, title(text));
          standing.set(number, text);
        }
      }
      for (const typed of ['alph', 'beta', 'gam', '据', 'c++', 'nodejs']) {
        const part = typed === 'nodejs' ? 'node.js' : typed;
        const expected = [...standing]
          .filter(([, text]) => text.toLowerCase().includes(part))
          .map(([number]) => number);
        const hits = found(typed).hits.filter(({ near }) => !near);
        expect(new Set(hits.map(({ ref }) => ref))).toEqual(new Set(expected));
        expect(hits).toHaveLength(expected.length);
      }
    }),
  );
  check(db);
});
