import { listItems, picturesOf } from '../../data/projects.ts';
import { readStoredFile, storeFile } from '../../data/stored-files.ts';
import { readRow } from '../../data/rows.ts';
import { AppError } from '../../shared/reply.ts';
import { PICTURES } from '../../shared/values.ts';
import { act, make } from '../commands.ts';
import { existingUpload } from '../existing.ts';
import type { Handlers } from '../handlers.ts';
import { existingItem, existingPicture, existingProject } from '../projects/existing.ts';
import { readPicture } from '../projects/pictures.ts';
import { changeRow, flag, newId } from '../row-change.ts';

/** The items of the definition of done, and the pictures. */
export const projectPartHandlers: Handlers<
  | 'projects.addItem'
  | 'projects.setItem'
  | 'projects.removeItem'
  | 'projects.addPicture'
  | 'projects.editPicture'
  | 'projects.removePicture'
  | 'projects.picture'
> = {
  'projects.addItem': (workspace, { request, project, text, required }) => {
    const { db } = workspace;
    existingProject(workspace, project);
    const id = newId(db, 'item');
    return make(
      workspace,
      request,
      { kind: 'add-item', subject: text, detail: null, count: 1 },
      changeRow(db, 'project_item', id, {
        project,
        source: null,
        text,
        position: (listItems(db, project).at(-1)?.position ?? -1) + 1,
        required: flag(required),
        ticked: 0,
        reason: null,
      }),
      id,
    );
  },

  'projects.setItem': (workspace, { request, item, ticked, reason, text }) => {
    const before = existingItem(workspace, item);
    if (text !== undefined && before['source'] !== null) {
      throw new AppError('invalid', 'This item comes from the catalogue. Waive it and add one of your own.');
    }
    // A tick ends a waiver, and a waiver takes the tick away.
    const isTicked = ticked ?? (typeof reason === 'string' ? false : before['ticked'] === 1);
    const waiver = isTicked ? null : reason === undefined ? before['reason']! : reason;
    const kind =
      text !== undefined
        ? 'edit-item'
        : isTicked
          ? 'tick-item'
          : waiver !== null && waiver !== before['reason']
            ? 'waive-item'
            : 'untick-item';
    return act(
      workspace,
      request,
      { kind, subject: text ?? String(before['text']), detail: null, count: 1 },
      changeRow(workspace.db, 'project_item', item, {
        ...before,
        ...(text !== undefined && { text }),
        ticked: flag(isTicked),
        reason: waiver,
      }),
    );
  },

  'projects.removeItem': (workspace, { request, item }) => {
    const before = existingItem(workspace, item);
    if (before['source'] !== null) {
      throw new AppError('invalid', 'This item comes from the catalogue. It can be waived with a reason.');
    }
    return act(
      workspace,
      request,
      { kind: 'remove-item', subject: String(before['text']), detail: null, count: 1 },
      changeRow(workspace.db, 'project_item', item, null),
    );
  },

  'projects.addPicture': (workspace, { request, project, upload, caption }, services) => {
    const { db } = workspace;
    existingProject(workspace, project);
    const there = picturesOf(db, project);
    if (there.length >= PICTURES.most) {
      throw new AppError('invalid', 'A project shows eight pictures at most. Remove one of them first.');
    }
    const { bytes, type } = readPicture(existingUpload(services, upload));
    const id = newId(db, 'picture');
    return make(
      workspace,
      request,
      { kind: 'add-picture', subject: caption, detail: null, count: 1 },
      changeRow(db, 'project_picture', id, {
        project,
        file: storeFile(db, bytes),
        type,
        caption,
        position: (there.at(-1)?.position ?? -1) + 1,
      }),
      id,
    );
  },

  'projects.editPicture': (workspace, { request, picture, caption }) => {
    existingPicture(workspace, picture);
    return act(
      workspace,
      request,
      { kind: 'edit-picture', subject: caption, detail: null, count: 1 },
      changeRow(workspace.db, 'project_picture', picture, {
        ...readRow(workspace.db, 'project_picture', picture)!,
        caption,
      }),
    );
  },

  'projects.removePicture': (workspace, { request, picture }) => {
    const { caption } = existingPicture(workspace, picture);
    return act(
      workspace,
      request,
      { kind: 'remove-picture', subject: caption, detail: null, count: 1 },
      changeRow(workspace.db, 'project_picture', picture, null),
    );
  },

  'projects.picture': (workspace, { picture }) => {
    const { file, type } = existingPicture(workspace, picture);
    return { image: `data:${type};base64,${readStoredFile(workspace.db, file)!.toString('base64')}` };
  },
};
