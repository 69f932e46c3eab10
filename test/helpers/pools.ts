import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { realCatalogue } from '../data/catalogue/real-catalogue.ts';
import type { Input } from '../../shared/contract.ts';
import type { Pools } from './inputs.ts';
import { assertionJson } from './badges.ts';
import { newRequest, type TestCore } from './test-core.ts';

const EACH = 12;
const UPLOAD = 'AAAAAAAAAAAAAAAAAAAAAA';
const PICTURE_UPLOAD = 'CCCCCCCCCCCCCCCCCCCCCC';
const BADGE_UPLOAD = 'BBBBBBBBBBBBBBBBBBBBBB';

const several = <T>(make: (index: number) => T): T[] =>
  Array.from({ length: EACH }, (_, index) => make(index));

const readList: Input<'jobs.start'> = {
  kind: 'read-list',
  upload: UPLOAD,
  fileName: 'a-list.md',
  category: 'new',
  takeLookalikes: false,
};

/** Has the list of the pools read; later ones push the oldest out, so whoever needs one starts it. */
export const startJob = (core: TestCore, input: Input<'jobs.start'> = readList): string =>
  core.call('jobs.start', input).job;

/** Copies the file, and gives the name of the copy. */
export const copyOf = (core: TestCore): string => {
  startJob(core, { kind: 'backup', reason: 'by-hand' });
  return core.call('backups.list', {}).backups[0]!.name;
};

const jobFor: Readonly<Record<string, (core: TestCore) => Input<'jobs.start'>>> = {
  'backups.health': () => ({ kind: 'check-health' }),
  'backups.preview': (core) => ({ kind: 'preview-restore', backup: copyOf(core) }),
  'backups.restore': (core) => ({ kind: 'preview-restore', backup: copyOf(core) }),
  'exports.read': () => ({ kind: 'export', format: 'projects' }),
  'projects.look': (core) => ({ kind: 'look-at-folder', path: dirname(core.call('app.read', {}).file) }),
};

/** A project with a picture. */
const picturedProject = (core: TestCore): Pools => {
  const { id: project } = core.call('projects.create', {
    request: newRequest(),
    template: null,
    title: 'Pictured',
    kind: 'work',
  });
  const { id: picture } = core.call('projects.addPicture', {
    request: newRequest(),
    project,
    upload: PICTURE_UPLOAD,
    caption: 'A dot',
  });
  return { project: [project], picture: [picture] };
};

/** What a procedure needs that an earlier one may have taken away: its job, and a credential with a file. */
export const freshPools = (core: TestCore, name: string): Pools => ({
  job: [
    name.startsWith('badges.')
      ? core.call('jobs.start', { kind: 'read-badge', upload: BADGE_UPLOAD, fileName: 'a.json' }).job
      : startJob(core, jobFor[name]?.(core)),
  ],
  ...(name === 'backups.restore' && {
    backup: [startJob(core, { kind: 'backup', reason: 'before-restore' })],
  }),
  ...(/^projects\.(look|picture)$/.test(name) && picturedProject(core)),
  ...(/^(credentials|calendar)/.test(name) && {
    credential: several(
      (n) =>
        core.call('credentials.save', {
          request: newRequest(),
          credential: null,
          certification: 'cka',
          title: `Credential ${n}`,
          issuer: '',
          issuedOn: '2026-01-01',
          expiresOn: '2036-01-01',
          number: '',
          url: null,
          skills: [],
          file: { upload: BADGE_UPLOAD, name: 'a.json' },
        }).id,
    ),
  }),
});

