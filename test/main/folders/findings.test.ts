import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { FolderFinding, FolderLook } from '../../../shared/model/project.ts';
import { gitIn, makeRepository, SERVICE, writeFiles } from '../../helpers/git.ts';
import { emptyFolder } from '../../helpers/look.ts';
import { freshFile } from '../../helpers/data-file.ts';
import { newRequest, openCore, type TestCore } from '../../helpers/test-core.ts';

const request = newRequest;
let made: string | undefined;
/** A look changes nothing, so all share one folder with a history. */
const folder = (): string => {
  if (made === undefined) {
    made = mkdtempSync(join(tmpdir(), 'groundwork-'));
    makeRepository(made, [
      ['2025-03-01T12:00:00Z', SERVICE],
      ['2025-06-30T12:00:00Z', { 'recipes/views.py': '' }],
    ]);
    gitIn(made, ['remote', 'add', 'origin', 'git@github.com:me/recipes.git']);
  }
  return made;
};
afterAll(() => {
  if (made !== undefined) rmSync(made, { recursive: true });
});

const create = (core: TestCore): string =>
  core.call('projects.create', { request: request(), template: null, title: 'Mine', kind: 'personal' }).id;
/** As the page does it: a job, then what the project does not say yet. */
const look = (core: TestCore, path: string, project = create(core)): FolderLook => {
  const { job } = core.call('jobs.start', { kind: 'look-at-folder', path });
  expect(core.call('jobs.read', { job })).toMatchObject({ state: 'done', message: null });
  return core.call('projects.look', { project, job });
};
type What = FolderFinding['says']['what'];
const say = ({ findings }: FolderLook, what: What): FolderFinding['says'][] =>
  findings.map(({ says }) => says).filter((says) => says.what === what);
const whyOf = ({ findings }: FolderLook, what: What): FolderFinding['why'] =>
  findings.find(({ says }) => says.what === what)!.why;
const skillsIn = (found: FolderLook): string[] =>
  found.findings.flatMap(({ says }) => (says.what === 'skill' ? [says.skill] : []));

describe('a look at a folder proposes', () => {
  test('title, address, start, items, skills and tags, each with where it was seen', () => {
    const core = openCore();
    const found = look(core, folder());
    expect(found).toMatchObject({ path: folder(), files: 10, commits: 2, lastOn: '2025-06-30', remarks: [] });
    expect(say(found, 'title')).toEqual([{ what: 'title', title: 'Recipe box' }]);
    expect(whyOf(found, 'title')).toEqual([{ by: 'files', count: 1, path: 'README.md' }]);
    expect(say(found, 'repository')).toEqual([{ what: 'repository', url: 'https://github.com/me/recipes' }]);
    expect(whyOf(found, 'repository')).toEqual([{ by: 'remote' }]);
    expect(say(found, 'started')).toEqual([{ what: 'started', date: '2025-03-01' }]);
    expect(whyOf(found, 'started')).toEqual([{ by: 'firstCommit' }]);
    const items = found.findings.filter(({ says }) => says.what === 'item');
    expect(new Set(items.map(({ why: [reason] }) => (reason?.by === 'files' ? reason.path : null)))).toEqual(
      new Set(['README.md', 'tests/test_app.py', '.github/workflows/checks.yml', 'Dockerfile', 'LICENSE']),
    );
    expect(skillsIn(found)).toEqual([
      'python',
      'django',
      'docker',
      'github-actions',
      'postgresql',
      'unit-testing',
      'git',
    ]);
    expect(say(found, 'tag')).toEqual([{ what: 'tag', tag: 'Rust' }]);
  });

  test('the day of the end once it is shipped', () => {
    const core = openCore();
    const project = create(core);
    expect(say(look(core, folder(), project), 'finished')).toEqual([]);
    core.call('projects.move', { request: request(), project, status: 'shipped', before: null });
    expect(say(look(core, folder(), project), 'finished')).toEqual([
      { what: 'finished', date: '2025-06-30' },
    ]);
  });

  test('no day that the project could not take: in the future, or the wrong way round', () => {
    const core = openCore();
    const late = emptyFolder();
    makeRepository(late, [['2093-01-01T00:00:00Z', { 'a.py': '' }]]);
    const project = create(core);
    core.call('projects.move', { request: request(), project, status: 'shipped', before: null });
    const found = look(core, late, project);
    expect(found).toMatchObject({ commits: 1, lastOn: null });
    expect([...say(found, 'started'), ...say(found, 'finished')]).toEqual([]);
    core.call('projects.edit', {
      request: request(),
      project,
      startedOn: '2024-01-01',
      finishedOn: '2024-02-01',
    });
    expect(say(look(core, folder(), project), 'started')).toEqual([]);
  });

  test('the skill under the person’s own name, by their aliases too, and none that they hid', () => {
    const core = openCore();
    core.call('skills.personalise', { request: request(), skill: 'django', name: 'Django at work' });
    core.call('skills.personalise', { request: request(), skill: 'docker', hidden: true });
    const category = core.call('categories.create', { request: request(), title: 'Mine' }).id;
    const own = core.call('skills.create', { request: request(), category, name: 'Systems' }).id;
    core.call('skills.personalise', { request: request(), skill: own, aliases: ['rust'] });
    const found = look(core, folder());
    expect(say(found, 'skill')).toContainEqual({ what: 'skill', skill: 'django', name: 'Django at work' });
    expect(say(found, 'skill')).toContainEqual({ what: 'skill', skill: own, name: 'Systems' });
    expect(say(found, 'tag')).toEqual([{ what: 'tag', tag: 'Docker' }]);
  });
});

