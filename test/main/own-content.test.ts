import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Change, Output } from '../../shared/contract.ts';
import { freshFile, recount } from '../helpers/data-file.ts';
import { newRequest, openCore, testClock, type TestCore } from '../helpers/test-core.ts';

const request = newRequest;
const add = (core: TestCore, text: string, parent: string | null = null, skill = 'git'): string =>
  core.call('topics.create', { request: request(), skill, parent, text }).id;
const set = (core: TestCore, topic: string, status: 'todo' | 'done' | 'skipped' | 'learning'): Change =>
  core.call('topics.setStatus', {
    request: request(),
    topic,
    status,
    reason: status === 'skipped' ? 'not now' : null,
  });
const undo = (core: TestCore): Change =>
  core.call('history.undo', { request: request(), action: core.call('app.read', {}).history.undo!.action });
const ownOf = (core: TestCore, skill = 'git'): string[] =>
  core
    .call('topics.list', { skill })
    .topics.filter(({ own }) => own)
    .map(({ text, depth, state, leaves }) => {
      const mark = { done: 'x', todo: '-', skipped: '/', learning: 'l', revise: 'r' }[state.status];
      return `${'  '.repeat(depth - 1)}${mark} ${text}${leaves ? ` ${leaves.done}/${leaves.total}` : ''}`;
    });
const skillOf = (core: TestCore, skill: string): Output<'skills.read'> => core.call('skills.read', { skill });

