import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshFile, makeTemplate } from '../helpers/data-file.ts';
import { bring } from '../helpers/lists.ts';
import { newRequest, openCore, type TestCore } from '../helpers/test-core.ts';

const templateDir = mkdtempSync(join(tmpdir(), 'groundwork-'));
beforeAll(() => makeTemplate(templateDir));
afterAll(() => rmSync(templateDir, { recursive: true, force: true }));

/** More than the core keeps counted at a time. */
const SKILLS = 2_100;
const TICKED = [0, 700, 1_400, 2_099];
const list = Array.from({ length: SKILLS }, (_, index) => `## Skill ${index}\n\n- [ ] the one\n`).join('\n');

const PAGE = 200;
const skillsOf = (core: TestCore, category: string) =>
  Array.from({ length: Math.ceil(SKILLS / PAGE) }, (_, page) =>
    core.call('skills.list', { category, offset: page * PAGE, limit: PAGE }),
  ).flatMap(({ skills }) => skills);

const ticked = (core: TestCore, category: string): number[] =>
  skillsOf(core, category).flatMap(({ progress }, index) => (progress.done === 1 ? [index] : []));

test('a walk over more skills than are kept counted forgets no tick, before it is saved or after', () => {
  const file = freshFile();
  let core = openCore({ file });
  const { id: category } = bring(core, dirname(file), `# All of them\n\n${list}`);
  const skills = skillsOf(core, category);
  expect(skills).toHaveLength(SKILLS);
  // From now on only what is ticked is newer than what was saved.
  core.rest();
  for (const index of TICKED) {
    const [topic] = core.call('topics.list', { skill: skills[index]!.id }).topics;
    core.call('topics.setStatus', { request: newRequest(), topic: topic!.id, status: 'done' });
  }
  expect(ticked(core, category)).toEqual(TICKED);
  expect(ticked(core, category)).toEqual(TICKED);
  core.rest();
  expect(ticked(core, category)).toEqual(TICKED);
  core.close();
  core = openCore({ file });
  expect(ticked(core, category)).toEqual(TICKED);
  core.close();
});
