import { describe, expect, it } from 'vitest';
import { keptBy, noFilter, optionsOf } from '../../renderer/projects/template-filter.ts';
import { newRequest, openCore } from '../helpers/test-core.ts';

const core = openCore();
const { templates } = core.call('projects.templates', {});
const kept = (filter: Partial<typeof noFilter>): string[] =>
  templates.filter((template) => keptBy({ ...noFilter, ...filter }, template)).map(({ id }) => id);

describe('templates', () => {
  it('are all kept without a filter, and told apart by each', () => {
    expect(kept({})).toHaveLength(23);
    const options = optionsOf(templates);
    expect(options.role.map(({ value }) => value)).toContain('api-developer');
    expect(options.difficulty.map(({ label }) => label)).toEqual(['Beginner', 'Intermediate', 'Advanced']);
    for (const name of ['role', 'difficulty', 'skill'] as const)
      for (const { value } of options[name]) expect(kept({ [name]: value }).length).toBeGreaterThan(0);
  });

  it('of a role, a difficulty and a skill are those that have all three', () => {
    const filter = { role: 'api-developer', difficulty: 'intermediate', skill: 'rate-limiting' };
    const all = Object.entries(filter).map(([name, value]) => new Set(kept({ [name]: value })));
    expect(kept(filter)).toContain('url-shortener');
    expect(new Set(kept(filter))).toEqual(all.reduce((one, other) => one.intersection(other)));
  });

  it('are found by what can be chosen in them too', () => {
    expect(kept({ skill: 'python' })).toContain('crud-rest-api');
  });

  it('can be built now once what their skills build on is reached', () => {
    expect(kept({ ready: true })).not.toContain('crud-rest-api');
    const { missing } = templates.find(({ id }) => id === 'crud-rest-api')!;
    for (const { skill } of missing) core.call('skills.know', { request: newRequest(), skill, level: null });
    const now = core.call('projects.templates', {}).templates.find(({ id }) => id === 'crud-rest-api')!;
    expect(keptBy({ ...noFilter, ready: true }, now)).toBe(true);
  });
});
