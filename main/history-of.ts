import { readEvent, type StateChange, type StoredEvent } from '../data/events.ts';
import {
  choiceEvents,
  headsOfCertification,
  headsOfExperience,
  headsOfProject,
  headsOfRole,
  headsOfSkill,
  headsOfTopic,
  type Head,
} from '../data/history-heads.ts';
import type { HistoryEntry, HistorySubject } from '../shared/model/history.ts';
import { partitionPoint } from '../shared/sorted.ts';
import { existingCertification } from './certifications/existing.ts';
import { existingExperience, existingRole } from './existing.ts';
import { existingProject } from './projects/existing.ts';
import { changesShown } from './history-words.ts';
import { blockedBy } from './inverse.ts';
import type { Workspace } from './workspace.ts';

const SHOWN_CHANGES = 5;

/** What happened to a subject, newest first, before the event `before`; `limit` entries at most. */
export const historyOf = (
  workspace: Workspace,
  subject: HistorySubject,
  before: number | null,
  limit: number,
): { entries: HistoryEntry[]; more: boolean } => {
  const entries: HistoryEntry[] = [];
  const heads = headsOf(workspace, subject);
  const isOwn = ownership(workspace, subject, heads);
  for (const event of walk(workspace, heads, isOwn)) {
    if (before !== null && event.seq >= before) continue;
    if (entries.length === limit) return { entries, more: true };
    const own = event.changes.filter((change) => isOwn(threadOf(change)));
    entries.push(entryOf(workspace, event, own));
  }
  return { entries, more: false };
};

/** The thread that a change belongs to: one state or one row through time. */
const threadOf = (change: StateChange): string => {
  switch (change.what) {
    case 'topic':
      return `topic ${change.topic}`;
    case 'row':
      return `row ${change.table} ${change.key}`;
    case 'targets':
      return 'targets';
    case 'member':
      return `member ${change.group}`;
    case 'made':
      return 'made';
  }
};

const headsOf = (workspace: Workspace, { kind, id }: HistorySubject): readonly Head[] => {
  const { db } = workspace;
  switch (kind) {
    case 'topic':
      return headsOfTopic(db, workspace.topic(id).number);
    case 'skill':
      return headsOfSkill(db, workspace.skill(id).number);
    case 'certification':
      return headsOfCertification(db, existingCertification(db, id).id);
    case 'project':
      return headsOfProject(db, existingProject(workspace, id).id);
    case 'experience':
      return headsOfExperience(db, existingExperience(workspace, id).id);
    case 'role': {
      const choices = choiceEvents(db).map((event): Head => ({ thread: 'targets', event }));
      const skills = skillsOfRole(workspace, id).flatMap((skill) =>
        headsOfSkill(db, workspace.skill(skill).number).filter(({ thread }) => thread.startsWith('topic ')),
      );
      return [...headsOfRole(db, existingRole(workspace, id).id), ...choices, ...skills];
    }
  }
};

const skillsOfRole = (workspace: Workspace, role: string): readonly string[] => [
  ...new Set(workspace.model(role).requirements.flatMap(({ members }) => members)),
];

/** Which threads belong to a subject. What an event changes besides is not shown there. */
const ownership = (
  workspace: Workspace,
  subject: HistorySubject,
  heads: readonly Head[],
): ((thread: string) => boolean) => {
  const threads = new Set(heads.map(({ thread }) => thread));
  if (subject.kind !== 'role') return (thread) => threads.has(thread);
  const groups = new Set(
    workspace
      .model(subject.id)
      .requirements.flatMap(({ group }) => (group === null ? [] : [`member ${group}`])),
  );
  return (thread) => threads.has(thread) || groups.has(thread);
};

/**
 * The events of all threads, newest first, each once. A thread goes on at the event before; where a change does not name
 * one (it created the row, or it came with a whole list), the thread ends.
 */
function* walk(
  workspace: Workspace,
  heads: readonly Head[],
  isOwn: (thread: string) => boolean,
): Generator<StoredEvent> {
  const known = new Set(heads.map(({ event }) => event));
  // The events still to be shown, newest last.
  const queue = [...known].toSorted((a, b) => a - b);
  const add = (seq: number | null): void => {
    if (seq === null || known.has(seq)) return;
    known.add(seq);
    queue.splice(
      partitionPoint(queue, (other) => other < seq),
      0,
      seq,
    );
  };
  for (let seq = queue.pop(); seq !== undefined; seq = queue.pop()) {
    const event = readEvent(workspace.db, seq);
    if (!event?.label) continue;
    for (const change of event.changes) {
      if ((change.what === 'topic' || change.what === 'row') && isOwn(threadOf(change))) add(change.previous);
    }
    yield event;
  }
}

const entryOf = (workspace: Workspace, event: StoredEvent, own: readonly StateChange[]): HistoryEntry => {
  const blocker = event.kind === 'action' ? blockedBy(workspace, event) : null;
  return {
    event: event.seq,
    kind: event.kind as HistoryEntry['kind'],
    label: event.label!,
    at: event.at,
    localDate: event.localDate,
    changes: own.slice(0, SHOWN_CHANGES).flatMap((change) => changesShown(workspace, change)),
    more: Math.max(0, own.length - SHOWN_CHANGES),
    canRevert: event.kind === 'action' && blocker === null,
    blockedBy: blocker?.label ?? null,
  };
};
