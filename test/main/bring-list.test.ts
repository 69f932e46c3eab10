import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshFile, makeTemplate, visibleState, recount } from '../helpers/data-file.ts';
import { bring, readInto } from '../helpers/lists.ts';
import { readList } from '../../main/lists/read-list.ts';
import { newRequest, openCore, testClock, type TestCore } from '../helpers/test-core.ts';

const templateDir = mkdtempSync(join(tmpdir(), 'groundwork-'));
beforeAll(() => makeTemplate(templateDir));
afterAll(() => rmSync(templateDir, { recursive: true, force: true }));

const open = (): { core: TestCore; file: string; dir: string } => {
  const file = freshFile();
  return { core: openCore({ file }), file, dir: dirname(file) };
};
const undo = (core: TestCore): unknown =>
  core.call('history.undo', {
    request: newRequest(),
    action: core.call('app.read', {}).history.undo!.action,
  });
const redo = (core: TestCore): unknown =>
  core.call('history.redo', {
    request: newRequest(),
    action: core.call('app.read', {}).history.redo!.action,
  });
const skillsOf = (core: TestCore, category: string): string[] =>
  core.call('skills.list', { category }).skills.map(({ id }) => id);
const outlineOf = (core: TestCore, skill: string): string[] =>
  core
    .call('topics.list', { skill })
    .topics.map(
      ({ text, depth, state, leaves }) =>
        `${'  '.repeat(depth - 1)}${state.status === 'done' ? 'x' : '-'} ${text}${leaves ? ` ${leaves.done}/${leaves.total}` : ''}`,
    );
const exported = (core: TestCore, category: string): string => core.call('lists.export', { category }).text;

const list = `# My plan

- [x] before any part

Some prose.

## Basics

### Trees

- [ ] Read [about trees](https://example.org/trees)
  - [x] heights
  - [ ] rotations
- a thought on rotations
- [x] Draw one

## Later

- [ ] Graphs
`;

