import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCatalogue } from '../../data/catalogue/load.ts';
import { fillCatalogue, isCatalogueOutdated } from '../../data/catalogue-sync.ts';
import { openDatabase } from '../../data/open.ts';
import { catalogueDir } from '../helpers/paths.ts';
import { renameItem, shipCatalogue } from '../helpers/catalogues.ts';
import { countsAtStart, dumpState, freshFile, onFile, recount } from '../helpers/data-file.ts';
import { draftCatalogue, named, type CatalogueDraft } from '../data/catalogue/real-catalogue.ts';
import { newRequest, openCore, tempDir, testClock, type TestCore } from '../helpers/test-core.ts';

const set = (core: TestCore, topic: string, status: 'done' | 'learning' | 'skipped'): void =>
  void core.call('topics.setStatus', {
    request: newRequest(),
    topic,
    status,
    reason: status === 'skipped' ? 'not needed' : null,
  });
const aim = (core: TestCore, ...roles: string[]): void =>
  void core.call('targets.set', {
    request: newRequest(),
    targets: roles.map((role) => ({ role, date: '2027-06-01' })),
  });
const fix = (core: TestCore, group: string, skill: string | null): void =>
  void core.call('groups.fix', { request: newRequest(), group, skill });
const undo = (core: TestCore): void =>
  void core.call('history.undo', {
    request: newRequest(),
    action: core.call('app.read', {}).history.undo!.action,
  });
const gitOf = (draft: CatalogueDraft): CatalogueDraft['skills']['skills'][number] =>
  named(draft.skills.skills, 'git');
const ship = (change: (draft: CatalogueDraft) => CatalogueDraft | void): string =>
  shipCatalogue(join(tempDir(), 'catalogue'), change);
const readRoles = (core: TestCore): string[] => core.call('roles.list', {}).roles.map(({ id }) => id);

/** Takes a skill out of the catalogue, with everything that names it. */
const withoutSkill = (draft: CatalogueDraft, id: string): void => {
  draft.skills.skills = draft.skills.skills.filter((skill) => skill.id !== id);
  for (const skill of draft.skills.skills)
    skill.prerequisites = skill.prerequisites.filter((other) => other !== id);
  for (const group of draft.roles.groups) group.oneOf = group.oneOf.filter((member) => member !== id);
  for (const role of draft.roles.roles) {
    role.requirements = role.requirements.filter((line) => !('skill' in line) || line.skill !== id);
    role.entry.skills = role.entry.skills.filter((line) => line.skill !== id);
  }
};

/** A person who did a little of everything. */
const lived = (): string => {
  const file = freshFile();
  const core = openCore({ file });
  for (const topic of ['git.01', 'git.02', 'git.03', 'git.04']) set(core, topic, 'done');
  set(core, 'http-protocol.01', 'learning');
  set(core, 'http-protocol.02', 'skipped');
  aim(core, 'api-developer', 'database-developer');
  fix(core, 'server-language', 'go');
  core.call('settings.set', { theme: 'dark' });
  core.close();
  return file;
};

