import { AppError } from '../../shared/reply.ts';
import type { RoleLine } from '../../shared/model/own.ts';
import { composeRole, keyOfNeed } from '../../shared/rules/own-role.ts';
import { act, make } from '../commands.ts';
import { existingRole, existingSkill } from '../existing.ts';
import type { Handlers } from '../handlers.ts';
import { changeRow, newId } from '../row-change.ts';
import type { Workspace } from '../workspace.ts';

export const ownRoleHandlers: Handlers<
  'roles.save' | 'roles.remove' | 'groups.list' | 'groups.save' | 'groups.remove'
> = {
  'roles.save': (workspace, { request, role: id, title, summary, base: baseId, lines }) => {
    const { db } = workspace;
    if (id !== null) ownRole(workspace, id);
    const base = baseId === null ? null : existingRole(workspace, baseId);
    if (base?.own) throw new AppError('invalid', 'A role can be made from one of the catalogue only.');
    for (const line of lines) expectNeed(workspace, line);
    const needs = lines.map(({ need }) => keyOfNeed(need));
    if (new Set(needs).size < needs.length) {
      throw new AppError('invalid', 'A role can ask for each skill and each group only once.');
    }
    if (composeRole(base?.lines ?? [], lines).length === 0) {
      throw new AppError('invalid', 'A role asks for at least one skill or group. Add one.');
    }
    const key = id ?? newId(db, 'own-role');
    return make(
      workspace,
      request,
      { kind: id === null ? 'add-role' : 'edit-role', subject: title, detail: null, count: 1 },
      changeRow(db, 'own_role', key, { title, summary, base: baseId, lines: JSON.stringify(lines) }),
      key,
    );
  },

  'roles.remove': (workspace, { request, role: id }) => {
    const { title } = ownRole(workspace, id);
    return act(
      workspace,
      request,
      { kind: 'remove-role', subject: title, detail: null, count: 1 },
      changeRow(workspace.db, 'own_role', id, null),
    );
  },

  'groups.list': (workspace) => ({
    groups: [...workspace.groups().values()].map(({ id, title, note, members, own }) => ({
      id,
      title,
      note,
      own,
      members: members.map((skill) => ({ skill, name: workspace.skill(skill).name })),
    })),
  }),

  'groups.save': (workspace, { request, group: id, title, note, members }) => {
    const { db } = workspace;
    if (id !== null) ownGroup(workspace, id);
    const numbers = [...new Set(members)].map((skill) => existingSkill(db, skill).number);
    if (numbers.length < 2)
      throw new AppError('invalid', 'A group needs at least two skills to choose from.');
    const key = id ?? newId(db, 'own-group');
    return make(
      workspace,
      request,
      { kind: id === null ? 'add-group' : 'edit-group', subject: title, detail: null, count: 1 },
      changeRow(db, 'own_group', key, { title, note, members: JSON.stringify(numbers) }),
      key,
    );
  },

  'groups.remove': (workspace, { request, group: id }) => {
    const { title } = ownGroup(workspace, id);
    return act(
      workspace,
      request,
      { kind: 'remove-group', subject: title, detail: null, count: 1 },
      changeRow(workspace.db, 'own_group', id, null),
    );
  },
};

/** Throws for a role that is not there, or not the person's own. */
const ownRole = (workspace: Workspace, id: string): { readonly title: string } => {
  const role = existingRole(workspace, id);
  if (!role.own) throw new AppError('invalid', 'This role belongs to the catalogue. Make it yours first.');
  return role;
};

const ownGroup = (workspace: Workspace, id: string): { readonly title: string } => {
  const group = workspace.groups().get(id);
  if (!group) throw new AppError('not_found', 'This group does not exist any more.');
  if (!group.own) throw new AppError('invalid', 'This group belongs to the catalogue and stays as it is.');
  return group;
};

const expectNeed = (workspace: Workspace, { need, change }: RoleLine): void => {
  // What was removed from the original may have left the catalogue since.
  if (change === 'removed') return;
  if (need.kind === 'skill') existingSkill(workspace.db, need.id);
  else if (!workspace.groups().has(need.id)) {
    throw new AppError('not_found', 'This group does not exist any more.');
  }
};
