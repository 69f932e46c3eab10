import { expect, test } from 'vitest';
import { realCatalogue } from '../data/catalogue/real-catalogue.ts';
import { newRequest, openCore } from '../helpers/test-core.ts';

const skillIds = realCatalogue.skills.skills.map(({ id }) => id);

test('the catalogue has seven roles, and 145 skills with 866 topics in 15 categories', () => {
  const core = openCore();
  const { categories } = core.call('skills.categories', {});
  expect(core.call('roles.list', {}).roles).toHaveLength(7);
  expect(categories).toHaveLength(15);
  expect(categories.reduce((sum, { skills }) => sum + skills, 0)).toBe(145);
  expect(categories.reduce((sum, { topics }) => sum + topics.total, 0)).toBe(866);
  for (const { id, skills } of categories) {
    const list = core.call('skills.list', { category: id });
    expect(list.total).toBe(skills);
    expect(list.skills).toHaveLength(skills);
  }
});

test('every role starts at nothing', () => {
  for (const { figures, entry, target } of openCore().call('roles.list', {}).roles) {
    expect({ ...figures, done: entry.done, target }).toEqual({
      covered: 0,
      proven: 0,
      fresh: null,
      done: 0,
      target: null,
    });
  }
});

test('100 % covered is reachable: who knows every skill has exactly 100 in every role, and every entry list complete', () => {
  const core = openCore();
  for (const skill of skillIds) core.call('skills.know', { request: newRequest(), skill, level: null });
  for (const { id, figures, entry } of core.call('roles.list', {}).roles) {
    expect
      .soft({ id, covered: figures.covered, fresh: figures.fresh })
      .toEqual({ id, covered: 100, fresh: 100 });
    expect.soft(entry.done, id).toBe(entry.total);
    const ledger = core.call('roles.ledger', { role: id, bar: 'covered' });
    expect.soft(ledger.total, id).toBe(1000);
    expect
      .soft(
        ledger.stages.reduce((sum, { points }) => sum + points, 0),
        id,
      )
      .toBe(1000);
  }
  expect(core.call('today.read', {}).next).toEqual([]);
});

test('the requirements of a role alone bring it to exactly 100', () => {
  for (const { id, requirements } of realCatalogue.roles.roles) {
    const core = openCore();
    for (const line of requirements) {
      const skill =
        'skill' in line
          ? line.skill
          : realCatalogue.roles.groups.find((group) => group.id === line.group)!.oneOf[0]!;
      core.call('skills.know', { request: newRequest(), skill, level: line.level });
    }
    expect.soft(core.call('roles.read', { role: id }).figures.covered, id).toBe(100);
    core.close();
  }
});

test('every entry list is reachable, has 11 to 13 items, and is reached before the whole role', () => {
  for (const { id } of realCatalogue.roles.roles) {
    const core = openCore();
    const { entryList } = core.call('roles.read', { role: id });
    expect.soft(entryList.length, id).toBeGreaterThanOrEqual(11);
    expect.soft(entryList.length, id).toBeLessThanOrEqual(13);
    for (const { skill, level, topics } of entryList) {
      expect.soft(topics.total, `${id}: ${skill}`).toBeGreaterThan(0);
      core.call('skills.know', { request: newRequest(), skill, level });
    }
    const { entry, figures } = core.call('roles.read', { role: id });
    expect.soft(entry, id).toEqual({ done: entryList.length, total: entryList.length });
    expect.soft(figures.covered, id).toBeLessThan(100);
    core.close();
  }
});

test('no requirement stands at a level without topics', () => {
  const core = openCore();
  for (const { id } of realCatalogue.roles.roles) {
    for (const { lines } of core.call('roles.ledger', { role: id, bar: 'covered' }).stages) {
      for (const line of lines) {
        const all = line.group === null ? [line.topics] : line.group.members.map(({ topics }) => topics);
        for (const { total } of all) expect.soft(total, `${id}: ${line.title}`).toBeGreaterThan(0);
      }
    }
  }
});

test('with Go fixed as the language, Go itself counts as the framework', () => {
  const core = openCore();
  core.call('groups.fix', { request: newRequest(), group: 'server-language', skill: 'go' });
  const framework = core
    .call('roles.ledger', { role: 'api-developer', bar: 'covered' })
    .stages.flatMap(({ lines }) => lines)
    .find(({ group }) => group?.id === 'server-framework')!;
  expect(framework.skill).toBe('go');
  expect(framework.group!.members.map(({ skill }) => skill)).toEqual(['go']);
});

test('with Python fixed as the language, only its frameworks are offered; without, all of them', () => {
  const core = openCore();
  const offered = (): string[] =>
    core
      .call('roles.read', { role: 'api-developer' })
      .entryList.find(({ group }) => group?.id === 'server-framework')!
      .group!.members.map(({ skill }) => skill);
  expect(offered()).toHaveLength(9);
  core.call('groups.fix', { request: newRequest(), group: 'server-language', skill: 'python' });
  expect(offered()).toEqual(['django', 'flask', 'fastapi']);
  core.call('groups.fix', { request: newRequest(), group: 'server-language', skill: null });
  expect(offered()).toHaveLength(9);
});
