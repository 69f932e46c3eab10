import { redo, undo } from '../commands.ts';
import type { Handlers } from '../handlers.ts';

export const historyHandlers: Handlers<'history.undo' | 'history.redo'> = {
  'history.undo': (workspace, { request, action }) => undo(workspace, request, action),
  'history.redo': (workspace, { request, action }) => redo(workspace, request, action),
};