/** Makes some of everything that a person can make, and names it per field beside the catalogue's own. */
export const poolsOf = (core: TestCore, dir: string): Pools => {
  const request = newRequest;
  const { skills, roles, chooser, reference } = realCatalogue;
  const catalogueSkills = [
    ...skills.skills.slice(0, 12).map(({ id }) => id),
    'go',
    'java',
    'django',
    'postgresql',
  ];
  const catalogueTopics = skills.skills.slice(0, 12).flatMap(({ topics }) => topics.map(({ id }) => id));

  const categories = several(
    (n) => core.call('categories.create', { request: request(), title: `Mine ${n}` }).id,
  );
  const own = several(
    (n) =>
      core.call('skills.create', { request: request(), category: categories[0]!, name: `My skill ${n}` }).id,
  );
  const topics = several(
    (n) => core.call('topics.create', { request: request(), skill: own[0]!, text: `I can do ${n}` }).id,
  );
  const below = several(
    (n) =>
      core.call('topics.create', {
        request: request(),
        skill: own[0]!,
        parent: topics[n % 3]!,
        text: `Part ${n}`,
      }).id,
  );
  const resource = several(
    (n) =>
      core.call('resources.save', {
        request: request(),
        resource: null,
        skill: 'git',
        title: `Book ${n}`,
        url: 'https://example.org/book',
        kind: 'book',
      }).id,
  );
  const evidence = several(
    (n) =>
      core.call('evidence.save', {
        request: request(),
        evidence: null,
        skill: 'git',
        title: `Talk ${n}`,
        url: null,
        level: 2,
        date: '2026-01-01',
      }).id,
  );
  const groups = several(
    (n) =>
      core.call('groups.save', {
        request: request(),
        group: null,
        title: `Group ${n}`,
        note: '',
        members: ['git', 'go'],
      }).id,
  );
  const ownRoles = several(
    (n) =>
      core.call('roles.save', {
        request: request(),
        role: null,
        base: 'api-developer',
        title: `Role ${n}`,
        summary: '',
        lines: [],
      }).id,
  );
  const results = several(
    (n) =>
      core.call('results.save', {
        request: request(),
        result: null,
        certification: 'cka',
        kind: 'practice',
        takenOn: '2026-01-01',
        title: `Mock ${n}`,
        score: 50,
        domains: {},
        outcome: null,
        resultOn: null,
      }).id,
  );
  const projects = several(
    (n) =>
      core.call('projects.create', {
        request: request(),
        template: n % 2 === 0 ? 'crud-rest-api' : null,
        title: `Project ${n}`,
        kind: 'personal',
      }).id,
  );
  const ownItems = projects.map(
    (project) => core.call('projects.addItem', { request: request(), project, text: 'A demo' }).id,
  );
  const items = projects.flatMap((project) => core.call('projects.read', { project }).items);
  const entries = several(
    (n) =>
      core.call('experience.save', {
        request: request(),
        experience: null,
        area: 'work',
        kind: 'exp-freelance',
        parent: null,
        title: `Job ${n}`,
        organisation: '',
        started: '2025-01',
        ended: null,
        did: '',
        links: [],
        skills: [{ skill: 'git', level: 2 }],
        projects: [projects[n]!],
      }).id,
  );
  // Each is renamed once at most.
  const filters = Array.from({ length: 60 }, (_, n) => `mine ${n}`);
  for (const name of filters) core.call('filters.save', { request: request(), name, filter: { own: true } });
  core.call('chooser.answer', { request: request(), question: 'q-languages', answers: ['sql'] });

  mkdirSync(join(dir, 'uploads'), { recursive: true });
  writeFileSync(join(dir, 'uploads', UPLOAD), '# A list\n\n- [x] one\n- [ ] two\n  - [ ] three\n');
  writeFileSync(
    join(dir, 'uploads', PICTURE_UPLOAD),
    Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'),
  );
  writeFileSync(join(dir, 'uploads', BADGE_UPLOAD), JSON.stringify(assertionJson()));
  const allTopics = [...catalogueTopics, ...topics, ...below];
  const allRoles = [...roles.roles.map(({ id }) => id), ...ownRoles];
  return {
    ...freshPools(core, 'credentials'),
    upload: [UPLOAD, PICTURE_UPLOAD],
    topic: allTopics,
    topics: [...topics, ...below, ...topics, ...below, ...catalogueTopics],
    parent: topics,
    after: topics,
    skill: [...catalogueSkills, ...own, ...own],
    members: catalogueSkills,
    prerequisites: catalogueSkills,
    role: [...allRoles, ...ownRoles],
    base: roles.roles.map(({ id }) => id),
    group: [...roles.groups.map(({ id }) => id), ...groups, ...groups, ...groups],
    category: [...skills.categories.map(({ id }) => id), ...categories, ...categories],
    id: [...allTopics.slice(0, 20), ...catalogueSkills, ...allRoles],
    resource,
    evidence,
    certification: ['cka', 'ckad', 'microsoft-azure-developer'],
    domain: ['storage', 'networking', 'security', 'build'],
    result: results,
    project: projects,
    projects,
    before: projects,
    template: ['crud-rest-api', 'auth-service'],
    // Only an item of the person's own can be worded anew.
    item: [...items.map(({ id }) => id), ...Array.from({ length: 8 }, () => ownItems).flat()],
    experience: entries,
    kind: ['exp-freelance', 'exp-internship'],
    started: ['2024-05', '2026-01'],
    ended: ['2026-01', '2026-02'],
    name: [...filters, 'yours'],
    // A name is free once.
    to: Array.from({ length: 60 }, (_, n) => `ours ${n}`),
    question: chooser.questions.map(({ id }) => id),
    answers: chooser.questions.flatMap(({ answers }) => answers.map(({ id }) => id)),
    skills: ['sql-querying', ...catalogueSkills],
    warning: chooser.rules.list.map(({ id }) => id),
    routine: reference.keepCurrent.map(({ id }) => id),
    roles: allRoles,
    url: ['https://git-scm.com/docs'],
  };
};
