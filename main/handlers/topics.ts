import type { StateChange } from '../../data/events.ts';
import { skillsOfCategory, type SkillRecord } from '../../data/skills.ts';
import { listedCounts, pageOfTopics, topicsBelow, topicsOfSkill, type TopicRow } from '../../data/topics.ts';
import type { ActionLabel } from '../../shared/model/history.ts';
import type { Topic, TopicState } from '../../shared/model/topic.ts';
import { AppError } from '../../shared/reply.ts';
import { topicLabel, withStatus } from '../../shared/rules/topic-status.ts';
import type { TopicStatus } from '../../shared/values.ts';
import { act } from '../commands.ts';
import { existingCategory, existingSkill } from '../existing.ts';
import type { Handlers } from '../handlers.ts';
import type { Workspace } from '../workspace.ts';

export const topicHandlers: Handlers<
  | 'topics.list'
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

  'topics.setStatus': (workspace, { request, topic: id, status, reason }) => {
    const topic = workspace.topic(id);
    const { event, ...before } = workspace.state(topic.number);
    const { localDate } = workspace.moment();
    const after = withStatus(before, status, reason, localDate);
    if ('refused' in after) throw new AppError('invalid', after.refused);
    const own: StateChange[] =
      after === before ? [] : [{ what: 'topic', topic: topic.number, before, after, previous: event }];
    const below = topic.leaf === 1 ? [] : withBelow(workspace, topic, before, status, reason);
    const changes = [...below, ...own];
    return act(
      workspace,
      request,
      { ...topicLabel(topic.text, before, after), count: Math.max(1, changes.length) },
      changes,
    );
  },

  'topics.setStatuses': (workspace, { request, topics, status, reason }) => {
    const chosen = [...new Set(topics)].map((id) => workspace.topic(id));
    const changes = new Map<number, StateChange>();
    let refused: string | null = null;
    for (const topic of chosen) {
      const { event, ...before } = workspace.state(topic.number);
      const after = withStatus(before, status, reason, workspace.moment().localDate);
      if ('refused' in after) {
        refused = after.refused;
        continue;
      }
      const below = topic.leaf === 1 ? [] : withBelow(workspace, topic, before, status, reason);
      for (const change of below) if (change.what === 'topic') changes.set(change.topic, change);
      if (after !== before) {
        changes.set(topic.number, { what: 'topic', topic: topic.number, before, after, previous: event });
      }
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
    const once = new Map(open.map((change) => [change.what === 'topic' ? change.topic : 0, change]));
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

/**
 * What a status of a topic does to those below it: done ticks them, skipped skips them, and bringing a skipped one back
 * brings back those that are skipped.
 */
const withBelow = (
  workspace: Workspace,
  topic: TopicRow,
  before: TopicState,
  status: TopicStatus,
  reason: string | null,
): StateChange[] => {
  const follows = (below: TopicStatus): boolean => {
    if (status === 'done') return below !== 'skipped' && below !== 'done';
    if (status === 'skipped') return below !== 'skipped';
    return status === 'todo' && before.status === 'skipped' && below === 'skipped';
  };
  const today = workspace.moment().localDate;
  return topicsBelow(workspace.db, topic.number)
    .filter(({ state }) => follows(state.status))
    .map(({ number, state: { event, ...state } }) => ({
      what: 'topic',
      topic: number,
      before: state,
      after: withStatus(state, status, reason, today) as TopicState,
      previous: event,
    }));
};

/** The changes that tick every topic of a skill up to a level that is neither skipped nor done. */
const known = (workspace: Workspace, skill: number, level: number): StateChange[] =>
  topicsOfSkill(workspace.db, skill)
    .filter(
      (topic) => topic.level <= level && topic.state.status !== 'skipped' && topic.state.status !== 'done',
    )
    .map(({ number, state: { event, ...before } }) => ({
      what: 'topic',
      topic: number,
      before,
      after: withStatus(before, 'done', null, workspace.moment().localDate) as TopicState,
      previous: event,
    }));

const knowLabel = (skill: SkillRecord, level: number | null, count: number): ActionLabel => ({
  kind: level === null ? 'know-skill' : 'know-level',
  subject: skill.name,
  detail: level === null ? null : String(level),
  count: Math.max(1, count),
});
