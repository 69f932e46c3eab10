import { newRequest, type TestClock, type TestCore } from '../helpers/test-core.ts';

/** Skills in the order in which a believable learner took them up, with how far they got. */
const studied: readonly (readonly [skill: string, share: number])[] = [
  ['programming-fundamentals', 1],
  ['git', 1],
  ['python', 0.86],
  ['linux-command-line', 0.6],
  ['http-protocol', 0.86],
  ['sql-querying', 1],
  ['data-formats', 0.7],
  ['rest-api-design', 0.75],
  ['relational-modeling', 0.6],
  ['debugging', 0.6],
  ['clean-code', 0.7],
  ['unit-testing', 0.6],
  ['postgresql', 0.5],
  ['authentication', 0.5],
  ['server-side-logic', 0.7],
  ['openapi-documentation', 0.7],
  ['fastapi', 0.7],
  ['docker', 0.6],
  ['code-review', 0.5],
  ['data-structures-algorithms', 0.45],
  ['api-testing', 0.6],
  ['injection-prevention', 0.7],
  ['transactions-isolation', 0.35],
  ['indexing-query-tuning', 0.3],
  ['communication', 0.5],
  ['teamwork', 0.6],
  ['ci-cd', 0.35],
];
/** What they said to the first questions that find a role. */
const asked: readonly (readonly [question: string, ...answers: string[]])[] = [
  ['q-pull', 'connections'],
  ['q-weekend', 'public-api'],
  ['q-rules'],
  ['q-languages', 'python', 'js'],
  ['q-done', 'schema', 'api', 'tests'],
  ['q-bug', 'slow-report'],
  ['q-horizon', 'months'],
];
const WEEKS = 9;

/**
 * Two targets, one with a date, and about 120 ticks spread over the past nine weeks, with days off, a topic being learned,
 * one to revise and one skipped.
 */
export const believable = (core: TestCore, clock: TestClock): void => {
  const set = (
    topic: string,
    status: 'done' | 'learning' | 'revise' | 'skipped',
    reason: string | null = null,
  ): void => void core.call('topics.setStatus', { request: newRequest(), topic, status, reason });
  clock.addDays(-7 * WEEKS);
  const due = new Date(clock.now() + 300 * 86_400_000).toISOString().slice(0, 10);
  core.call('targets.set', {
    request: newRequest(),
    targets: [
      { role: 'api-developer', date: due },
      { role: 'database-developer', date: null },
    ],
  });
  core.call('groups.fix', { request: newRequest(), group: 'server-language', skill: 'python' });
  const ticks = studied.flatMap(([skill, share]) => {
    const { topics } = core.call('topics.list', { skill });
    return topics.slice(0, Math.round(topics.length * share)).map(({ id }) => id);
  });
  // Three or four days of a week, the same for every run.
  const days = Array.from({ length: 7 * WEEKS }, (_, day) => day).filter((day) =>
    [0, 1, 3, 5].includes((day * 3 + Math.floor(day / 7)) % 7),
  );
  let day = 0;
  ticks.forEach((topic, index) => {
    const target = days[Math.floor((index * days.length) / ticks.length)]!;
    clock.addDays(target - day);
    day = target;
    set(topic, 'done');
  });
  clock.addDays(7 * WEEKS - day);
  set('docker.01', 'done');
  set('http-protocol.01', 'revise');
  const open = (skill: string): string =>
    core.call('topics.list', { skill }).topics.find(({ state }) => state.status === 'todo')!.id;
  set(open('python'), 'skipped', 'Not used where I want to work');
  set(open('rest-api-design'), 'learning');
  for (const [question, ...answers] of asked)
    core.call('chooser.answer', { request: newRequest(), question, answers });
  core.call('settings.set', { welcomed: true });
};
