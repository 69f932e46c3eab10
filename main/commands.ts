import {
  appendEvent,
  readEvent,
  type EventKind,
  type StateChange,
  type StoredEvent,
} from '../data/events.ts';
import { chooseMember } from '../data/member-choices.ts';
import { replaceTargets } from '../data/targets.ts';
import type { SkillRecord } from '../data/skills.ts';
import type { TopicRow } from '../data/topics.ts';
import type { Change } from '../shared/contract.ts';
import type { ActionLabel } from '../shared/model/history.ts';
import type { TopicState } from '../shared/model/topic.ts';
import { AppError } from '../shared/reply.ts';
import { moved, type TalliedTopic } from '../shared/rules/tally.ts';
import { sameState } from '../shared/rules/topic-status.ts';
import { countSkill } from './counters.ts';
import { skillProgress } from './progress.ts';
import type { Workspace } from './workspace.ts';

/**
 * One thing that the person did: one event, one undo step. Writes the changes and the event, follows them in memory, and
 * answers what moved. Without a change it writes nothing and answers action 0.
 */
export const act = (
  workspace: Workspace,
  request: string,
  label: ActionLabel,
  changes: readonly StateChange[],
): Change => {
  if (changes.length === 0) return describe(workspace, 0, []);
  const below = workspace.history.tops().undo?.action ?? null;
  return record(workspace, { kind: 'action', label, changes, below, target: null, request });
};

/** Takes back the action on top of the stack. Throws `conflict` where another one is on top by now. */
export const undo = (workspace: Workspace, request: string, action: number): Change => {
  const top = workspace.history.tops().undo;
  if (top?.action !== action) throw notOnTop('taken back');
  const { changes, label } = readEvent(workspace.db, action)!;
  return record(workspace, {
    kind: 'undo',
    label,
    changes: changes.toReversed().map((change) => inverse(workspace, change)),
    below: null,
    target: action,
    request,
  });
};

/** Does the newest undone action again. Throws `conflict` where another one is next by now. */
export const redo = (workspace: Workspace, request: string, action: number): Change => {
  const top = workspace.history.tops().redo;
  if (top?.action !== action) throw notOnTop('done again');
  const { changes, label } = readEvent(workspace.db, action)!;
  return record(workspace, {
    kind: 'redo',
    label,
    changes: changes.map((change) => again(workspace, change)),
    below: null,
    target: action,
    request,
  });
};

/** What a command that was already carried out changed, as it is now: the answer to a repeated request. */
export const describeEvent = (workspace: Workspace, seq: number): Change =>
  describe(
    workspace,
    seq,
    readEvent(workspace.db, seq)!.changes.map((change) => {
      if (change.what !== 'topic') return change;
      const { event: _, ...after } = workspace.state(change.topic);
      return { ...change, after };
    }),
  );

const notOnTop = (what: string): AppError =>
  new AppError(
    'conflict',
    `Something else was done in the meantime, so this was not ${what}. Look at the newest step.`,
  );

type Draft = Omit<StoredEvent, 'seq' | 'at' | 'zone' | 'localDate'> & { readonly kind: EventKind };

const record = (workspace: Workspace, draft: Draft): Change => {
  const { at, zone, localDate } = workspace.moment();
  const event = { ...draft, at, zone, localDate };
  const seq = appendEvent(workspace.db, event);
  for (const change of draft.changes) apply(workspace, change, seq);
  workspace.history.follow({ ...event, seq });
  if (draft.request !== null) workspace.requests.remember(draft.request, seq);
  return describe(workspace, seq, draft.changes);
};

const apply = (workspace: Workspace, change: StateChange, seq: number): void => {
  switch (change.what) {
    case 'topic': {
      const topic = workspace.topicByNumber(change.topic);
      workspace.putState(topic.number, change.after, seq);
      return count(workspace, topic, change.before, change.after);
    }
    case 'targets':
      replaceTargets(workspace.db, change.after);
      return workspace.refresh();
    case 'member':
      chooseMember(workspace.db, change.group, change.after);
      return workspace.refresh();
  }
};

const count = (workspace: Workspace, topic: TopicRow, before: TopicState, after: TopicState): void => {
  if (topic.retired === 1) return;
  const tally = workspace.counters.tally(topic.skill);
  const at = (state: TopicState): TalliedTopic => ({
    level: topic.level,
    status: state.status,
    doneOn: state.doneOn,
  });
  workspace.count(topic.skill, moved(tally, at(before), at(after)) ?? countSkill(workspace.db, topic.skill));
};

/** The change that takes `change` back. Refuses where the present value is not the one that it left behind. */
const inverse = (workspace: Workspace, change: StateChange): StateChange => {
  if (change.what !== 'topic')
    return { ...change, before: change.after, after: change.before } as StateChange;
  const { event, ...present } = workspace.state(change.topic);
  if (!sameState(present, change.after)) throw notOnTop('taken back');
  return { what: 'topic', topic: change.topic, before: change.after, after: change.before, previous: event };
};

const again = (workspace: Workspace, change: StateChange): StateChange =>
  change.what === 'topic' ? { ...change, previous: workspace.state(change.topic).event } : change;

const describe = (workspace: Workspace, action: number, changes: readonly StateChange[]): Change => {
  const skills = new Set<SkillRecord>();
  const topics: Change['topics'] = [];
  let onlyTopics = changes.length > 0;
  for (const change of changes) {
    if (change.what !== 'topic') {
      onlyTopics = false;
      continue;
    }
    const { id, skill } = workspace.topicByNumber(change.topic);
    topics.push({ id, state: change.after });
    skills.add(workspace.skillByNumber(skill));
  }
  return {
    action,
    topics,
    skills: Array.from(skills, (skill) => ({ id: skill.id, progress: skillProgress(workspace, skill) })),
    roles: workspace.figures(onlyTopics ? Array.from(skills, ({ id }) => id) : undefined),
    history: workspace.history.tops(),
  };
};