describe('topics below topics', () => {
  const tree = (core: TestCore): { top: string; a: string; b: string; deep: string } => {
    const top = add(core, 'Top');
    const a = add(core, 'A', top);
    const b = add(core, 'B', top);
    return { top, a, b, deep: add(core, 'Deep', a) };
  };

  test('only leaves count; a parent has its own box and shows its leaves', () => {
    const core = openCore();
    const before = skillOf(core, 'git').progress.total;
    const { b } = tree(core);
    expect(ownOf(core)).toEqual(['- Top 0/2', '  - A 0/1', '    - Deep', '  - B']);
    expect(skillOf(core, 'git').progress.total).toBe(before + 2);
    const { parents, skills } = set(core, b, 'done');
    expect(parents.map(({ leaves }) => leaves)).toEqual([{ done: 1, total: 2 }]);
    expect(skills[0]!.progress.done).toBe(1);
  });

  test('ticking a parent ticks its leaves and itself in one step; unticking it leaves them', () => {
    const core = openCore();
    const { top } = tree(core);
    set(core, top, 'done');
    expect(ownOf(core)).toEqual(['x Top 2/2', '  x A 1/1', '    x Deep', '  x B']);
    set(core, top, 'todo');
    expect(ownOf(core)).toEqual(['- Top 2/2', '  x A 1/1', '    x Deep', '  x B']);
    undo(core);
    undo(core);
    expect(ownOf(core)).toEqual(['- Top 0/2', '  - A 0/1', '    - Deep', '  - B']);
  });

  test('ticking the last leaf offers the parent, and never ticks it', () => {
    const core = openCore();
    const { top, a, b, deep } = tree(core);
    expect(set(core, deep, 'done').offer).toEqual({ id: a, text: 'A' });
    expect(set(core, b, 'done').offer).toEqual({ id: top, text: 'Top' });
    expect(ownOf(core)[0]).toBe('- Top 2/2');
    set(core, top, 'done');
    set(core, b, 'todo');
    expect(set(core, b, 'done').offer).toBeNull();
  });

  test('skipping a parent skips what is below it, out of every count, and bringing it back brings that back', () => {
    const core = openCore();
    const { top } = tree(core);
    const before = skillOf(core, 'git');
    set(core, top, 'skipped');
    expect(ownOf(core)).toEqual([]);
    expect(skillOf(core, 'git')).toMatchObject({
      skipped: 4,
      progress: { total: before.progress.total - 2 },
    });
    set(core, top, 'todo');
    expect(ownOf(core)).toEqual(['- Top 0/2', '  - A 0/1', '    - Deep', '  - B']);
  });

  test('can be moved among each other with what is below them, and back', () => {
    const core = openCore();
    const { top, a, b } = tree(core);
    const move = (topics: string[], parent: string | null, after: string | null): unknown =>
      core.ask('topics.move', { request: request(), topics, parent, after });
    move([a], top, b);
    expect(ownOf(core)).toEqual(['- Top 0/2', '  - B', '  - A 0/1', '    - Deep']);
    move([a], null, null);
    expect(ownOf(core)).toEqual(['- A 0/1', '  - Deep', '- Top 0/1', '  - B']);
    expect(move([top], b, null)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(move(['git.01'], null, null)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    undo(core);
    undo(core);
    expect(ownOf(core)).toEqual(['- Top 0/2', '  - A 0/1', '    - Deep', '  - B']);
  });

  test('take another level together with what is below them, at its end and in their order, in one step', () => {
    const core = openCore();
    const { top, a } = tree(core);
    const other = add(core, 'Other');
    const there = core.call('topics.create', {
      request: request(),
      skill: 'git',
      level: 3,
      text: 'There',
    }).id;
    const levels = (): string[] =>
      core
        .call('topics.list', { skill: 'git' })
        .topics.filter(({ own }) => own)
        .map(({ text, level }) => `${text} ${level}`);
    const before = levels();
    const setLevel = (topics: string[]): unknown =>
      core.ask('topics.setLevel', { request: request(), topics, level: 3 });
    // One below goes with the one above it; one that is there already stays where it is.
    expect(setLevel([other, a, top, there])).toMatchObject({ ok: true });
    expect(levels()).toEqual(['There 3', 'Top 3', 'A 3', 'Deep 3', 'B 3', 'Other 3']);
    expect(core.call('app.read', {}).history.undo!.label).toMatchObject({ kind: 'move-topics', count: 2 });
    undo(core);
    expect(levels()).toEqual(before);
    expect(setLevel([a])).toMatchObject({
      error: { code: 'invalid', message: 'A topic below another has the level of the one above it.' },
    });
    expect(setLevel([top, 'git.01'])).toMatchObject({ error: { code: 'invalid' } });
    expect(setLevel([top, add(core, 'Elsewhere', null, 'python')])).toMatchObject({
      error: { code: 'invalid' },
    });
    expect(levels()).toEqual(before);
  });

  test('can be put between two neighbours as often as one likes', () => {
    const core = openCore();
    const first = add(core, 'first');
    add(core, 'last');
    const texts = Array.from({ length: 40 }, (_, index) => `between ${index}`);
    for (const text of texts)
      core.call('topics.create', { request: request(), skill: 'git', after: first, text });
    expect(ownOf(core)).toEqual(['- first', ...texts.toReversed().map((text) => `- ${text}`), '- last']);
  });

  test('go 16 deep and no deeper', () => {
    const core = openCore();
    let parent: string | null = null;
    for (let depth = 1; depth <= 16; depth += 1) parent = add(core, `at ${depth}`, parent);
    expect(
      core.ask('topics.create', { request: request(), skill: 'git', parent, text: 'too deep' }),
    ).toMatchObject({ ok: false, error: { code: 'invalid', message: expect.stringContaining('16') } });
  });

  test('keep Markdown and links of their text, refuse an empty one, and leave the catalogue’s topics alone', () => {
    const core = openCore();
    const id = add(core, 'Read **this** [page](https://example.org/a), not [that](javascript:alert(1))');
    const topic = core.call('topics.list', { skill: 'git' }).topics.find((one) => one.id === id)!;
    expect(topic.text).toBe('Read this page, not that');
    expect(topic.links).toEqual([{ title: 'page', url: 'https://example.org/a' }]);
    expect(core.ask('topics.create', { request: request(), skill: 'git', text: '****' }).ok).toBe(true);
    for (const name of ['topics.edit', 'topics.remove'] as const) {
      const input = name === 'topics.edit' ? { topic: 'git.01', text: 'mine' } : { topics: ['git.01'] };
      expect(core.ask(name, { request: request(), ...input })).toMatchObject({ error: { code: 'invalid' } });
    }
  });
});

describe('several topics at once', () => {
  test('take a status in one step; those that cannot are left', () => {
    const core = openCore();
    set(core, 'git.01', 'done');
    const revise = core.call('topics.setStatuses', {
      request: request(),
      topics: ['git.01', 'git.02'],
      status: 'revise',
    });
    expect(revise.topics.map(({ id }) => id)).toEqual(['git.01']);
    const all = core.call('topics.setStatuses', {
      request: request(),
      topics: ['git.01', 'git.02', 'git.03'],
      status: 'done',
    });
    expect(all.history.undo!.label).toMatchObject({ kind: 'set-many', subject: 'Git', count: 3 });
    undo(core);
    expect(
      core.call('topics.list', { skill: 'git' }).topics.find(({ id }) => id === 'git.02')!.state.status,
    ).toBe('todo');
    expect(
      core.ask('topics.setStatuses', { request: request(), topics: ['git.02'], status: 'revise' }),
    ).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

describe('notes, resources and evidence', () => {
  test('a note is kept as typed, and an empty one is none', () => {
    const core = openCore();
    const note = (text: string): Change =>
      core.call('notes.set', { request: request(), kind: 'skill', id: 'git', text });
    note('  as typed\n\n');
    expect(core.call('notes.read', { kind: 'skill', id: 'git' })).toEqual({
      text: '  as typed\n\n',
      changedOn: '2026-11-24',
    });
    expect(note('  as typed\n\n').action).toBe(0);
    note('   ');
    expect(core.call('notes.read', { kind: 'skill', id: 'git' }).text).toBe('');
    undo(core);
    expect(core.call('notes.read', { kind: 'skill', id: 'git' }).text).toBe('  as typed\n\n');
  });

  test('a note takes the place of what its writer knew of, and of nothing newer', () => {
    const core = openCore();
    const write = (bases: string[], text: string) =>
      core.ask('notes.set', { request: request(), kind: 'skill', id: 'git', bases, text });
    expect(write(['', 'one'], 'two').ok).toBe(true);
    // The one that was overtaken on its way, and the same text once more.
    expect(write([''], 'one')).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(write([''], 'two').ok).toBe(true);
    expect(write(['one', 'two'], ' ').ok).toBe(true);
    expect(write(['  '], 'three').ok).toBe(true);
    expect(core.call('notes.read', { kind: 'skill', id: 'git' }).text).toBe('three');
  });

  test.each([
    'javascript:alert(1)',
    'example.org',
    'file:///etc/passwd',
    'data:text/html,x',
    'https://example.org/a b',
    '',
  ])('the address %s is refused', (url) => {
    const resource = {
      request: request(),
      resource: null,
      skill: 'git',
      title: 'A page',
      url,
      kind: 'docs',
    };
    expect(openCore().ask('resources.save', resource)).toMatchObject({ error: { code: 'invalid' } });
  });

  test('references of the catalogue can be read and hidden, and stay so through what the catalogue says', () => {
    const core = openCore();
    const [first] = skillOf(core, 'git').resources;
    core.call('references.set', { request: request(), skill: 'git', url: first!.url, read: true });
    core.call('references.set', { request: request(), skill: 'git', url: first!.url, hidden: true });
    expect(skillOf(core, 'git').resources[0]).toMatchObject({ read: true, hidden: true });
    undo(core);
    expect(skillOf(core, 'git').resources[0]).toMatchObject({ read: true, hidden: false });
  });

  test('evidence moves *proven* by its level against the one asked for, best piece first', () => {
    const file = freshFile();
    const clock = testClock();
    const core = openCore({ file, clock });
    const proven = (): number => core.call('roles.read', { role: 'api-developer' }).figures.proven;
    expect(proven()).toBe(0);
    const save = (level: 1 | 2 | 3): string =>
      core.call('evidence.save', {
        request: request(),
        evidence: null,
        skill: 'git',
        title: `Level ${level}`,
        url: null,
        level,
        date: '2026-11-01',
      }).id;
    save(1);
    const half = proven();
    save(2);
    // The role asks for Git at Working.
    expect(proven()).toBeCloseTo(2 * half, 10);
    save(3);
    expect(proven()).toBeCloseTo(2 * half, 10);
    expect(skillOf(core, 'git').evidenceList.map(({ level }) => level)).toEqual([3, 2, 1]);
    expect(recount(file, clock).figures.find(({ role }) => role === 'api-developer')!.proven).toBe(proven());
    expect(core.call('today.read', {}).targets).toEqual([]);
    expect(
      core.ask('evidence.save', {
        request: request(),
        evidence: null,
        skill: 'git',
        title: 'Tomorrow',
        url: null,
        level: 1,
        date: '2026-11-25',
      }),
    ).toMatchObject({ error: { code: 'invalid' } });
  });
});

describe('the place of a topic in its list', () => {
  test('counts what is listed before it at its level, skipped ones apart', () => {
    const core = openCore();
    const { topics } = core.call('topics.list', { skill: 'git' });
    const rows = new Map<number, number>();
    for (const { id, level } of topics) {
      const index = rows.get(level) ?? 0;
      expect(core.call('topics.place', { topic: id })).toEqual({
        skill: 'git',
        level,
        skipped: false,
        index,
      });
      rows.set(level, index + 1);
    }
    expect(core.call('topics.ids', { skill: 'git', offset: 1, limit: 3 }).ids).toEqual(
      topics.slice(1, 4).map(({ id }) => id),
    );
    const [first, second] = topics.filter(({ level }) => level === topics[0]!.level);
    set(core, first!.id, 'skipped');
    expect(core.call('topics.place', { topic: first!.id })).toMatchObject({ skipped: true, index: 0 });
    expect(core.call('topics.place', { topic: second!.id })).toMatchObject({ skipped: false, index: 0 });
  });
});

describe('reviews', () => {
  const faded = (): { core: TestCore; clock: ReturnType<typeof testClock> } => {
    const clock = testClock('2024-11-24T09:00:00Z');
    const core = openCore({ clock });
    for (const skill of ['git', 'python', 'webhooks', 'sql-querying', 'http-protocol', 'java', 'go'])
      core.call('skills.know', { request: request(), skill, level: null });
    clock.set('2026-11-24T09:00:00Z');
    return { core, clock };
  };

  test('come up most faded first, no more a day than the person wants, the rest on the days after', () => {
    const { core } = faded();
    const { today, later, laterCount } = core.call('reviews.list', {});
    expect(today).toHaveLength(5);
    expect(today.map(({ freshness }) => freshness)).toEqual(
      today.map(({ freshness }) => freshness).toSorted((a, b) => a - b),
    );
    expect(later.map(({ on }) => on)).toEqual(Array.from({ length: laterCount }, () => '2026-11-25'));
    core.call('settings.set', { reviewsPerDay: 2 });
    expect(core.call('reviews.list', {}).today).toHaveLength(2);
  });

  test('"still know it" makes a skill fresh, "later" lets it rest a week, "needs work" marks topics for revision', () => {
    const { core, clock } = faded();
    const answer = (skill: string, given: object): Change =>
      core.call('reviews.answer', { request: request(), skill, answer: given as never });
    answer('git', { kind: 'known' });
    expect(skillOf(core, 'git')).toMatchObject({ practisedOn: '2026-11-24', progress: { freshness: 1 } });
    answer('python', { kind: 'later' });
    answer('webhooks', { kind: 'work', topics: ['webhooks.01'] });
    expect(core.call('topics.list', { skill: 'webhooks' }).topics[0]!.state.status).toBe('revise');
    const names = (): string[] => {
      const { today, later } = core.call('reviews.list', {});
      return [...today, ...later.filter(({ on }) => on === '2026-11-25')].map(({ skill }) => skill);
    };
    expect(names()).not.toContain('git');
    expect(names()).not.toContain('python');
    expect(core.call('reviews.list', {}).answered).toBe(3);
    clock.addDays(7);
    expect(core.call('reviews.list', {}).today.map(({ skill }) => skill)).toContain('python');
    undo(core);
    expect(core.call('topics.list', { skill: 'webhooks' }).topics[0]!.state.status).toBe('done');
  });

  test('rest while they are paused, and nothing is lost', () => {
    const { core } = faded();
    core.call('settings.set', { reviewsPausedUntil: '2026-12-01' });
    const paused = core.call('reviews.list', {});
    expect(paused).toMatchObject({ today: [], pausedUntil: '2026-12-01' });
    expect(paused.later[0]!.on).toBe('2026-12-01');
    core.call('settings.set', { reviewsPausedUntil: null });
    expect(core.call('reviews.list', {}).today).toHaveLength(5);
  });
});

describe('history', () => {
  const entries = (core: TestCore, kind: 'topic' | 'skill' | 'role', id: string) =>
    core.call('history.list', { kind, id }).entries;

  test('tells per topic, skill and role what changed, newest first', () => {
    const core = openCore();
    set(core, 'git.01', 'learning');
    set(core, 'git.01', 'done');
    core.call('notes.set', { request: request(), kind: 'skill', id: 'git', text: 'a note' });
    undo(core);
    expect(
      entries(core, 'topic', 'git.01').map(({ changes }) => [changes[0]!.before, changes[0]!.after]),
    ).toEqual([
      ['learning', 'done'],
      ['todo', 'learning'],
    ]);
    expect(entries(core, 'skill', 'git').map(({ kind, label }) => `${kind} ${label.kind}`)).toEqual([
      'undo write-note',
      'action write-note',
      'action tick',
      'action set-status',
    ]);
    expect(entries(core, 'role', 'api-developer').map(({ label }) => label.kind)).toEqual([
      'tick',
      'set-status',
    ]);
  });

  test('is read in pages', () => {
    const core = openCore();
    for (let step = 0; step < 7; step += 1) set(core, 'git.01', step % 2 === 0 ? 'done' : 'todo');
    const first = core.call('history.list', { kind: 'topic', id: 'git.01', limit: 3 });
    expect(first).toMatchObject({ more: true, entries: [{ event: 7 }, { event: 6 }, { event: 5 }] });
    const rest = core.call('history.list', { kind: 'topic', id: 'git.01', limit: 10, before: 5 });
    expect(rest.entries.map(({ event }) => event)).toEqual([4, 3, 2, 1]);
    expect(rest.more).toBe(false);
  });

  test('one past step can be taken back by itself, as a new one on top; one that was built on says what came later', () => {
    const core = openCore();
    set(core, 'git.01', 'done');
    set(core, 'git.02', 'learning');
    set(core, 'git.02', 'done');
    const [, began] = entries(core, 'topic', 'git.02');
    expect(began).toMatchObject({ canRevert: false, blockedBy: { kind: 'tick' } });
    const revert = (action: number) => core.ask('history.revert', { request: request(), action });
    expect(revert(began!.event)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const [ticked] = entries(core, 'topic', 'git.01');
    expect(ticked!.canRevert).toBe(true);
    expect(revert(ticked!.event)).toMatchObject({
      ok: true,
      value: {
        topics: [{ id: 'git.01', state: { status: 'todo' } }],
        history: { undo: { label: { kind: 'revert' } } },
      },
    });
    undo(core);
    expect(
      core.call('topics.list', { skill: 'git' }).topics.find(({ id }) => id === 'git.01')!.state.status,
    ).toBe('done');
  });
});

describe('skills and categories of one’s own', () => {
  test('are made, changed, found, and removed with their topics; undo brings all of it back', () => {
    const core = openCore();
    const category = core.call('categories.create', { request: request(), title: 'Mine' }).id;
    const skill = core.call('skills.create', { request: request(), category, name: 'Quilting' }).id;
    add(core, 'I can sew', null, skill);
    const found = (text: string): string[] =>
      core
        .call('search.find', { text })
        .hits.filter(({ near }) => !near)
        .map((hit) => hit.text);
    expect(found('quil')).toContain('Quilting');
    core.call('skills.edit', {
      request: request(),
      skill,
      category,
      name: 'Patchwork',
      description: 'Of cloth',
      estimatedHours: 5,
    });
    expect(found('quil')).toEqual([]);
    expect(found('sew')).toEqual(['I can sew']);
    core.call('categories.remove', { request: request(), category });
    expect(found('patch')).toEqual([]);
    expect(found('sew')).toEqual([]);
    expect(core.call('skills.categories', {}).categories.some(({ id }) => id === category)).toBe(false);
    undo(core);
    expect(found('patch')).toContain('Patchwork');
    expect(found('sew')).toEqual(['I can sew']);
    expect(core.ask('skills.remove', { request: request(), skill: 'git' })).toMatchObject({ ok: false });
  });

  test('a catalogue skill can be renamed, hidden and made to fade at another pace, for oneself', () => {
    const core = openCore();
    const change = (patch: object): Change =>
      core.call('skills.personalise', { request: request(), skill: 'git', ...patch });
    change({
      name: 'Versions',
      halfLifeMonths: 3,
      aliases: ['vcs'],
      prerequisites: ['linux-command-line'],
    });
    expect(skillOf(core, 'git')).toMatchObject({
      name: 'Versions',
      halfLifeMonths: 3,
      original: { name: 'Git' },
      personal: { aliases: ['vcs'] },
    });
    const names = (): string[] =>
      core
        .call('search.find', { text: 'vcs' })
        .hits.filter(({ kind }) => kind === 'skill')
        .map((hit) => hit.text);
    expect(names()).toContain('Versions');
    change({ hidden: true });
    const { category } = skillOf(core, 'git');
    const listed = (hidden?: true): string[] =>
      core
        .call('skills.list', { category, ...(hidden && { filter: { hidden } }) })
        .skills.map(({ id }) => id);
    expect(listed()).not.toContain('git');
    expect(listed(true)).toEqual(['git']);
    undo(core);
    undo(core);
    expect(skillOf(core, 'git')).toMatchObject({ name: 'Git', personal: { name: null, aliases: [] } });
    expect(
      core.ask('skills.personalise', { request: request(), skill: 'git', prerequisites: ['git'] }),
    ).toMatchObject({ error: { code: 'invalid' } });
  });
});

describe('filters', () => {
  test('narrow the list by every part that is given', () => {
    const core = openCore();
    set(core, 'git.01', 'learning');
    core.call('notes.set', { request: request(), kind: 'topic', id: 'git.02', text: 'x' });
    const kept = (filter: object): string[] => {
      const { categories } = core.call('skills.categories', { filter: filter as never });
      return categories.flatMap(({ id }) =>
        core.call('skills.list', { category: id, filter: filter as never }).skills.map((skill) => skill.id),
      );
    };
    expect(kept({ status: 'learning' })).toEqual(['git']);
    expect(kept({ status: 'learning', hasNote: true, role: 'api-developer' })).toEqual(['git']);
    expect(kept({ status: 'learning', hasEvidence: true })).toEqual([]);
    expect(kept({ text: 'rebase' })).toEqual(['git']);
    expect(kept({ own: true })).toEqual([]);
    // The same question again after something changed has another answer.
    set(core, 'http-protocol.01', 'learning');
    expect(kept({ status: 'learning' })).toEqual(['http-protocol', 'git']);
    undo(core);
    expect(kept({ status: 'learning' })).toEqual(['git']);
    const foundation = kept({ role: 'api-developer', stage: 'foundation' });
    expect(foundation).toContain('git');
    expect(foundation.length).toBeLessThan(kept({ role: 'api-developer' }).length);
  });

  test('are saved, renamed and removed by name, each a step that can be taken back and done again', () => {
    const core = openCore();
    const saved = () => core.call('filters.list', {}).filters;
    const top = () => core.call('app.read', {}).history.undo?.label;
    const learning = { name: 'Now', filter: { status: 'learning' as const } };
    const done = { name: 'Now', filter: { status: 'done' as const } };
    core.call('filters.save', { request: request(), ...learning });
    expect(top()).toMatchObject({ kind: 'save-filter', subject: 'Now' });
    core.call('filters.save', { request: request(), ...done });
    expect(top()).toMatchObject({ kind: 'edit-filter', subject: 'Now' });
    core.call('filters.save', { request: request(), name: 'Own', filter: { own: true } });
    expect(() => core.call('filters.rename', { request: request(), name: 'Now', to: 'Own' })).toThrow(
      /another filter named “Own”/,
    );
    core.call('filters.rename', { request: request(), name: 'Now', to: 'Finished' });
    expect(top()).toMatchObject({ kind: 'rename-filter', subject: 'Now', detail: 'Finished' });
    core.call('filters.remove', { request: request(), name: 'Finished' });
    expect(top()).toMatchObject({ kind: 'remove-filter', subject: 'Finished' });
    expect(() => core.call('filters.remove', { request: request(), name: 'Finished' })).toThrow(/not exist/);
    expect(saved()).toEqual([{ name: 'Own', filter: { own: true } }]);
    undo(core);
    expect(saved()).toEqual([
      { ...done, name: 'Finished' },
      { name: 'Own', filter: { own: true } },
    ]);
    undo(core);
    expect(saved()).toContainEqual(done);
    undo(core);
    undo(core);
    expect(saved()).toEqual([learning]);
    undo(core);
    expect(saved()).toEqual([]);
    const { redo } = core.call('app.read', {}).history;
    core.call('history.redo', { request: request(), action: redo!.action });
    expect(saved()).toEqual([learning]);
  });

  test('saved again as they are, or renamed to the same, are no step', () => {
    const core = openCore();
    const own = { name: 'Own', filter: { own: true as const } };
    core.call('filters.save', { request: request(), ...own });
    expect(core.call('filters.save', { request: request(), ...own }).action).toBe(0);
    expect(core.call('filters.rename', { request: request(), name: 'Own', to: 'Own' }).action).toBe(0);
  });
});

describe('roles of one’s own', () => {
  test('are begun from the lines of one of the catalogue without making anything', () => {
    const core = openCore();
    const { lines } = core.call('roles.fork', { role: 'api-developer' });
    expect(lines.length).toBeGreaterThan(10);
    expect(new Set(lines.map(({ change }) => change))).toEqual(new Set(['same']));
    expect(core.call('app.read', {}).history.undo).toBeNull();
    const { id } = core.call('roles.save', {
      request: request(),
      role: null,
      title: 'Mine',
      summary: '',
      base: 'api-developer',
      lines: [],
    });
    expect(core.call('roles.read', { role: id }).changes!.lines).toEqual(lines);
    expect(() => core.call('roles.fork', { role: id })).toThrow(/of the catalogue only/);
  });

  const line = (id: string, change: 'added' | 'changed' = 'added') => ({
    change,
    need: { kind: 'skill' as const, id },
    level: 2 as const,
    weight: 5,
    stage: 'core' as const,
    entry: true,
  });

  test('are a catalogue role with changes, or made from nothing, and count like any other', () => {
    const core = openCore();
    const id = core.call('roles.save', {
      request: request(),
      role: null,
      base: 'api-developer',
      title: 'My API role',
      summary: '',
      lines: [
        { change: 'removed', need: { kind: 'skill', id: 'git' } },
        line('http-protocol', 'changed'),
        line('kubernetes'),
      ],
    }).id;
    const { changes, own, entryList } = core.call('roles.read', { role: id });
    expect(own).toBe(true);
    expect(changes!.base).toEqual({ id: 'api-developer', title: 'API Developer' });
    const of = (skill: string) => changes!.lines.find(({ need }) => need.id === skill)!;
    expect(of('git')).toMatchObject({ change: 'removed', original: { level: 2 } });
    expect(of('http-protocol')).toMatchObject({ change: 'changed', weight: 5, original: { level: 3 } });
    expect(of('kubernetes')).toMatchObject({ change: 'added', original: null });
    expect(entryList.map(({ skill }) => skill)).toContain('kubernetes');
    expect(entryList.map(({ skill }) => skill)).not.toContain('git');
    core.call('skills.know', { request: request(), skill: 'git', level: null });
    expect(core.call('roles.read', { role: id }).figures.covered).toBe(0);
    core.call('targets.set', { request: request(), targets: [{ role: id, date: null }] });
    expect(core.call('today.read', {}).targets).toMatchObject([{ title: 'My API role' }]);
    const ledger = core.call('roles.ledger', { role: id, bar: 'covered' });
    expect(ledger.stages.flatMap(({ lines }) => lines).reduce((sum, { of: most }) => sum + most, 0)).toBe(
      1000,
    );
    undo(core);
    core.call('roles.remove', { request: request(), role: id });
    expect(core.ask('roles.read', { role: id })).toMatchObject({ error: { code: 'not_found' } });
    undo(core);
    expect(core.call('roles.read', { role: id }).title).toBe('My API role');
  });

  test('can ask for a group of one’s own; a role that asks for nothing is refused', () => {
    const core = openCore();
    const save = (lines: object[]) =>
      core.ask('roles.save', { request: request(), role: null, base: null, title: 'R', summary: '', lines });
    expect(save([])).toMatchObject({ error: { code: 'invalid' } });
    expect(save([line('git'), line('git')])).toMatchObject({ error: { code: 'invalid' } });
    const group = core.call('groups.save', {
      request: request(),
      group: null,
      title: 'Either',
      note: '',
      members: ['git', 'docker'],
    }).id;
    const reply = save([{ ...line('x'), need: { kind: 'group', id: group } }]);
    expect(reply.ok).toBe(true);
    const id = (reply as { value: { id: string } }).value.id;
    core.call('skills.know', { request: request(), skill: 'docker', level: 2 });
    expect(core.call('roles.read', { role: id }).figures.covered).toBe(100);
    core.call('groups.fix', { request: request(), group, skill: 'git' });
    expect(core.call('roles.read', { role: id }).figures.covered).toBe(0);
  });
});

describe('sample data', () => {
  test('stands in a file of its own, and leaving it removes it', () => {
    const file = freshFile();
    const core = openCore({ file, clock: testClock() });
    set(core, 'git.01', 'done');
    core.call('sample.enter', {});
    const sample = core.call('app.read', {});
    expect(sample).toMatchObject({ sample: true, firstRun: false });
    expect(dirname(sample.file)).toBe(dirname(file));
    expect(sample.file).not.toBe(file);
    const { targets, days } = core.call('today.read', {});
    expect(targets).toHaveLength(2);
    expect(targets[0]!.figures.covered).toBeGreaterThan(5);
    expect(targets[0]!.figures.proven).toBeGreaterThan(0);
    expect(days.some(({ ticked }) => ticked > 0)).toBe(true);
    expect(core.call('reviews.list', {}).today.length).toBeGreaterThan(0);
    const { projects } = core.call('projects.list', {});
    expect(projects.map(({ title, status, finished }) => [title, status, finished])).toEqual([
      ['Queue for the town library', 'idea', false],
      ['Short links', 'building', false],
      ['Book shelf API', 'shipped', true],
    ]);
    expect(projects[1]!.settled.done).toBeGreaterThan(0);
    const { entries } = core.call('experience.list', {});
    expect(entries.map(({ area, parent }) => [area, parent !== null])).toEqual([
      ['work', false],
      ['education', false],
      ['education', true],
    ]);
    expect(entries[0]!.projects).toMatchObject([{ title: 'Book shelf API', finished: true }]);
    const exam = core.call('certifications.read', { certification: 'aws-developer-associate' });
    expect(exam.plan).toMatchObject({ status: 'booked' });
    core.call('sample.leave', {});
    expect(core.call('app.read', {})).toMatchObject({ sample: false, file });
    expect(skillOf(core, 'git').progress.done).toBe(1);
    expect(core.call('projects.list', {}).projects).toEqual([]);
    expect(core.logged).toEqual([]);
    core.close();
  });
});
