import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openDatabase } from '../../data/open.ts';
import { indexAll } from '../../data/search-content.ts';
import { transaction, type Db } from '../../data/sql.ts';
import { seeded } from './huge.ts';
import { addSyncPairs, figureOf, noPairs, settled, timed, type Figure, type Goal } from './measure.ts';
import { call, openCoreOn, SIZES, type Setting, type Size } from './setting.ts';

const LENGTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const QUERIES = 600;
const WARM_UP = 100;
const BUILDS = 6;

/**
 * A search as the core answers it, all groups with what is shown of each hit, beside eight bare rows from the index; words
 * with a typing error; and making the index beside FTS5's own rebuild of the same texts.
 */
export const measureSearch = (setting: Setting): Figure[] => SIZES.flatMap((size) => searchAt(setting, size));

const searchAt = (setting: Setting, size: Size): Figure[] => {
  const dir = setting.dataDir(size);
  const file = join(dir, 'groundwork.db');
  const db = openDatabase(file, { backupDir: dir });
  transaction(db, () => varyTexts(db));
  const build = buildFigure(db, size);
  const words = wordsInUse(db);
  db.close();

  const core = openCoreOn(setting, dir);
  const index = new Database(file, { readonly: true });
  const bare = index.prepare('SELECT rowid FROM search_topic WHERE search_topic MATCH ? LIMIT 8');
  const random = seeded(5);
  const figure = (name: string, typed: () => string, goal: Goal): Figure => {
    const queries = Array.from({ length: WARM_UP + QUERIES }, typed);
    const pairs = noPairs();
    let [floors, subjects] = [0, 0];
    addSyncPairs(
      pairs,
      queries.length,
      () => timed(() => bare.all(`"${queries[floors++]!}"*`)),
      () => timed(() => call(core, 'search.find', { text: queries[subjects++]! })),
    );
    return figureOf(name, size, settled(pairs, WARM_UP), goal);
  };
  const anyOf = (from: readonly string[]): string => from[Math.floor(random() * from.length)]!;
  // A longer one counts in all lengths below its own, as somebody typing it passes through them.
  const figures = LENGTHS.map((length) => {
    const long = words.filter((word) => word.length >= length);
    return figure(`search-${length}`, () => anyOf(long).slice(0, length), { by: 'p95_ms', atMost: 1 });
  });
  const misspellable = words.filter((word) => word.length >= 5);
  const near = figure('search-near', () => misspelt(anyOf(misspellable), random), {
    by: 'p95_ms',
    atMost: 10,
  });
  index.close();
  core.close();
  return [...figures, near, build];
};

/** All that is indexed, a row for each topic, skill, role, category and text of the reader. */
const TEXTS = `
  SELECT text FROM topic WHERE retired = 0
  UNION ALL SELECT name || ' ' || description || ' ' ||
    coalesce((SELECT group_concat(alias, ' ') FROM skill_alias WHERE skill = number), '') FROM skill WHERE retired = 0
  UNION ALL SELECT title || ' ' || aliases || ' ' || summary FROM role WHERE retired = 0
  UNION ALL SELECT title FROM category WHERE retired = 0
  UNION ALL SELECT title || ' ' || text || ' ' || coalesce(more, '') FROM reading`;

const buildFigure = (db: Db, size: Size): Figure => {
  db.exec(`
    CREATE TABLE raw_text (number INTEGER PRIMARY KEY, text TEXT);
    INSERT INTO raw_text (text) ${TEXTS};
    CREATE VIRTUAL TABLE raw USING fts5 (text, content=raw_text, content_rowid=number, prefix='1 2 3',
      tokenize='unicode61 remove_diacritics 2')`);
  const rebuild = db.prepare(`INSERT INTO raw (raw) VALUES ('rebuild')`);
  const pairs = noPairs();
  addSyncPairs(
    pairs,
    BUILDS,
    () => timed(() => transaction(db, () => rebuild.run())),
    () => timed(() => transaction(db, () => indexAll(db))),
  );
  db.exec('DROP TABLE raw; DROP TABLE raw_text');
  return figureOf('search-build', size, settled(pairs, 1), { by: 'ratio', atMost: 2 });
};

const SYLLABLES = [
  'ba',
  'ko',
  'ti',
  're',
  'mun',
  'sol',
  'ver',
  'gra',
  'pi',
  'tra',
  'con',
  'del',
  'xi',
  'oma',
  'eth',
];
const CHINESE = Array.from(
  '数据库索引事务日志网络安全测试部署容器服务消息队列缓存一致性分布式系统性能监控架构设计',
);

/**
 * Gives the made content words as people use them: halves of the catalogue's sentences, some 10,000 rare words among them,
 * and one in twenty in Chinese. Otherwise all texts would say the same.
 */
const varyTexts = (db: Db): void => {
  const random = seeded(6);
  const anyOf = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const some = <T>(from: readonly T[], count: number): T[] =>
    Array.from({ length: count }, () => anyOf(from));
  const real = db.prepare<[], string>(`SELECT text FROM topic WHERE origin = 'catalogue'`).pluck().all();
  const sentences = real.map((text) => text.split(' '));
  const rare = Array.from({ length: 12_000 }, () => some(SYLLABLES, 2 + Math.floor(random() * 3)).join(''));
  const text = (): string => {
    if (random() < 0.05) return some(CHINESE, 8 + Math.floor(random() * 16)).join('');
    const [first, second] = [anyOf(sentences), anyOf(sentences)];
    const at = Math.floor(random() * first.length);
    return [...first.slice(0, at), anyOf(rare), ...second.slice(at)].join(' ');
  };
  const update = (table: string, column: string, value: () => string): void => {
    const numbers = db.prepare<[], number>(`SELECT number FROM ${table} WHERE origin = 'user'`).pluck().all();
    const set = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE number = ?`);
    for (const number of numbers) set.run(value(), number);
  };
  update('topic', 'text', text);
  update('skill', 'name', () => text().split(' ').slice(-3).join(' '));
  update('skill', 'description', text);
};

/** Each as often as it stands in the topics, so that frequent ones are typed most. */
const wordsInUse = (db: Db): string[] =>
  db
    .prepare<[], string>('SELECT text FROM topic WHERE retired = 0 ORDER BY number LIMIT 20000')
    .pluck()
    .all()
    .flatMap((text) => text.toLowerCase().match(/\b[a-z]+\b/g) ?? []);

/** With one letter left out, doubled or swapped with its neighbour. */
const misspelt = (word: string, random: () => number): string => {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, next, rest] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)];
  const errors = [next + rest, letter + letter + next + rest, next + letter + rest];
  return before + errors[Math.floor(random() * errors.length)]!;
};