describe('a catalogue update', () => {
  const changes: readonly [string, (draft: CatalogueDraft) => CatalogueDraft | void][] = [
    ['renames a topic', (draft) => renameItem(draft, 'git.01', 'git.91')],
    ['renames a skill', (draft) => void (named(draft.skills.skills, 'technical-writing').name = 'Writing')],
    ['retires a topic', (draft) => void (named(gitOf(draft).topics, 'git.02').retired = true)],
    [
      'leaves a topic out',
      (draft) => void (gitOf(draft).topics = gitOf(draft).topics.filter(({ id }) => id !== 'git.03')),
    ],
    ['changes a text', (draft) => void (named(gitOf(draft).topics, 'git.01').text = 'I can say it better.')],
    ['moves a topic to another level', (draft) => void (named(gitOf(draft).topics, 'git.04').level = 4)],
    [
      'adds a topic',
      (draft) => void gitOf(draft).topics.push({ id: 'git.90', level: 1, text: 'I can do something new.' }),
    ],
    ['leaves a skill out', (draft) => withoutSkill(draft, 'webhooks')],
    ['changes a requirement', (draft) => void (draft.roles.roles[0]!.requirements[0]!.weight = 1)],
    ['turns the order of the roles', (draft) => void draft.roles.roles.reverse()],
  ];

  test.each(changes)('that %s touches no row of the person, and adds one event', (_, change) => {
    const file = lived();
    const before = dumpState(file);
    const core = openCore({ file, catalogueDir: ship(change) });
    const { event, ...state } = dumpState(file);
    const { event: eventBefore, ...stateBefore } = before;
    expect(state).toEqual(stateBefore);
    expect(event.slice(0, -1)).toEqual(eventBefore);
    expect(event.at(-1)).toMatchObject({
      kind: 'catalogue',
      label: 'null',
      local_date: '2026-11-24',
      request: null,
    });
    expect(core.logged).toEqual([]);
    core.close();
    const clock = testClock();
    expect(countsAtStart(file, clock)).toEqual(recount(file, clock).tallies);
  });

  test('that renames a role or a group renames it for the person too, and nothing else', () => {
    const file = lived();
    const before = dumpState(file);
    const core = openCore({
      file,
      catalogueDir: ship((draft) =>
        renameItem(renameItem(draft, 'api-developer', 'interface-developer'), 'server-language', 'language'),
      ),
    });
    const { target, member_choice: member, topic_state: topics, setting } = dumpState(file);
    expect({ topics, setting }).toEqual({ topics: before.topic_state, setting: before.setting });
    const renamed = (row: unknown): unknown =>
      (row as { role: string }).role === 'api-developer'
        ? { ...(row as object), role: 'interface-developer' }
        : row;
    expect(new Set(target)).toEqual(new Set(before.target.map(renamed)));
    expect(member).toEqual(
      before.member_choice.map((row) => ({ ...(row as object), choice_group: 'language' })),
    );
    expect(readRoles(core)).toContain('interface-developer');
    expect(readRoles(core)).not.toContain('api-developer');
    expect(core.call('today.read', {}).targets.map(({ role }) => role)).toEqual([
      'interface-developer',
      'database-developer',
    ]);
    core.close();
  });

  test('shows the new texts and levels, and keeps the ticks with their topics through a change of id', () => {
    const file = lived();
    const core = openCore({
      file,
      catalogueDir: ship((draft) => {
        named(gitOf(draft).topics, 'git.01').text = 'I can say it better.';
        named(gitOf(draft).topics, 'git.01').level = 4;
        return renameItem(draft, 'git.01', 'git.91');
      }),
    });
    const { topics } = core.call('topics.list', { skill: 'git' });
    expect(topics.find(({ id }) => id === 'git.91')).toMatchObject({
      text: 'I can say it better.',
      level: 4,
      state: { status: 'done' },
    });
    expect(topics.some(({ id }) => id === 'git.01')).toBe(false);
    core.close();
  });

  test('hides a retired topic but keeps its state for the day it comes back', () => {
    const file = lived();
    const gone = openCore({
      file,
      catalogueDir: ship((draft) => void (named(gitOf(draft).topics, 'git.02').retired = true)),
    });
    expect(gone.call('topics.list', { skill: 'git' }).topics.map(({ id }) => id)).not.toContain('git.02');
    expect(
      gone.ask('topics.setStatus', { request: newRequest(), topic: 'git.02', status: 'done' }),
    ).toMatchObject({ error: { code: 'not_found' } });
    gone.close();
    const back = openCore({ file });
    expect(
      back.call('topics.list', { skill: 'git' }).topics.find(({ id }) => id === 'git.02')!.state.status,
    ).toBe('done');
    back.close();
  });

  test('tells of certifications and roles of which only facts changed, fact by fact, and of none that stayed the same', () => {
    const file = freshFile();
    openCore({ file }).close();
    const catalogueDir = ship((draft) => {
      const [first, second] = draft.certifications.certifications;
      first!.costUsd = 1;
      first!.domains[0]!.name = 'Another part';
      second!.name = 'Another name';
      const [role] = draft.roles.roles;
      role!.requirements[0]!.level = 4;
      role!.requirements.splice(1, 1);
      role!.responsibilities.push('Answer the phone');
      // The day on which the catalogue looked is no news by itself.
      draft.compiledOn = '2030-01-01';
    });
    const core = openCore({ file, catalogueDir, leaveNews: true });
    const { changes } = core.call('catalogue.news', {}).news!;
    const old = draftCatalogue();
    const [first] = old.certifications.certifications;
    const [role] = old.roles.roles;
    const [changed, gone] = role!.requirements.slice(0, 2).map((line) => {
      const { level, weight, stage } = line;
      const skill = 'skill' in line ? line.skill : '';
      return { of: named(old.skills.skills, skill).name, value: { level, weight, stage } };
    });
    const part = (name: string, before: string | null, now: string | null) => ({
      fact: 'domains',
      of: name,
      before,
      now,
    });
    const weight = expect.stringMatching(/^\d+$/);
    expect(changes).toEqual([
      {
        kind: 'role',
        change: 'changed',
        name: role!.title,
        before: null,
        facts: [
          {
            fact: 'requirement',
            of: changed!.of,
            before: changed!.value,
            now: { ...changed!.value, level: 4 },
          },
          { fact: 'requirement', of: gone!.of, before: gone!.value, now: null },
          { fact: 'duties', of: null, before: null, now: 'Answer the phone' },
        ],
      },
      {
        kind: 'certification',
        change: 'changed',
        name: first!.name,
        before: null,
        facts: [
          { fact: 'costUsd', of: null, before: first!.costUsd, now: 1 },
          part('Another part', null, weight),
          part(first!.domains[0]!.name, weight, null),
        ],
      },
      {
        kind: 'certification',
        change: 'renamed',
        name: 'Another name',
        before: expect.any(String),
        facts: [],
      },
    ]);
    core.close();
  });

  test('is preceded by a verified backup; the first content of a new file is not', () => {
    const file = lived();
    expect(existsSync(join(file, '..', 'backups'))).toBe(false);
    const before = dumpState(file);
    openCore({ file, catalogueDir: ship((draft) => void (gitOf(draft).name = 'Git 2')) }).close();
    const [name] = readdirSync(join(file, '..', 'backups'));
    expect(name).toMatch(/^before-catalogue-[0-9a-f]{12}-at-\d+\.db$/);
    expect(dumpState(join(file, '..', 'backups', name!))).toEqual(before);
  });

  test('with the same hash writes nothing', () => {
    const file = lived();
    const db = openDatabase(file, { backupDir: '' });
    const written = (): unknown => db.prepare('SELECT total_changes() AS n').get();
    const before = written();
    const catalogue = openCatalogue(catalogueDir);
    const read = (): never => {
      throw new Error('the catalogue was read');
    };
    expect(isCatalogueOutdated(db, catalogue)).toBe(false);
    expect(fillCatalogue(db, { ...catalogue, read })).toBe(false);
    expect(written()).toEqual(before);
    db.close();
  });

  test('that fails half-way leaves the old catalogue whole', () => {
    const file = lived();
    const before = dumpState(file);
    const texts = onFile(file, 'SELECT * FROM topic ORDER BY number');
    const broken = ship((draft) => {
      gitOf(draft).topics[0]!.text = 'I was half written.';
      (draft.roles.roles.at(-1)!.requirements[0] as { level: number }).level = 9;
    });
    expect(() => openCore({ file, catalogueDir: broken })).toThrow(/CHECK/);
    expect(onFile(file, 'SELECT * FROM topic ORDER BY number')).toEqual(texts);
    expect(dumpState(file)).toEqual(before);
    openCore({ file }).close();
  });
});

