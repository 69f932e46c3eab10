import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chooserScores,
  closeCall,
  type GivenAnswers,
  type ScoredQuestion,
} from '../../../shared/rules/chooser.ts';
import { realCatalogue } from '../../data/catalogue/real-catalogue.ts';

const pull: ScoredQuestion = {
  id: 'pull',
  type: 'single',
  weight: 2,
  answers: [
    { id: 'data', weights: { database: 3 } },
    { id: 'systems', weights: { api: 3, database: 1 } },
    { id: 'never', weights: { database: -1 } },
  ],
};
const known: ScoredQuestion = {
  id: 'known',
  type: 'multi',
  weight: 1,
  answers: [
    { id: 'sql', weights: { database: 3 } },
    { id: 'tuning', weights: { database: 3 } },
    { id: 'http', weights: { api: 2 } },
  ],
};
const sharesOf = (given: GivenAnswers): Record<string, number> =>
  Object.fromEntries(
    chooserScores([pull, known], ['api', 'database'], given).map(({ role, share }) => [role, share]),
  );

describe('the share of a role', () => {
  test.each<[string, GivenAnswers, { api: number; database: number }]>([
    ['nothing is answered', {}, { api: 0, database: 0 }],
    ['the answer is all for one', { pull: ['data'] }, { api: 0, database: 1 }],
    ['the answer is for both', { pull: ['systems'] }, { api: 1, database: 1 / 3 }],
    ['the answer speaks against it', { pull: ['never'] }, { api: 0, database: 0 }],
    [
      'a question is skipped: it leaves points and highest sum',
      { pull: ['data'], known: [] },
      { api: 0, database: 1 },
    ],
    ['several answers: four points at most', { known: ['sql', 'tuning'] }, { api: 0, database: 1 }],
    ['several answers, some of them', { known: ['sql', 'http'] }, { api: 1, database: 3 / 4 }],
    ['questions weigh', { pull: ['data'], known: ['http'] }, { api: 2 / 8, database: 6 / 10 }],
  ])('where %s', (_when, given, shares) => {
    expect(sharesOf(given)).toEqual(shares);
  });

  test('names the answers that decided it, the strongest first', () => {
    const [first, second] = chooserScores([pull, known], ['api', 'database'], {
      pull: ['systems'],
      known: ['sql', 'tuning', 'http'],
    });
    expect(first).toMatchObject({
      role: 'api',
      decided: [
        { question: 'pull', answers: ['systems'], points: 6 },
        { question: 'known', answers: ['http'], points: 2 },
      ],
    });
    expect(second!.decided).toEqual([
      { question: 'known', answers: ['sql', 'tuning'], points: 4 },
      { question: 'pull', answers: ['systems'], points: 2 },
    ]);
  });
});

describe('a close call', () => {
  const scores = (...shares: number[]) =>
    shares.map((share, index) => ({ role: `r${index}`, share, decided: [] }));
  test.each([
    [
      [0.7, 0.65, 0.63],
      ['r0', 'r1'],
    ],
    [
      [0.7, 0.64, 0.5],
      ['r0', 'r1'],
    ],
    [[0.7, 0.6], []],
    [[0, 0], []],
    [[], []],
  ])('of %s is %s', (shares, roles) => {
    expect(closeCall(scores(...shares), 0.06)).toEqual(roles);
  });
});

describe('with the real questions, for any answers', () => {
  const { questions } = realCatalogue.chooser;
  const roles = realCatalogue.roles.roles.map(({ id }) => id);
  const anyAnswers: fc.Arbitrary<GivenAnswers> = fc.record(
    Object.fromEntries(
      questions.map(({ id, type, answers }) => [
        id,
        fc.uniqueArray(fc.constantFrom(...answers.map((answer) => answer.id)), {
          maxLength: type === 'multi' ? 4 : 1,
        }),
      ]),
    ),
  );

  test('every role has a share from 0 to 1, the best one first, and its answers add up to it', () => {
    fc.assert(
      fc.property(anyAnswers, (given) => {
        const scores = chooserScores(questions, roles, given);
        expect(scores.map(({ role }) => role).toSorted()).toEqual(roles.toSorted());
        scores.forEach(({ share, decided }, index) => {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
          if (index > 0) expect(share).toBeLessThanOrEqual(scores[index - 1]!.share);
          const points = decided.reduce((sum, one) => sum + one.points, 0);
          expect(points > 0).toBe(share > 0);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('the order in which they were given does not matter', () => {
    fc.assert(
      fc.property(anyAnswers, (given) => {
        const turned = Object.fromEntries(
          Object.entries(given)
            .toReversed()
            .map(([id, answers]) => [id, answers.toReversed()]),
        );
        expect(chooserScores(questions, roles, turned)).toEqual(chooserScores(questions, roles, given));
      }),
      { numRuns: 100 },
    );
  });

  test('every role can come out first', () => {
    for (const role of roles) {
      const given = Object.fromEntries(
        questions.map(({ id, answers }) => [
          id,
          [
            answers.reduce((best, answer) =>
              (answer.weights[role] ?? 0) > (best.weights[role] ?? 0) ? answer : best,
            ).id,
          ],
        ]),
      );
      expect(chooserScores(questions, roles, given)[0]!.role).toBe(role);
    }
  });
});
