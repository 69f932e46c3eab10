import { listTargets } from '../../data/targets.ts';
import { AppError } from '../../shared/reply.ts';
import { canStandFor } from '../../shared/rules/choices.ts';
import { act } from '../commands.ts';
import type { Handlers } from '../handlers.ts';

export const targetHandlers: Handlers<'targets.list' | 'targets.set' | 'groups.fix'> = {
  'targets.list': (workspace) => ({ targets: [...workspace.targets()] }),

  'targets.set': (workspace, { request, targets }) => {
    const ids = targets.map(({ role }) => role);
    if (new Set(ids).size < ids.length) throw new AppError('invalid', 'A role can be a target only once.');
    for (const id of ids) workspace.model(id);
    const before = listTargets(workspace.db);
    const shown = workspace.targets();
    const hidden = before.filter(({ role }) => !shown.some((target) => target.role === role));
    const isSame = JSON.stringify(shown) === JSON.stringify(targets);
    const titles = ids.map((id) => workspace.roles().find((role) => role.id === id)!.title);
    return act(
      workspace,
      request,
      { kind: 'set-targets', subject: titles.join(', '), detail: null, count: Math.max(1, ids.length) },
      isSame ? [] : [{ what: 'targets', before, after: [...targets, ...hidden] }],
    );
  },

  'groups.fix': (workspace, { request, group: id, skill }) => {
    const group = workspace.groups().get(id);
    if (!group) throw new AppError('not_found', 'This group does not exist any more.');
    if (skill !== null && !canStandFor(group, skill)) {
      throw new AppError('invalid', 'This skill is not one of the group.');
    }
    const before = workspace.fixed().get(id) ?? null;
    return act(
      workspace,
      request,
      {
        kind: skill === null ? 'free-member' : 'fix-member',
        subject: group.title,
        detail: skill === null ? null : workspace.skill(skill).name,
        count: 1,
      },
      before === skill ? [] : [{ what: 'member', group: id, before, after: skill }],
    );
  },
};