describe('a list that is brought', () => {
  test('becomes a category with a skill per heading and its tasks as topics, ticks and links kept', () => {
    const { core, dir } = open();
    const { id, action, history } = bring(core, dir, list);
    expect(action).toBe(1);
    expect(history.undo!.label).toMatchObject({ kind: 'import-list', subject: 'My plan', count: 6 });
    const category = core.call('skills.categories', {}).categories.find((one) => one.id === id)!;
    expect(category).toMatchObject({ title: 'My plan', own: true, skills: 3, topics: { done: 3, total: 5 } });
    const { skills } = core.call('skills.list', { category: id });
    expect(skills.map(({ name, path }) => [name, ...path])).toEqual([
      ['My plan'],
      ['Trees', 'Basics'],
      ['Later'],
    ]);
    expect(outlineOf(core, skills[1]!.id)).toEqual([
      '- Read about trees 1/2',
      '  x heights',
      '  - rotations',
      'x Draw one',
    ]);
    const [first] = core.call('topics.list', { skill: skills[1]!.id }).topics;
    expect(first).toMatchObject({
      own: true,
      level: 1,
      links: [{ title: 'about trees', url: 'https://example.org/trees' }],
    });
    const noted = core.call('topics.list', { skill: skills[1]!.id }).topics.find(({ hasNote }) => hasNote)!;
    expect(core.call('notes.read', { kind: 'topic', id: noted.id }).text).toBe('a thought on rotations');
    expect(core.logged).toEqual([]);
    core.close();
  });

  test('is one step: undo takes all of it away, redo brings all of it back, ticks included', () => {
    const { core, file, dir } = open();
    const texts = (text: string): string[] => core.call('search.find', { text }).hits.map((hit) => hit.text);
    const before = visibleState(file);
    const { id } = bring(core, dir, list);
    const after = visibleState(file);
    undo(core);
    expect(visibleState(file)).toEqual(before);
    expect(core.call('skills.categories', {}).categories.some((one) => one.id === id)).toBe(false);
    expect(texts('rotations')).not.toContain('rotations');
    redo(core);
    expect(visibleState(file)).toEqual(after);
    expect(texts('rotations')[0]).toBe('rotations');
    core.close();
    expect(openCore({ file }).call('skills.list', { category: id }).skills).toHaveLength(3);
  });

  test('can be searched at once, and counts in a restart as it did before', () => {
    const { core, file, dir } = open();
    bring(core, dir, list);
    expect(core.call('search.find', { text: 'grap' }).hits[0]).toMatchObject({
      kind: 'topic',
      text: 'Graphs',
    });
    core.close();
    const clock = testClock();
    const again = openCore({ file, clock });
    const { tallies } = recount(file, clock);
    for (const { id } of again.call('skills.categories', {}).categories) {
      for (const skill of again.call('skills.list', { category: id }).skills) {
        const tally = tallies.get(skill.id)!;
        expect(skill.progress.total).toBe(tally.countable.reduce((sum, count) => sum + count, 0));
      }
    }
    again.close();
  });

  test('shows in the preview what is left out, and keeps it as a note where wanted', () => {
    const { core, dir } = open();
    const job = readInto(core, dir, list);
    expect(core.call('lists.summary', { job })).toMatchObject({
      category: 'My plan',
      tasks: 6,
      checked: 3,
      skills: 3,
      deepest: 2,
      links: 1,
      leftOut: 1,
      update: null,
    });
    const { rows, total } = core.call('lists.preview', { job });
    expect(rows).toHaveLength(total);
    expect(rows.filter(({ kind }) => kind === 'left out')).toMatchObject([{ text: 'Some prose.', line: 5 }]);
    const { id } = bring(core, dir, list, { keepLeftOut: true });
    expect(core.call('notes.read', { kind: 'category', id }).text).toBe('Some prose.');
    core.close();
  });

  test('brings the note on its category back, as it was saved', () => {
    const text = 'Why I learn this:\n\n- [ ] no task\n```\n# no heading\n```';
    const first = open();
    const { id } = bring(first.core, first.dir, list);
    first.core.call('notes.set', { request: newRequest(), kind: 'category', id, text });
    const saved = exported(first.core, id);
    first.core.close();

    const { core, file, dir } = open();
    const before = visibleState(file);
    const brought = bring(core, dir, saved);
    expect(core.call('notes.read', { kind: 'category', id: brought.id }).text).toBe(text);
    expect(exported(core, brought.id)).toBe(saved);
    undo(core);
    expect(visibleState(file)).toEqual(before);
    redo(core);
    core.call('notes.set', { request: newRequest(), kind: 'category', id: brought.id, text: 'mine' });
    bring(core, dir, saved);
    expect(core.call('notes.read', { kind: 'category', id: brought.id }).text).toBe('mine');
    core.close();
  });

  test('can be joined with what is there: the tick counts there, nothing is made twice, no tick is taken', () => {
    const { core, dir } = open();
    const git = core.call('topics.list', { skill: 'git' }).topics;
    const text = `# Known\n\n## Git\n\n- [x] ${git[0]!.text}\n  - [ ] below it\n- [ ] ${git[1]!.text}\n- [ ] new\n`;
    core.call('topics.setStatus', { request: newRequest(), topic: git[1]!.id, status: 'done' });
    const job = readInto(core, dir, text);
    const { rows } = core.call('lists.preview', { job });
    const offered = rows.filter((row) => (row.kind === 'skill' || row.kind === 'task') && row.offer !== null);
    expect(offered).toMatchObject([
      { kind: 'skill', offer: { id: 'git', catalogue: true } },
      { kind: 'task', offer: { id: git[0]!.id, where: 'Git' } },
      { kind: 'task', offer: { id: git[1]!.id } },
    ]);
    const before = git.length;
    bring(core, dir, text, { joined: offered.map(({ row }) => row) });
    const { topics } = core.call('topics.list', { skill: 'git' });
    expect(topics.find(({ id }) => id === git[0]!.id)!.state.status).toBe('done');
    expect(topics.find(({ id }) => id === git[1]!.id)!.state.status).toBe('done');
    expect(topics.filter(({ own }) => own).map(({ text: own, depth }) => [own, depth])).toEqual([
      ['below it', 1],
      ['new', 1],
    ]);
    expect(topics).toHaveLength(before + 2);
    core.close();
  });

  test.each([
    ['no task at all', '# Title\n\nOnly prose.\n', /no task/],
    ['only lines that look like tasks', '- [] almost\n', /look like tasks/],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x41]), /./],
  ])('is refused in a sentence with %s', (_, text, sentence) => {
    const { core, dir } = open();
    const job = readInto(core, dir, text);
    const state = core.call('jobs.read', { job });
    expect(state).toMatchObject({ state: 'failed', message: expect.stringMatching(sentence) });
    expect(core.ask('lists.summary', { job })).toMatchObject({ ok: false, error: { code: 'invalid' } });
    core.close();
  });
});

