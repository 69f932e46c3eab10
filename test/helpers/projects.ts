import type { Input } from '../../shared/contract.ts';
import { newRequest, type TestCore } from './test-core.ts';

/** A project of the person's own, finished, that shows a skill at a level. */
export const finishProject = (core: TestCore, skill = 'git', level: 1 | 2 | 3 | 4 = 2): string => {
  const { id } = core.call('projects.create', {
    request: newRequest(),
    template: null,
    title: 'Shop',
    kind: 'work',
  });
  core.call('projects.setSkill', { request: newRequest(), project: id, skill, level });
  for (const item of core.call('projects.read', { project: id }).items)
    core.call('projects.setItem', { request: newRequest(), item: item.id, ticked: true });
  core.call('projects.move', { request: newRequest(), project: id, status: 'shipped', before: null });
  return id;
};

/** An internship that is over and says nothing but what is given. */
export const saveWork = (
  core: TestCore,
  own: Partial<Omit<Input<'experience.save'>, 'request'>> = {},
): string =>
  core.call('experience.save', {
    request: newRequest(),
    experience: null,
    area: 'work',
    kind: 'exp-internship',
    parent: null,
    title: 'Intern',
    organisation: '',
    started: '2025-01',
    ended: '2025-06',
    did: '',
    links: [],
    skills: [],
    projects: [],
    ...own,
  }).id;
