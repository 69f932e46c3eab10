import { describe, expect, test } from 'vitest';
import { findText } from '../../data/search.ts';
import { indexMade } from '../../data/search-content.ts';
import type { Db } from '../../data/sql.ts';
import { libraryOf } from './search-library.ts';

describe('what belongs to something retired', () => {
  test.each([
    ['a topic of a retired skill', 'UPDATE skill SET retired = 1'],
    ['a retired topic', 'UPDATE topic SET retired = 1'],
  ])('%s is not found, nor is its note, and both are once it is back', (_, retire) => {
    const { db, find } = libraryOf({ topics: ['A walnut'], notes: ['Walnut oil'] });
    const both = ['topic: A walnut', 'note: Walnut oil'];
    expect(find('walnut')).toEqual(both);
    db.exec(retire);
    expect(find('walnut')).toEqual([]);
    db.exec(retire.replace('= 1', '= 0'));
    expect(find('walnut')).toEqual(both);
  });

  test('a resource of a retired skill is not found', () => {
    const { db, find } = libraryOf({ resources: [{ title: 'Walnuts', url: 'https://example.com' }] });
    expect(find('walnut')).toEqual(['resource: Walnuts']);
    db.exec('UPDATE skill SET retired = 1');
    expect(find('walnut')).toEqual([]);
  });

  test.each([
    ['skill:1', 'skill', 'number = 1'],
    ['category:1', 'category', `id = '1'`],
    ['role:1', 'role', `id = '1'`],
    ['role:own-1', 'own_role', `id = 'own-1'`],
  ])('a note on %s is not found while that is retired', (id, table, which) => {
    const { db, find } = libraryOf({
      categories: ['Baking'],
      roles: [{ title: 'Baker' }],
      ownRoles: ['Miller'],
      notes: ['Walnut oil'],
    });
    db.exec(`UPDATE note SET id = '${id}'; UPDATE search_item SET ref = '${id}' WHERE kind = 'note'`);
    expect(find('walnut')).toEqual(['note: Walnut oil']);
    db.exec(`UPDATE ${table} SET retired = 1 WHERE ${which}`);
    expect(find('walnut')).toEqual([]);
  });
});

describe('an import that is undone', () => {
  const IMPORT = 7;
  const importTopics = (db: Db, count: number): void => {
    const insert = db.prepare(
      `INSERT INTO topic (id, origin, skill, level, position, text, made_by) VALUES (?, 'user', 1, 1, 0, ?, ?)`,
    );
    db.exec('BEGIN');
    for (let index = 0; index < count; index += 1) insert.run(`made-${index}`, `walnut ${index}`, IMPORT);
    db.exec('COMMIT');
    indexMade(db, IMPORT);
  };
  const setRetired = (db: Db, retired: 0 | 1): void => {
    db.prepare('UPDATE topic SET retired = ? WHERE made_by = ?').run(retired, IMPORT);
    indexMade(db, IMPORT);
  };
  const indexed = (db: Db): number =>
    db.prepare<[], number>('SELECT count(*) FROM search_topic_docsize').pluck().get()!;

  test('leaves the index where it is small, and takes itself out where it outweighs the rest', () => {
    for (const [count, left] of [
      [900, 902],
      [1_500, 2],
    ] as const) {
      const { db } = libraryOf({ topics: ['A chestnut', 'An acorn'] });
      importTopics(db, count);
      setRetired(db, 1);
      expect(indexed(db)).toBe(left);
      expect(findText(db, 'walnut').hits).toEqual([]);
      expect(findText(db, 'acorn').hits).toEqual([{ kind: 'topic', ref: 2, near: false }]);
      setRetired(db, 0);
      expect(indexed(db)).toBe(count + 2);
      expect(findText(db, 'walnut').hits).toHaveLength(8);
    }
  });
});