describe('a newer version of a list', () => {
  test('that says the same changes nothing; so does an export', () => {
    const { core, file, dir } = open();
    const { id } = bring(core, dir, list, { keepLeftOut: true });
    const before = visibleState(file);
    expect(bring(core, dir, list).action).toBe(0);
    expect(bring(core, dir, exported(core, id)).action).toBe(0);
    expect(visibleState(file)).toEqual(before);
    core.close();
  });

  test('knows the lines again that were taken for tasks when it came', () => {
    const { core, dir } = open();
    const text = '# Plan\n\n## Part\n\n- [ ] one\n- [] two\n';
    bring(core, dir, text, { takeLookalikes: true });
    const job = readInto(core, dir, text);
    expect(core.call('lists.summary', { job })).toMatchObject({
      tookLookalikes: true,
      lookalikes: 0,
      update: { removed: 0, added: 0 },
    });
    const left = readInto(core, dir, text, { takeLookalikes: false });
    expect(core.call('lists.summary', { job: left })).toMatchObject({
      tookLookalikes: false,
      lookalikes: 1,
      update: { removed: 1 },
    });
    const other = readInto(core, dir, '# Plan\n\n## Part\n\n- [ ] one\n- [] three\n');
    expect(core.call('lists.summary', { job: other })).toMatchObject({ tookLookalikes: false });
  });

  test('adds what is new, joins ticks, follows moves and changed words, and keeps the states and notes of the person', () => {
    const { core, dir } = open();
    const { id } = bring(core, dir, list);
    const [, trees, later] = skillsOf(core, id);
    const graphs = core.call('topics.list', { skill: later! }).topics[0]!;
    core.call('topics.setStatus', { request: newRequest(), topic: graphs.id, status: 'done' });
    core.call('notes.set', { request: newRequest(), kind: 'topic', id: graphs.id, text: 'mine' });
    const newer = list
      .replace('- [ ] rotations', '- [x] rotations\n  - [ ] balance')
      .replace('- [x] Draw one\n', '')
      .replace('- [ ] Graphs', '- [ ] Graphs\n- [ ] Draw one');
    const job = readInto(core, dir, newer);
    expect(core.call('lists.summary', { job }).update).toMatchObject({
      category: id,
      added: 1,
      removed: 0,
      moved: 1,
      newlyTicked: 1,
      unticked: 2,
    });
    bring(core, dir, newer);
    expect(outlineOf(core, trees!)).toEqual([
      '- Read about trees 2/3',
      '  x heights',
      '  x rotations',
      '  - balance',
    ]);
    expect(outlineOf(core, later!)).toEqual(['x Graphs', 'x Draw one']);
    expect(core.call('notes.read', { kind: 'topic', id: graphs.id }).text).toBe('mine');
    undo(core);
    expect(outlineOf(core, trees!)).toEqual([
      '- Read about trees 1/2',
      '  x heights',
      '  - rotations',
      'x Draw one',
    ]);
    core.close();
  });

  test('never carries a tick to another thing that only looks alike', () => {
    const { core, dir } = open();
    const { id } = bring(
      core,
      dir,
      '# Course\n\n- [x] Chapter 3 on sorting\n- [x] Learn C++\n- [x] Learn sortng\n',
    );
    bring(core, dir, '# Course\n\n- [ ] Chapter 4 on sorting\n- [ ] Learn C#\n- [ ] Learn sorting\n', {
      removed: 'remove',
    });
    const [skill] = skillsOf(core, id);
    expect(outlineOf(core, skill!)).toEqual(['- Chapter 4 on sorting', '- Learn C#', 'x Learn sorting']);
    core.close();
  });

  test('keeps what it no longer has, or takes it away where the person says so', () => {
    const { core, dir } = open();
    const { id } = bring(core, dir, list);
    const shorter = list.replace('- [x] Draw one\n', '');
    const job = readInto(core, dir, shorter);
    expect(core.call('lists.preview', { job }).rows.filter(({ kind }) => kind === 'removed')).toMatchObject([
      { text: 'Draw one', where: 'Trees', loses: true },
    ]);
    const [, trees] = skillsOf(core, id);
    bring(core, dir, shorter);
    expect(outlineOf(core, trees!)).toContain('x Draw one');
    bring(core, dir, shorter, { removed: 'remove' });
    expect(outlineOf(core, trees!)).not.toContain('x Draw one');
    undo(core);
    expect(outlineOf(core, trees!)).toContain('x Draw one');
    core.close();
  });

  test('never misses what the person made in the list themselves, nor what holds such a thing', () => {
    const { core, dir } = open();
    const { id } = bring(core, dir, list);
    const [, trees, later] = skillsOf(core, id);
    const { id: own } = core.call('skills.create', {
      request: newRequest(),
      category: id,
      name: 'Home network',
    });
    const add = (skill: string, text: string, parent: string | null = null): string =>
      core.call('topics.create', { request: newRequest(), skill, level: 1, parent, text }).id;
    add(own, 'VLANs');
    const [read] = core.call('topics.list', { skill: trees! }).topics;
    add(trees!, 'balance them', read!.id);
    add(later!, 'Hypergraphs');
    const bare = '# My plan\n\n- [ ] before any part\n\n## Basics\n\n### Trees\n\n- [ ] Draw one\n';
    const rows = core.call('lists.preview', { job: readInto(core, dir, bare) }).rows;
    // "Read about trees" holds a topic of the person's, and so does "Later".
    expect(rows.filter(({ kind }) => kind === 'removed').map((row) => 'text' in row && row.text)).toEqual([
      'heights',
      'rotations',
      'Graphs',
    ]);
    bring(core, dir, bare, { removed: 'remove' });
    expect(skillsOf(core, id)).toEqual(expect.arrayContaining([own, trees, later]));
    expect(outlineOf(core, own)).toEqual(['- VLANs']);
    expect(outlineOf(core, trees!)).toContain('  - balance them');
    expect(outlineOf(core, later!)).toEqual(['- Hypergraphs']);
    core.close();
  });

  test('that was compared before something else was changed is not applied', () => {
    const { core, dir } = open();
    bring(core, dir, list);
    const job = readInto(core, dir, list.replace('Graphs', 'Graphs and nets'));
    core.call('topics.setStatus', { request: newRequest(), topic: 'git.01', status: 'done' });
    expect(
      core.ask('lists.apply', {
        request: newRequest(),
        job,
        title: 'My plan',
        level: 1,
        joined: [],
        keepLeftOut: false,
        removed: 'keep',
      }),
    ).toMatchObject({ ok: false, error: { code: 'conflict' } });
    core.close();
  });
});