test('nothing is written until something is confirmed, and then it is proposed no more', () => {
  const core = openCore();
  const project = create(core);
  const before = core.call('projects.read', { project });
  const found = look(core, folder(), project);
  expect(core.call('projects.read', { project })).toEqual(before);
  for (const { says } of found.findings) {
    switch (says.what) {
      case 'title':
        core.call('projects.edit', { request: request(), project, title: says.title });
        break;
      case 'repository':
        core.call('projects.edit', { request: request(), project, repository: says.url });
        break;
      case 'started':
        core.call('projects.edit', { request: request(), project, startedOn: says.date });
        break;
      case 'finished':
        core.call('projects.edit', { request: request(), project, finishedOn: says.date });
        break;
      case 'tag':
        core.call('projects.edit', { request: request(), project, tags: [says.tag.toUpperCase()] });
        break;
      case 'item':
        core.call('projects.setItem', { request: request(), item: says.item, ticked: true });
        break;
      case 'skill':
        core.call('projects.setSkill', { request: request(), project, skill: says.skill, level: 1 });
    }
  }
  expect(look(core, folder(), project).findings).toEqual([]);
});

describe('what was not seen is said', () => {
  test('a folder without a history, and without anything', () => {
    const found = look(openCore(), emptyFolder());
    expect(found).toMatchObject({ files: 0, commits: null, lastOn: null, findings: [] });
    expect(found.remarks).toEqual(['There is no Git history in this folder.']);
  });

  test('a shallow, an empty, a broken and a bare repository', () => {
    const core = openCore();
    const shallow = join(emptyFolder(), 'shallow');
    gitIn(folder(), ['clone', '--quiet', '--depth=1', `file://${folder()}`, shallow]);
    expect(look(core, shallow).remarks[0]).toMatch(/^Only the newest part of the history/);
    const empty = emptyFolder();
    gitIn(empty, ['init', '--quiet']);
    expect(look(core, empty)).toMatchObject({ commits: 0, remarks: [/no commit in it yet/] });
    const broken = emptyFolder();
    writeFiles(broken, { '.git': 'gitdir: ../nothing\n', 'README.md': '# Still here' });
    const found = look(core, broken);
    expect(found).toMatchObject({ commits: null, remarks: [/could not be read/] });
    expect(say(found, 'title')).toEqual([{ what: 'title', title: 'Still here' }]);
    const bare = join(emptyFolder(), 'bare.git');
    gitIn(folder(), ['clone', '--quiet', '--bare', folder(), bare]);
    expect(look(core, bare)).toMatchObject({ files: 10, commits: 2, remarks: [/^This is a bare/] });
  });
});

test('an answer is given for a finished look only, and a folder that is gone fails in words', () => {
  const core = openCore({ file: freshFile() });
  const project = create(core);
  const other = core.call('jobs.start', { kind: 'backup-for-catalogue' }).job;
  expect(core.ask('projects.look', { project, job: other })).toMatchObject({
    ok: false,
    error: { code: 'not_found' },
  });
  const { job } = core.call('jobs.start', { kind: 'look-at-folder', path: '/of-no-such-name' });
  const message = 'There is no folder /of-no-such-name. It may have been moved or renamed.';
  expect(core.call('jobs.read', { job })).toMatchObject({ state: 'failed', message });
  expect(core.ask('projects.look', { project, job })).toEqual({
    ok: false,
    error: { code: 'not_found', message },
  });
  expect(core.logged).toEqual([]);
  core.close();
});
