import { readNote } from '../../data/notes.ts';
import { referenceKey, resourcesOf } from '../../data/resources.ts';
import { readRow, type Row } from '../../data/rows.ts';
import { AppError } from '../../shared/reply.ts';
import { act, make } from '../commands.ts';
import { existingSkill } from '../existing.ts';
import type { Handlers } from '../handlers.ts';
import { changeRow, flag, newId } from '../row-change.ts';
import { noteOn } from '../subjects.ts';
import type { Workspace } from '../workspace.ts';

/** A note of white space alone is none. */
const asKept = (text: string): string => (text.trim() === '' ? '' : text);

export const learningHandlers: Handlers<
  | 'notes.read'
  | 'notes.set'
  | 'resources.save'
  | 'resources.setRead'
  | 'resources.remove'
  | 'references.set'
  | 'evidence.save'
  | 'evidence.remove'
> = {
  'notes.read': (workspace, subject) => readNote(workspace.db, noteOn(workspace, subject).key),

  'notes.set': (workspace, { request, text, bases, ...subject }) => {
    const { key, name } = noteOn(workspace, subject);
    const { text: present } = readNote(workspace.db, key);
    const isPresent = (other: string): boolean => asKept(other) === present;
    const isSame = isPresent(text);
    if (bases && !isSame && !bases.some(isPresent))
      throw new AppError(
        'conflict',
        'This note was changed elsewhere meanwhile. The next save keeps both texts.',
      );
    const row: Row | null = asKept(text) === '' ? null : { text, changed_on: workspace.moment().localDate };
    return act(
      workspace,
      request,
      { kind: 'write-note', subject: name, detail: null, count: 1 },
      isSame ? [] : changeRow(workspace.db, 'note', key, row),
    );
  },

  'resources.save': (workspace, { request, resource, skill: skillId, title, url, kind }) => {
    const { db } = workspace;
    const skill = existingSkill(db, skillId);
    const before = resource === null ? null : existing(workspace, 'resource', resource);
    const key = resource ?? newId(db, 'resource');
    return make(
      workspace,
      request,
      { kind: before ? 'edit-resource' : 'add-resource', subject: title, detail: null, count: 1 },
      changeRow(db, 'resource', key, { skill: skill.number, title, url, kind, read: before?.['read'] ?? 0 }),
      key,
    );
  },

  'resources.setRead': (workspace, { request, resource, read }) => {
    const before = existing(workspace, 'resource', resource);
    return act(
      workspace,
      request,
      {
        kind: read ? 'read-resource' : 'unread-resource',
        subject: String(before['title']),
        detail: null,
        count: 1,
      },
      changeRow(workspace.db, 'resource', resource, { ...before, read: flag(read) }),
    );
  },

  'resources.remove': (workspace, { request, resource }) => {
    const before = existing(workspace, 'resource', resource);
    return act(
      workspace,
      request,
      { kind: 'remove-resource', subject: String(before['title']), detail: null, count: 1 },
      changeRow(workspace.db, 'resource', resource, null),
    );
  },

  'references.set': (workspace, { request, skill: skillId, url, read, hidden }) => {
    const { db } = workspace;
    const { number } = existingSkill(db, skillId);
    const now = resourcesOf(db, number).find((candidate) => candidate.id === null && candidate.url === url);
    if (!now) throw new AppError('not_found', 'The catalogue has no such reference any more.');
    const next = { read: read ?? now.read, hidden: hidden ?? now.hidden };
    const isShown = next.hidden === now.hidden;
    const kind = isShown
      ? next.read
        ? 'read-resource'
        : 'unread-resource'
      : next.hidden
        ? 'hide-reference'
        : 'show-reference';
    return act(
      workspace,
      request,
      { kind, subject: now.title, detail: null, count: 1 },
      next.read === now.read && isShown
        ? []
        : changeRow(db, 'reference_state', referenceKey(number, url), {
            skill: number,
            url,
            read: flag(next.read),
            hidden: flag(next.hidden),
          }),
    );
  },

  'evidence.save': (workspace, { request, evidence, skill: skillId, title, url, level, date }) => {
    const { db } = workspace;
    const skill = existingSkill(db, skillId);
    if (evidence !== null) existing(workspace, 'evidence', evidence);
    if (date > workspace.moment().localDate) {
      throw new AppError('invalid', 'Evidence shows what was done, so its date cannot lie in the future.');
    }
    const key = evidence ?? newId(db, 'evidence');
    return make(
      workspace,
      request,
      { kind: evidence === null ? 'add-evidence' : 'edit-evidence', subject: title, detail: null, count: 1 },
      changeRow(db, 'evidence', key, { skill: skill.number, title, url, level, date }),
      key,
    );
  },

  'evidence.remove': (workspace, { request, evidence }) => {
    const before = existing(workspace, 'evidence', evidence);
    return act(
      workspace,
      request,
      { kind: 'remove-evidence', subject: String(before['title']), detail: null, count: 1 },
      changeRow(workspace.db, 'evidence', evidence, null),
    );
  },
};

const words = { resource: 'This resource', evidence: 'This piece of evidence' };

const existing = (workspace: Workspace, table: 'resource' | 'evidence', key: string): Row => {
  const row = readRow(workspace.db, table, key);
  if (!row) throw new AppError('not_found', `${words[table]} does not exist any more.`);
  return row;
};
