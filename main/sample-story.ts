import type { Input, Procedure } from '../shared/contract.ts';

/** The local date so many days after the day of the step. */
type On = (days: number) => string;

type Step = { readonly name: Procedure; readonly input: (on: On) => object };

const step = <P extends Procedure>(name: P, input: Omit<Input<P>, 'request'>): Step => ({
  name,
  input: () => input,
});

/** A step whose input names dates, counted from its day. */
const dated = <P extends Procedure>(name: P, input: (on: On) => Omit<Input<P>, 'request'>): Step => ({
  name,
  input,
});

/** What the person of the sample data did on a day, counted back from today. */
export type StoryDay = { readonly daysAgo: number; readonly steps: readonly Step[] };

const ticks = (...topics: readonly string[]): readonly Step[] =>
  topics.map((topic) => step('topics.setStatus', { topic, status: 'done' }));
const know = (skill: string, level: 1 | 2 | 3 | null): Step => step('skills.know', { skill, level });

const rated = (certification: string, parts: Readonly<Record<string, 0 | 1 | 2 | 3 | 4>>): readonly Step[] =>
  Object.entries(parts).map(([domain, confidence]) =>
    step('objectives.rate', { certification, domain, confidence }),
  );

/**
 * Half a year of somebody who learns in the evenings: known things first, then steady ticks, some of them fading, a note,
 * a link, a talk as evidence. All of it goes through the same commands as a person's own.
 */
export const sampleStory: readonly StoryDay[] = [
  {
    daysAgo: 560,
    steps: [know('programming-fundamentals', 2), know('linux-command-line', 1)],
  },
  {
    daysAgo: 190,
    steps: [
      step('targets.set', {
        targets: [
          { role: 'api-developer', date: null },
          { role: 'database-developer', date: null },
        ],
      }),
      step('groups.fix', { group: 'server-language', skill: 'python' }),
      know('git', 1),
    ],
  },
  { daysAgo: 170, steps: [know('python', 2), ...ticks('git.03', 'git.04')] },
  { daysAgo: 150, steps: [know('http-protocol', 1), ...ticks('http-protocol.02', 'http-protocol.03')] },
  { daysAgo: 120, steps: [know('sql-querying', 2)] },
  {
    daysAgo: 96,
    steps: [
      know('data-formats', 1),
      ...ticks('relational-modeling.01', 'relational-modeling.02'),
      step('notes.set', {
        kind: 'skill',
        id: 'relational-modeling',
        text: 'Draw it **before** writing SQL.\n\n- one fact in one place\n- a key for every table\n',
      }),
    ],
  },
  {
    daysAgo: 60,
    steps: [
      ...ticks('rest-api-design.01', 'rest-api-design.02', 'rest-api-design.03'),
      step('resources.save', {
        resource: null,
        skill: 'rest-api-design',
        title: 'Problem details for HTTP APIs',
        url: 'https://www.rfc-editor.org/rfc/rfc9457',
        kind: 'docs',
      }),
    ],
  },
  {
    daysAgo: 41,
    steps: [
      ...ticks('openapi-documentation.01', 'openapi-documentation.02', 'authentication.01'),
      step('topics.setStatus', {
        topic: 'rest-api-design.07',
        status: 'skipped',
        reason: 'No second team to write for yet',
      }),
    ],
  },
  {
    daysAgo: 23,
    steps: [know('postgresql', 1), ...ticks('indexing-query-tuning.01', 'transactions-isolation.01')],
  },
  {
    daysAgo: 12,
    steps: [
      ...ticks('api-testing.01', 'api-testing.02'),
      step('topics.setStatus', { topic: 'rest-api-design.05', status: 'learning' }),
      dated('evidence.save', (on) => ({
        evidence: null,
        skill: 'rest-api-design',
        title: 'Talk at the evening class: one error shape for an API',
        url: null,
        level: 2 as const,
        date: on(0),
      })),
    ],
  },
  {
    daysAgo: 9,
    steps: [
      ...rated('aws-developer-associate', { development: 2, security: 1, deployment: 1, troubleshooting: 2 }),
      dated('certifications.plan', (on) => ({
        certification: 'aws-developer-associate',
        plan: {
          status: 'booked' as const,
          exam: { local: on(61), zone: 'UTC', later: false },
          online: true,
          place: '',
          hoursPerWeek: 6,
          studyHours: 60,
        },
      })),
      dated('results.save', (on) => ({
        result: null,
        certification: 'aws-developer-associate',
        kind: 'practice' as const,
        takenOn: on(0),
        title: 'Mock exam',
        score: 54,
        domains: { security: 38 },
        outcome: null,
        resultOn: null,
      })),
    ],
  },
  { daysAgo: 8, steps: ticks('injection-prevention.01', 'schema-migrations.01') },
  { daysAgo: 5, steps: ticks('authentication.02', 'fastapi.01', 'fastapi.02') },
  { daysAgo: 3, steps: ticks('git.05', 'rest-api-design.04') },
  { daysAgo: 1, steps: ticks('backup-recovery.01', 'http-protocol.04') },
  { daysAgo: 0, steps: ticks('indexing-query-tuning.02') },
];
