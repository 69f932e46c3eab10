import type { StateChange } from '../../data/events.ts';
import { readRow } from '../../data/rows.ts';
import { AppError } from '../../shared/reply.ts';
import { dateOfDay } from '../../shared/rules/days.ts';
import { withStatus } from '../../shared/rules/topic-status.ts';
import { act } from '../commands.ts';
import { existingSkill } from '../existing.ts';
import type { Handlers } from '../handlers.ts';
import { changeRow } from '../row-change.ts';
import { reviewsOf } from '../reviews.ts';
import { topicChange } from '../topic-change.ts';
import type { Workspace } from '../workspace.ts';

/** Days for which a skill rests after "later" and "needs work". */
const REST_DAYS = 7;

export const reviewHandlers: Handlers<'reviews.list' | 'reviews.answer'> = {
  'reviews.list': (workspace) => reviewsOf(workspace),

  'reviews.answer': (workspace, { request, skill: id, answer }) => {
    const { db } = workspace;
    const skill = existingSkill(db, id);
    const { localDate: today, day } = workspace.moment();
    const knownOn = (readRow(db, 'review', skill.number)?.['known_on'] as string | null | undefined) ?? null;
    const rests = dateOfDay(day + REST_DAYS);
    const review =
      answer.kind === 'known'
        ? { known_on: today, answered_on: today, rests_until: null }
        : { known_on: knownOn, answered_on: today, rests_until: rests };
    const revised =
      answer.kind === 'work' ? answer.topics.map((topic) => revise(workspace, topic, skill.number)) : [];
    return act(
      workspace,
      request,
      {
        kind: `review-${answer.kind}`,
        subject: skill.name,
        detail: null,
        count: Math.max(1, revised.length),
      },
      [...changeRow(db, 'review', skill.number, review), ...revised],
    );
  },
};

const revise = (workspace: Workspace, id: string, skill: number): StateChange => {
  const topic = workspace.topic(id);
  if (topic.skill !== skill) throw new AppError('invalid', 'This topic belongs to another skill.');
  const stored = workspace.stored(topic.number);
  const after = withStatus(stored.state, 'revise', null, workspace.moment().localDate);
  if ('refused' in after) throw new AppError('invalid', after.refused);
  return topicChange(topic.number, stored, after);
};
