import { findSkill, type SkillRecord } from '../../data/skills.ts';
import { pageOfTopics, topicsOfSkill, type TopicWithState } from '../../data/topics.ts';
import type { StateChange } from '../../data/events.ts';
import type { Handlers } from '../handlers.ts';
import type { ActionLabel } from '../../shared/model/history.ts';
import { AppError } from '../../shared/reply.ts';
import type { TopicState } from '../../shared/model/topic.ts';
import { topicLabel, withStatus } from '../../shared/rules/topic-status.ts';
import { act } from '../commands.ts';

export const topicHandlers: Handlers<'topics.list' | 'topics.setStatus' | 'skills.know'> = {
  'topics.list': (workspace, { skill, offset, limit }) => {
    const record = existingSkill(workspace.db, skill);
    const { total } = workspace.counters.tally(record.number);
    return {
      topics: pageOfTopics(workspace.db, record.number, offset, limit),
      total: total.reduce((sum, count) => sum + count, 0),
    };
  },

  'topics.setStatus': (workspace, { request, topic: id, status, reason }) => {
    const topic = workspace.topic(id);
    const { event, ...before } = workspace.state(topic.number);
    const after = withStatus(before, status, reason, workspace.moment().localDate);
    if ('refused' in after) throw new AppError('invalid', after.refused);
    const change: StateChange = { what: 'topic', topic: topic.number, before, after, previous: event };
    return act(workspace, request, topicLabel(topic.text, before, after), after === before ? [] : [change]);
  },

  'skills.know': (workspace, { request, skill, level }) => {
    const record = existingSkill(workspace.db, skill);
    const open = topicsOfSkill(workspace.db, record.number).filter(
      (topic) =>
        topic.level <= (level ?? 4) && topic.state.status !== 'skipped' && topic.state.status !== 'done',
    );
    const today = workspace.moment().localDate;
    return act(
      workspace,
      request,
      knowLabel(record, level, open.length),
      open.map((topic) => known(topic, today)),
    );
  },
};

const existingSkill = (db: Parameters<typeof findSkill>[0], id: string): SkillRecord => {
  const record = findSkill(db, id);
  if (!record) throw new AppError('not_found', 'This skill does not exist any more.');
  return record;
};

const known = (topic: TopicWithState, today: string): StateChange => {
  const { event, ...before } = topic.state;
  const after = withStatus(before, 'done', null, today) as TopicState;
  return { what: 'topic', topic: topic.number, before, after, previous: event };
};

const knowLabel = (skill: SkillRecord, level: number | null, count: number): ActionLabel => ({
  kind: level === null ? 'know-skill' : 'know-level',
  subject: skill.name,
  detail: level === null ? null : String(level),
  count: Math.max(1, count),
});
