import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { skillsOfTopics } from '../../data/topics.ts';
import { freshFile } from '../helpers/data-file.ts';
import { newRequest, openCore } from '../helpers/test-core.ts';

test('each live topic is told with its skill, also where the numbers of a skill are no row', () => {
  const file = freshFile();
  const core = openCore({ file });
  const add = (skill: string, text: string): string =>
    core.call('topics.create', { request: newRequest(), skill, text, level: 1, parent: null }).id;
  const ids = ['git', 'docker', 'git', 'docker', 'git'].map((skill, index) => add(skill, `Own ${index}`));
  core.call('topics.remove', { request: newRequest(), topics: [ids[2]!] });
  core.close();

  const db = new Database(file, { readonly: true });
  const live = db
    .prepare<[], [number, number]>('SELECT number, skill FROM topic WHERE retired = 0 ORDER BY number')
    .raw()
    .all();
  const told = [...skillsOfTopics(db).entries()].filter(([, skill]) => skill !== -1);
  db.close();
  expect(told).toEqual(live);
  expect(live.length).toBeGreaterThan(800);
});
