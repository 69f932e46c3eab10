import type { Catalogue, MistakeRule } from './schema.ts';

type Condition = MistakeRule['when']['all'][number];
type Facts = MistakeRule['examples'][number]['facts'];

const holds = ({ metric, op, value }: Condition, facts: Facts): boolean => {
  const fact = facts[metric];
  if (fact === undefined) return false;
  switch (op) {
    case '<':
      return fact < value;
    case '<=':
      return fact <= value;
    case '>':
      return fact > value;
    case '>=':
      return fact >= value;
    case '==':
      return fact === value;
  }
};

const fires = ({ when }: MistakeRule, facts: Facts): boolean =>
  when.all.every((condition) => holds(condition, facts)) &&
  (when.any === undefined || when.any.some((condition) => holds(condition, facts)));

/** Points of answers keep to the published range. */
export const checkAnswers = ({ chooser }: Catalogue): string[] => {
  const { min, max } = chooser.scoring.weightRange;
  return chooser.questions.flatMap(({ id, answers }) =>
    answers.flatMap((answer) =>
      Object.entries(answer.weights)
        .filter(([, points]) => points < min || points > max)
        .map(
          ([role, points]) =>
            `chooser.questions[${id}].answers[${answer.id}]: ${points} points for "${role}" are outside ${min} to ${max}`,
        ),
    ),
  );
};

/** Every role can be the outcome: some answer gives it points. */
export const checkOutcomes = ({ chooser, roles }: Catalogue): string[] => {
  const rewarded = new Set(
    chooser.questions.flatMap(({ answers }) =>
      answers.flatMap(({ weights }) => Object.keys(weights).filter((role) => (weights[role] ?? 0) > 0)),
    ),
  );
  return roles.roles
    .filter(({ id, retired }) => !retired && !rewarded.has(id))
    .map(({ id }) => `chooser: no answer leads to "${id}"`);
};

/** The examples of a mistake rule come out as they say. */
export const checkExamples = ({ chooser }: Catalogue): string[] =>
  chooser.rules.list.flatMap((rule) =>
    rule.examples.flatMap((example, index) =>
      fires(rule, example.facts) === example.fires
        ? []
        : [
            `chooser.rules.list[${rule.id}].examples[${index}]: it says that the rule ${example.fires ? 'fires' : 'is silent'}, which is not so`,
          ],
    ),
  );
