/** A question as the rule reads it; weights are points per role, every role that is not named gets none. */
export type ScoredQuestion = {
  readonly id: string;
  readonly type: 'single' | 'multi';
  readonly weight: number;
  readonly answers: readonly { readonly id: string; readonly weights: Readonly<Record<string, number>> }[];
};

/** Ids of the answers given, by question. An empty list is a question that was skipped. */
export type GivenAnswers = Readonly<Record<string, readonly string[]>>;

/** What one question did for a role. */
export type Decided = {
  readonly question: string;
  readonly answers: readonly string[];
  readonly points: number;
};

export type RoleScore = {
  readonly role: string;
  /** 0 to 1: points over the highest that the answered questions could give this role. */
  readonly share: number;
  /** Questions that moved it, the strongest first; those that spoke against it last. */
  readonly decided: readonly Decided[];
};

/** Several answers to one question count up to this much for a role. */
const MOST_OF_MULTI = 4;

const pointsOf = (question: ScoredQuestion, given: readonly string[], role: string): number => {
  const sum = question.answers
    .filter(({ id }) => given.includes(id))
    .reduce((all, { weights }) => all + (weights[role] ?? 0), 0);
  return (question.type === 'multi' ? Math.min(sum, MOST_OF_MULTI) : sum) * question.weight;
};

/** The most that a question can give a role. */
const mostOf = ({ type, weight, answers }: ScoredQuestion, role: string): number => {
  const possible = answers.map(({ weights }) => Math.max(0, weights[role] ?? 0));
  const most =
    type === 'multi'
      ? Math.min(
          possible.reduce((sum, points) => sum + points, 0),
          MOST_OF_MULTI,
        )
      : Math.max(0, ...possible);
  return most * weight;
};

/**
 * All roles, best first; equal ones in the order given. Skipped questions leave both the points and the highest possible
 * sum; a role that more speaks against than for has 0.
 */
export const chooserScores = (
  questions: readonly ScoredQuestion[],
  roles: readonly string[],
  given: GivenAnswers,
): readonly RoleScore[] => {
  const answered = questions.filter(({ id }) => (given[id] ?? []).length > 0);
  return roles
    .map((role): RoleScore => {
      const decided = answered
        .map((question): Decided => ({
          question: question.id,
          answers: question.answers
            .filter(({ id, weights }) => given[question.id]!.includes(id) && (weights[role] ?? 0) !== 0)
            .map(({ id }) => id),
          points: pointsOf(question, given[question.id]!, role),
        }))
        .filter(({ points }) => points !== 0)
        .toSorted((a, b) => b.points - a.points);
      const most = answered.reduce((sum, question) => sum + mostOf(question, role), 0);
      const points = decided.reduce((sum, one) => sum + one.points, 0);
      return { role, share: most === 0 ? 0 : Math.max(0, points / most), decided };
    })
    .toSorted((a, b) => b.share - a.share);
};

/** Roles that lie as near to the first as makes no difference, the first included; empty where it leads clearly. */
export const closeCall = (scores: readonly RoleScore[], within: number): readonly string[] => {
  const [first] = scores;
  if (!first || first.share === 0) return [];
  // Guards against 0.06 that is 0.0600000001 in truth.
  const near = scores.filter(({ share }) => first.share - share <= within + 1e-9);
  return near.length > 1 ? near.map(({ role }) => role) : [];
};
