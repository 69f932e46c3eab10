import type { StateChange } from '../../data/events.ts';
import { skillsOfCategory, type SkillRecord } from '../../data/skills.ts';
import {
  listedBefore,
  listedCounts,
  listedIds,
  pageOfTopics,
  topicsBelow,
  topicsOfSkill,
  type TopicRow,
  type TopicWithState,
} from '../../data/topics.ts';
import type { ActionLabel } from '../../shared/model/history.ts';
import type { Topic, TopicState } from '../../shared/model/topic.ts';
import { AppError } from '../../shared/reply.ts';
import { topicLabel, withStatus } from '../../shared/rules/topic-status.ts';
import type { TopicStatus } from '../../shared/values.ts';
import { act } from '../commands.ts';
import { existingCategory, existingSkill } from '../existing.ts';
import type { Handlers } from '../handlers.ts';
import { topicChange, type TopicChange } from '../topic-change.ts';
import type { Workspace } from '../workspace.ts';

export const topicHandlers: Handlers<
  | 'topics.list'
  | 'topics.ids'
  | 'topics.place'
  | 'topics.setStatus'
  | 'topics.setStatuses'
  | 'skills.know'
  | 'skills.knowMany'
  | 'categories.know'
> = {
  'topics.list': (workspace, { skill, skipped, offset, limit }) => {
    const record = existingSkill(workspace.db, skill);
    const counts = listedCounts(workspace.db, record.number);
    return {
      topics: pageOfTopics(workspace.db, record.number, { skipped, offset, limit }).map(
        ({ number, isLeaf, ...topic }): Topic => ({
          ...topic,
          leaves: isLeaf ? null : workspace.outline.leaves(number),
        }),
      ),
      total: counts.reduce((sum, level) => sum + (skipped ? level.skipped : level.shown), 0),
    };
  },

  'topics.ids': ({ db }, { skill, offset, limit }) => ({
    ids: listedIds(db, existingSkill(db, skill).number, offset, limit),
  }),

  'topics.place': (workspace, { topic: id }) => {
    const topic = workspace.topic(id);
    const skipped = workspace.stored(topic.number).state.status === 'skipped';
    const { id: skill } = workspace.skillByNumber(topic.skill);
    return { skill, level: topic.level, skipped, index: listedBefore(workspace.db, topic, skipped) };
  },

  'topics.setStatus': (workspace, { request, topic: id, status, reason }) => {
    const topic = workspace.topic(id);
    const next = statusChanges(workspace, topic, status, reason);
    if ('refused' in next) throw new AppError('invalid', next.refused);
    const { before, after, changes } = next;
    return act(
      workspace,
      request,
      { ...topicLabel(topic.text, before, after), count: Math.max(1, changes.length) },
      changes,
    );
  },

  'topics.setStatuses': (workspace, { request, topics, status, reason }) => {
    const chosen = [...new Set(topics)].map((id) => workspace.topic(id));
    // A topic that is chosen together with one above it changes once.
    const changes = new Map<number, StateChange>();
    let refused: string | null = null;
    for (const topic of chosen) {
      const next = statusChanges(workspace, topic, status, reason);
      if ('refused' in next) refused = next.refused;
      else for (const change of next.changes) changes.set(change.topic, change);
    }
    if (changes.size === 0 && refused !== null) throw new AppError('invalid', refused);
    return act(
      workspace,
      request,
      {
        kind: 'set-many',
        subject: workspace.skillByNumber(chosen[0]!.skill).name,
        detail: status,
        count: Math.max(1, changes.size),
      },
      [...changes.values()],
    );
  },

  'skills.know': (workspace, { request, skill, level }) => {
    const record = existingSkill(workspace.db, skill);
    const open = known(workspace, record.number, level ?? 4);
    return act(workspace, request, knowLabel(record, level, open.length), open);
  },

  'skills.knowMany': (workspace, { request, skills }) => {
    const open = skills.flatMap(({ skill, level }) =>
      known(workspace, existingSkill(workspace.db, skill).number, level),
    );
    // A skill named twice, at two levels, must not change a topic twice.
    const once = new Map(open.map((change) => [change.topic, change]));
    const [first] = skills;
    return act(
      workspace,
      request,
      { kind: 'know-many', subject: workspace.skill(first!.skill).name, detail: null, count: skills.length },
      [...once.values()],
    );
  },

  'categories.know': (workspace, { request, category: id }) => {
    const category = existingCategory(workspace.db, id);
    const open = skillsOfCategory(workspace.db, id)
      .filter(({ hidden }) => !hidden)
      .flatMap(({ number }) => known(workspace, number, 4));
    return act(
      workspace,
      request,
      { kind: 'know-category', subject: category.title, detail: null, count: Math.max(1, open.length) },
      open,
    );
  },
};

/** What a status does to a topic and to those below it; a sentence where the topic cannot take it. */
const statusChanges = (
  workspace: Workspace,
  topic: TopicRow,
  status: TopicStatus,
  reason: string | null,
):
  | { readonly refused: string }
  | { readonly before: TopicState; readonly after: TopicState; readonly changes: readonly TopicChange[] } => {
  const stored = workspace.stored(topic.number);
  const { state: before } = stored;
  const after = withStatus(before, status, reason, workspace.moment().localDate);
  if ('refused' in after) return after;
  const below = topic.leaf === 1 ? [] : changesBelow(workspace, topic, before, status, reason);
  const own = after === before ? [] : [topicChange(topic.number, stored, after)];
  return { before, after, changes: [...below, ...own] };
};

/** Done ticks those below, skipped skips them, and bringing a skipped one back brings back those that are skipped. */
const changesBelow = (
  workspace: Workspace,
  topic: TopicRow,
  before: TopicState,
  status: TopicStatus,
  reason: string | null,
): TopicChange[] => {
  const follows = (below: TopicStatus): boolean => {
    if (status === 'done') return below !== 'skipped' && below !== 'done';
    if (status === 'skipped') return below !== 'skipped';
    return status === 'todo' && before.status === 'skipped' && below === 'skipped';
  };
  return setTo(
    workspace,
    topicsBelow(workspace.db, topic.number).filter(({ state }) => follows(state.status)),
    status,
    reason,
  );
};

/** The changes that tick every topic of a skill up to a level that is neither skipped nor done. */
const known = (workspace: Workspace, skill: number, level: number): TopicChange[] =>
  setTo(
    workspace,
    topicsOfSkill(workspace.db, skill).filter(
      (topic) => topic.level <= level && topic.state.status !== 'skipped' && topic.state.status !== 'done',
    ),
    'done',
    null,
  );

/** None of `topics` may be one that refuses the status. */
const setTo = (
  workspace: Workspace,
  topics: readonly TopicWithState[],
  status: TopicStatus,
  reason: string | null,
): TopicChange[] => {
  const today = workspace.moment().localDate;
  return topics.map((topic) =>
    topicChange(topic.number, topic, withStatus(topic.state, status, reason, today) as TopicState),
  );
};

const knowLabel = (skill: SkillRecord, level: number | null, count: number): ActionLabel => ({
  kind: level === null ? 'know-skill' : 'know-level',
  subject: skill.name,
  detail: level === null ? null : String(level),
  count: Math.max(1, count),
});
