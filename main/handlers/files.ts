import { AppError } from '../../shared/reply.ts';
import { ownFile } from '../backup-occasion.ts';
import type { Handlers } from '../handlers.ts';
import { unpackPiece } from '../jobs/packed-text.ts';
import { expectCopy } from './backups.ts';

export const fileHandlers: Handlers<'exports.read' | 'files.preview' | 'files.apply'> = {
  'exports.read': (_workspace, { job, offset }, services) => {
    const { fileName, text, lost } = services.jobs().result('export', job);
    const next = offset + 1;
    return { fileName, piece: unpackPiece(text, offset), next: next < text.length ? next : null, lost };
  },

  'files.preview': (_workspace, { job }, services) => {
    const { differences, rows, whole } = services.jobs().result('read-file', job);
    return { differences, rows, whole };
  },

  'files.apply': (_workspace, { job, backup }, services) => {
    ownFile(services);
    const standing = services.standing();
    const refusal = standing.refusal();
    if (refusal !== null) throw new AppError('read_only', refusal);
    const { part, writes } = services.jobs().result('read-file', job);
    expectCopy(services, backup);
    if (writes !== standing.writes()) {
      throw new AppError('conflict', 'Something was changed since the file was read. Read it once more.');
    }
    services.replaceFile(part);
    return {};
  },
};
