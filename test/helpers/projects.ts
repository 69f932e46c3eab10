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
