import { redo, revert, undo } from '../commands.ts';
import type { Handlers } from '../handlers.ts';
import { historyOf } from '../history-of.ts';

export const historyHandlers: Handlers<'history.undo' | 'history.redo' | 'history.revert' | 'history.list'> =
  {
    'history.undo': (workspace, { request, action }) => undo(workspace, request, action),
    'history.redo': (workspace, { request, action }) => redo(workspace, request, action),
    'history.revert': (workspace, { request, action }) => revert(workspace, request, action),
    'history.list': (workspace, { kind, id, before, limit }) =>
      historyOf(workspace, { kind, id }, before, limit),
  };
