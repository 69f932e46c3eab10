import { readingsIn } from '../../data/readings.ts';
import { readRow } from '../../data/rows.ts';
import { findSkill } from '../../data/skills.ts';
import type { ReadingItem } from '../../shared/model/reading.ts';
import { act } from '../commands.ts';
import { existingRole } from '../existing.ts';
import type { Handlers } from '../handlers.ts';
import { changeRow } from '../row-change.ts';
import type { Workspace } from '../workspace.ts';

export const readingHandlers: Handlers<'reading.list' | 'market.read' | 'market.set'> = {
  'reading.list': (workspace, { sections }) => ({
    sections: sections.map((section) => ({
      section,
      items: readingsIn(workspace.db, section).map((row): ReadingItem => ({
        ...row,
        skills: namesOf(row.skills, (id) => findSkill(workspace.db, id)?.name),
        roles: namesOf(row.roles, (id) => roleTitle(workspace, id)),
      })),
    })),
  }),

  'market.read': (workspace, { role }) => {
    existingRole(workspace, role);
    const row = readRow(workspace.db, 'role_market', role);
    const text = (column: string): string => String(row?.[column] ?? '');
    return { region: text('region'), salary: text('salary'), demand: text('demand') };
  },

  'market.set': (workspace, { request, role, ...words }) => {
    const { title } = existingRole(workspace, role);
    const isEmpty = Object.values(words).every((text) => text.trim() === '');
    return act(
      workspace,
      request,
      { kind: 'write-market', subject: title, detail: null, count: 1 },
      changeRow(workspace.db, 'role_market', role, isEmpty ? null : words),
    );
  },
};

/** What is gone from the catalogue is not named. */
const namesOf = (ids: readonly string[], nameOf: (id: string) => string | undefined): ReadingItem['skills'] =>
  ids.flatMap((id) => {
    const name = nameOf(id);
    return name === undefined ? [] : [{ id, name }];
  });

const roleTitle = (workspace: Workspace, id: string): string | undefined =>
  workspace.roles().find((role) => role.id === id)?.title;