describe('after a catalogue update', () => {
  test('undo still works on what was renamed: topic, target and member', () => {
    const file = freshFile();
    const core = openCore({ file });
    set(core, 'git.01', 'done');
    aim(core, 'api-developer');
    aim(core, 'database-developer');
    fix(core, 'server-language', 'go');
    fix(core, 'server-language', 'java');
    core.close();
    const renamed = ship((draft) =>
      ['git.01', 'api-developer', 'server-language'].reduce(
        (now, id) => renameItem(now, id, id === 'git.01' ? 'git.91' : `new-${id}`),
        draft,
      ),
    );
    const after = openCore({ file, catalogueDir: renamed });
    undo(after);
    expect(onFile(file, 'SELECT choice_group FROM member_choice')).toEqual([
      { choice_group: 'new-server-language' },
    ]);
    undo(after);
    expect(onFile(file, 'SELECT * FROM member_choice')).toEqual([]);
    undo(after);
    expect(after.call('targets.list', {}).targets).toEqual([
      { role: 'new-api-developer', date: '2027-06-01' },
    ]);
    undo(after);
    undo(after);
    expect(
      after.call('topics.list', { skill: 'git' }).topics.every(({ state }) => state.status === 'todo'),
    ).toBe(true);
    expect(after.call('app.read', {}).history).toMatchObject({ undo: null, redo: { action: 1 } });
    after.close();
  });

  test('an item that was renamed twice is found by its first name, one update at a time or both at once', () => {
    const once = (draft: CatalogueDraft): CatalogueDraft => renameItem(draft, 'api-developer', 'b-developer');
    const again =
      (names: string) =>
      (draft: CatalogueDraft): CatalogueDraft =>
        JSON.parse(
          JSON.stringify(once(draft))
            .replaceAll(
              '"id":"b-developer","renamedFrom":["api-developer"]',
              `"id":"c-developer","renamedFrom":[${names}]`,
            )
            .replaceAll('"role":"b-developer"', '"role":"c-developer"'),
        ) as CatalogueDraft;
    const twice = again('"api-developer","b-developer"');
    const forgetful = again('"b-developer"');
    for (const versions of [[once, twice], [twice], [once, forgetful]]) {
      const file = freshFile();
      const core = openCore({ file });
      aim(core, 'api-developer');
      aim(core);
      core.close();
      for (const version of versions) openCore({ file, catalogueDir: ship(version) }).close();
      const after = openCore({ file, catalogueDir: ship(versions.at(-1)!) });
      undo(after);
      expect(after.call('targets.list', {}).targets.map(({ role }) => role)).toEqual(['c-developer']);
      expect(after.call('roles.list', {}).roles).toHaveLength(7);
      after.close();
    }
  });

  test('the first run is still the first run, where the person did nothing yet', () => {
    const file = freshFile();
    const core = openCore({ file, catalogueDir: ship((draft) => void (gitOf(draft).name = 'Git 2')) });
    expect(core.call('app.read', {}).firstRun).toBe(true);
    core.close();
  });

  test('a tick of a topic that was retired since can be taken back', () => {
    const file = freshFile();
    const core = openCore({ file });
    set(core, 'git.02', 'done');
    core.close();
    const after = openCore({
      file,
      catalogueDir: ship((draft) => void (named(gitOf(draft).topics, 'git.02').retired = true)),
    });
    undo(after);
    expect(after.call('skills.read', { skill: 'git' }).progress.done).toBe(0);
    after.close();
  });

  test('redoing a tick of a topic that was retired since counts nothing', () => {
    const file = freshFile();
    const clock = testClock();
    const core = openCore({ file, clock });
    set(core, 'git.02', 'done');
    undo(core);
    core.close();
    const after = openCore({
      file,
      clock,
      catalogueDir: ship((draft) => void (named(gitOf(draft).topics, 'git.02').retired = true)),
    });
    after.call('history.redo', { request: newRequest(), action: 1 });
    expect(after.call('skills.read', { skill: 'git' }).progress.done).toBe(0);
    after.close();
    expect(countsAtStart(file, clock)).toEqual(recount(file, clock).tallies);
  });

  test('a target whose role was retired stops neither Today nor the lists', () => {
    const file = freshFile();
    const core = openCore({ file });
    aim(core, 'api-developer', 'database-developer');
    core.close();
    const after = openCore({
      file,
      catalogueDir: ship((draft) => void (named(draft.roles.roles, 'api-developer').retired = true)),
    });
    expect.soft(after.ask('app.read', {})).toMatchObject({ ok: true });
    expect
      .soft(after.ask('today.read', {}))
      .toMatchObject({ ok: true, value: { targets: [{ role: 'database-developer' }] } });
    expect.soft(after.ask('skills.list', { category: 'collaboration' })).toMatchObject({ ok: true });
    expect.soft(after.ask('skills.read', { skill: 'git' })).toMatchObject({ ok: true });
    after.close();
  });

  test('a fixed member that was retired stops nothing: the best of the others counts', () => {
    const file = freshFile();
    const core = openCore({ file });
    fix(core, 'relational-database', 'oracle-database');
    core.close();
    const after = openCore({
      file,
      catalogueDir: ship((draft) => {
        named(draft.skills.skills, 'oracle-database').retired = true;
        const group = named(draft.roles.groups, 'relational-database');
        group.oneOf = group.oneOf.filter((member) => member !== 'oracle-database');
      }),
    });
    expect.soft(after.ask('app.read', {})).toMatchObject({ ok: true });
    expect.soft(after.ask('roles.read', { role: 'database-developer' })).toMatchObject({ ok: true });
    expect.soft(after.ask('today.read', {})).toMatchObject({ ok: true });
    after.close();
  });
});
