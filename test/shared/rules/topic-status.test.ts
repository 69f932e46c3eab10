import { describe, expect, test } from 'vitest';
import type { TopicState } from '../../../shared/model/topic.ts';
import { TOPIC_STATUSES, untouched, type TopicStatus } from '../../../shared/values.ts';
import { sameState, withStatus } from '../../../shared/rules/topic-status.ts';

const TODAY = '2026-11-24';
const EARLIER = '2026-10-01';

const state = (status: TopicStatus): TopicState => ({
  status,
  reason: status === 'skipped' ? 'not needed' : null,
  since: EARLIER,
  doneOn: status === 'done' || status === 'revise' ? EARLIER : null,
});
const reasonFor = (status: TopicStatus): string | null => (status === 'skipped' ? 'another reason' : null);

describe('every step from one status to another', () => {
  for (const from of TOPIC_STATUSES) {
    for (const to of TOPIC_STATUSES) {
      const isRefused = to === 'revise' && from !== 'done' && from !== 'revise';
      const isSame = from === to && to !== 'skipped';
      test(`${from} -> ${to}: ${isRefused ? 'refused' : isSame ? 'nothing changes' : 'set today'}`, () => {
        const before = state(from);
        const after = withStatus(before, to, reasonFor(to), TODAY);
        if (isRefused) return expect(after).toEqual({ refused: expect.stringMatching(/^Only .+\.$/) });
        if (isSame) return expect(after).toBe(before);
        expect(after).toEqual({
          status: to,
          reason: reasonFor(to),
          since: TODAY,
          doneOn: to === 'done' ? TODAY : to === 'revise' ? EARLIER : null,
        });
      });
    }
  }
});

test('a skipped topic needs a reason, and no other has one', () => {
  expect(withStatus(untouched, 'skipped', null, TODAY)).toHaveProperty('refused');
  for (const status of TOPIC_STATUSES.filter((option) => option !== 'skipped')) {
    expect(withStatus(state('done'), status, 'because', TODAY)).toHaveProperty('refused');
  }
});

test('skipping again for the same reason changes nothing, for another reason it does', () => {
  const skipped = state('skipped');
  expect(withStatus(skipped, 'skipped', 'not needed', TODAY)).toBe(skipped);
  expect(withStatus(skipped, 'skipped', 'too old', TODAY)).toMatchObject({ reason: 'too old', since: TODAY });
});

test('the day of practice stays through revision, and a new tick renews it', () => {
  const revise = withStatus(state('done'), 'revise', null, TODAY) as TopicState;
  expect(revise.doneOn).toBe(EARLIER);
  expect(withStatus(revise, 'done', null, TODAY)).toMatchObject({ doneOn: TODAY });
});

test('two states are the same only if every part is', () => {
  const one = state('done');
  expect(sameState(one, { ...one })).toBe(true);
  expect(sameState(one, { ...one, status: 'revise' })).toBe(false);
  expect(sameState(one, { ...one, reason: 'x' })).toBe(false);
  expect(sameState(one, { ...one, since: TODAY })).toBe(false);
  expect(sameState(one, { ...one, doneOn: TODAY })).toBe(false);
});