const samples = process.env['GROUNDWORK_SAMPLES'];
const sample = (name: string): Buffer => readFileSync(join(samples!, 'checklists', name));

describe.skipIf(!samples || !existsSync(join(samples, 'checklists')))(
  'real lists (left out where GROUNDWORK_SAMPLES names no folder that holds them)',
  () => {
    test.each(['cn-2024-12-06.md', 'en-2016-07-18.md', 'en-2024-12-06.md', 'torture.SYNTHETIC.md'])(
      '%s: every task and tick arrives, and its export changes nothing',
      (name) => {
        const { core, file, dir } = open();
        const { tasks, checked } = (
          JSON.parse(sample('counts.json').toString()) as { file: string; tasks: number; checked: number }[]
        ).find((counts) => counts.file === name)!;
        const { id } = bring(core, dir, sample(name), { fileName: name });
        const topics = skillsOf(core, id).flatMap((skill) => {
          const { total } = core.call('topics.list', { skill, limit: 1 });
          return Array.from(
            { length: Math.ceil(total / 200) },
            (_, page) => core.call('topics.list', { skill, offset: page * 200 }).topics,
          ).flat();
        });
        expect(topics).toHaveLength(tasks);
        expect(topics.filter(({ state }) => state.status === 'done')).toHaveLength(checked);
        const before = visibleState(file);
        expect(bring(core, dir, exported(core, id), { fileName: name }).action).toBe(0);
        expect(visibleState(file)).toEqual(before);
        core.close();
      },
    );

    test.each(samples ? (JSON.parse(sample('counts.json').toString()) as { file: string }[]) : [])(
      '$file: what is counted is what a parser of GitHub’s Markdown finds',
      ({ file: name, ...counts }) => {
        expect(readList(sample(name), name).counts).toEqual(counts);
      },
    );

    test('en-2016-07-18 brought up to date with en-2024-12-06 loses no tick and no note', () => {
      const { core, dir } = open();
      const { id } = bring(core, dir, sample('en-2016-07-18.md'));
      const ticked = (): number =>
        core.call('skills.list', { category: id }).skills.reduce((sum, skill) => {
          const { topics } = core.call('topics.list', { skill: skill.id });
          return sum + topics.filter(({ state }) => state.status === 'done').length;
        }, 0);
      const before = ticked();
      const { rows } = core.call('lists.preview', {
        job: readInto(core, dir, sample('en-2024-12-06.md'), { category: id }),
      });
      expect(rows.length).toBeGreaterThan(100);
      bring(core, dir, sample('en-2024-12-06.md'), { category: id });
      expect(ticked()).toBe(before);
      core.close();
    });
  },
);
