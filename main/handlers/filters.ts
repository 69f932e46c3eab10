import { readRow, type Row } from '../../data/rows.ts';
import { listFilters } from '../../data/saved-filters.ts';
import { AppError } from '../../shared/reply.ts';
import { act } from '../commands.ts';
import type { Handlers } from '../handlers.ts';
import { changeRow } from '../row-change.ts';
import type { Workspace } from '../workspace.ts';

export const filterHandlers: Handlers<'filters.list' | 'filters.save' | 'filters.rename' | 'filters.remove'> =
  {
    'filters.list': ({ db }) => ({ filters: listFilters(db) }),

    'filters.save': (workspace, { request, name, filter }) => {
      const { db } = workspace;
      const isThere = readRow(db, 'saved_filter', name) !== null;
      return act(
        workspace,
        request,
        { kind: isThere ? 'edit-filter' : 'save-filter', subject: name, detail: null, count: 1 },
        changeRow(db, 'saved_filter', name, { filter: JSON.stringify(filter) }),
      );
    },

    'filters.rename': (workspace, { request, name, to }) => {
      const { db } = workspace;
      const row = existing(workspace, name);
      const isTaken = to !== name && readRow(db, 'saved_filter', to) !== null;
      if (isTaken)
        throw new AppError('conflict', `There is another filter named “${to}”. Choose another name.`);
      return act(
        workspace,
        request,
        { kind: 'rename-filter', subject: name, detail: to, count: 1 },
        to === name
          ? []
          : [...changeRow(db, 'saved_filter', name, null), ...changeRow(db, 'saved_filter', to, row)],
      );
    },

    'filters.remove': (workspace, { request, name }) => {
      existing(workspace, name);
      return act(
        workspace,
        request,
        { kind: 'remove-filter', subject: name, detail: null, count: 1 },
        changeRow(workspace.db, 'saved_filter', name, null),
      );
    },
  };

const existing = ({ db }: Workspace, name: string): Row => {
  const row = readRow(db, 'saved_filter', name);
  if (!row) throw new AppError('not_found', 'This filter does not exist any more.');
  return row;
};
