import { entry, know, monthOf, moved, rated, settled, step, ticks, told, type Step } from './sample-steps.ts';

/** What the person of the sample data did on a day, counted back from today. */
export type StoryDay = { readonly daysAgo: number; readonly steps: readonly Step[] };

/**
 * Half a year of somebody who learns in the evenings: known things first, then steady ticks, some of them fading, a note,
 * a link, a talk as evidence, an evening class, a project that is finished and one that is not. All of it goes through the
 * same commands as a person's own.
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
      told(
        'experience.save',
        ({ on }) =>
          entry({
            area: 'education',
            kind: 'edu-online-course',
            title: 'Back-end development, evening class',
            organisation: 'Adult education centre',
            started: monthOf(on(0)),
            did: 'Two evenings a week, with a project of my own at the end.',
          }),
        'class',
      ),
    ],
  },
  { daysAgo: 170, steps: [know('python', 2), ...ticks('git.03', 'git.04')] },
  { daysAgo: 150, steps: [know('http-protocol', 1), ...ticks('http-protocol.02', 'http-protocol.03')] },
  {
    daysAgo: 120,
    steps: [
      know('sql-querying', 2),
      told('experience.save', ({ on, made }) =>
        entry({
          area: 'education',
          kind: 'course',
          parent: made('class'),
          title: 'Relational databases',
          organisation: 'Adult education centre',
          started: monthOf(on(-40)),
          ended: monthOf(on(0)),
          skills: [{ skill: 'sql-querying', level: 1 }],
        }),
      ),
    ],
  },
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
    daysAgo: 52,
    steps: [
      step(
        'projects.create',
        {
          template: 'crud-rest-api',
          title: 'Book shelf API',
          kind: 'course',
          chosen: [
            { group: 'server-language', skill: 'python' },
            { group: 'server-framework', skill: 'fastapi' },
            { group: 'relational-database', skill: 'postgresql' },
          ],
        },
        'shelf',
      ),
      moved('shelf', 'building'),
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
    daysAgo: 18,
    steps: [
      settled('shelf', 0, 11),
      ({ itemsOf }) =>
        itemsOf('shelf')
          .slice(11)
          .map((item) => ({
            name: 'projects.setItem',
            input: { item, reason: 'The class keeps its decisions in one shared document' },
          })),
      told('projects.edit', ({ made }) => ({
        project: made('shelf'),
        part: 'All of it: the tables, the endpoints, the tests.',
        result: 'Eleven people of the class keep their books with it.',
        repository: 'https://example.org/book-shelf',
        tags: ['evening class'],
      })),
      moved('shelf', 'shipped'),
      told('experience.save', ({ on, made }) =>
        entry({
          area: 'work',
          kind: 'exp-volunteering',
          title: 'Lists and figures for the town library',
          organisation: 'Town library',
          started: monthOf(on(-120)),
          did: 'Cleaned up the list of loans and answered what the librarians asked of it.',
          skills: [{ skill: 'sql-querying', level: 2 }],
          projects: [made('shelf')],
        }),
      ),
    ],
  },
  {
    daysAgo: 15,
    steps: [
      step(
        'projects.create',
        {
          template: 'url-shortener',
          title: 'Short links',
          kind: 'personal',
          chosen: [{ group: 'server-language', skill: 'python' }],
        },
        'links',
      ),
      moved('links', 'building'),
    ],
  },
  {
    daysAgo: 12,
    steps: [
      ...ticks('api-testing.01', 'api-testing.02'),
      step('topics.setStatus', { topic: 'rest-api-design.05', status: 'learning' }),
      told('evidence.save', ({ on }) => ({
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
      told('certifications.plan', ({ on }) => ({
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
      told('results.save', ({ on }) => ({
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
  {
    daysAgo: 6,
    steps: [
      settled('links', 0, 2),
      step(
        'projects.create',
        { template: null, title: 'Queue for the town library', kind: 'personal', chosen: [] },
        'queue',
      ),
      moved('queue', 'idea'),
    ],
  },
  { daysAgo: 5, steps: ticks('authentication.02', 'fastapi.01', 'fastapi.02') },
  { daysAgo: 3, steps: ticks('git.05', 'rest-api-design.04') },
  { daysAgo: 1, steps: ticks('backup-recovery.01', 'http-protocol.04') },
  { daysAgo: 0, steps: ticks('indexing-query-tuning.02') },
];
