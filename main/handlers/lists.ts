import { listCategories } from '../../data/skills.ts';
import type { Handlers } from '../handlers.ts';
import { existingCategory } from '../existing.ts';
import { bringList } from '../lists/bring-list.ts';
import { exportList } from '../lists/export-list.ts';
import { previewOf, summaryOf } from '../lists/preview-list.ts';
import { categorySums } from './skills.ts';

export const listHandlers: Handlers<
  'lists.list' | 'lists.summary' | 'lists.preview' | 'lists.apply' | 'lists.export'
> = {
  'lists.list': (workspace) => {
    const sums = categorySums(workspace);
    return {
      lists: listCategories(workspace.db)
        .filter(({ own }) => own)
        .map(({ id, title, source, skills }) => ({ category: id, title, source, skills, topics: sums(id) })),
    };
  },

  'lists.summary': (_workspace, { job }, services) => summaryOf(services.jobs().result('read-list', job)),

  'lists.preview': (_workspace, { job, offset, limit }, services) =>
    previewOf(services.jobs().result('read-list', job), offset, limit),

  'lists.apply': (workspace, { request, job, ...choices }, services) =>
    bringList(workspace, request, services.jobs().result('read-list', job), choices),

  'lists.export': ({ db }, { category }) => exportList(db, existingCategory(db, category)),
};
