import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { realCatalogue } from '../data/catalogue/real-catalogue.ts';
import {
  countsAtStart,
  freshFile,
  makeTemplate,
  onFile,
  recount,
  visibleState,
} from '../helpers/data-file.ts';
import { newRequest, openCore, testClock, type TestClock, type TestCore } from '../helpers/test-core.ts';

const templateDir = mkdtempSync(join(tmpdir(), 'groundwork-'));
beforeAll(() => makeTemplate(templateDir));
afterAll(() => rmSync(templateDir, { recursive: true, force: true }));

const skills = realCatalogue.skills.skills.filter(({ id }) =>
  ['git', 'java', 'go', 'django', 'spring-boot', 'http-protocol'].includes(id),
);
const topics = skills.flatMap((skill) => skill.topics.map(({ id }) => id));
const roles = realCatalogue.roles.roles.map(({ id }) => id);

/** Content of the person's own, by the place of a thing in what there is at that moment. */
type OwnStep = {
  do: 'own';
  what:
    | 'add'
    | 'add below'
    | 'edit'
    | 'move'
    | 'remove'
    | 'many'
    | 'note'
    | 'resource'
    | 'evidence'
    | 'review'
    | 'rename'
    | 'role'
    | 'revert';
  at: number;
  to: number;
};

type Step =
  | OwnStep
  | { do: 'set'; topic: string; status: 'todo' | 'learning' | 'done' | 'revise' | 'skipped' }
  | { do: 'know'; skill: string; level: 1 | 2 | 3 | 4 | null }
  | { do: 'aim'; roles: string[] }
  | { do: 'fix'; group: string; skill: string | null }
  | { do: 'undo' | 'redo' }
  | { do: 'days'; by: number }
  | { do: 'reopen'; cache: 'kept' | 'missing' | 'stale' | 'of wrong size' | 'ahead of the log' };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('set'),
      topic: fc.constantFrom(...topics),
      status: fc.constantFrom('todo', 'learning', 'done', 'done', 'done', 'revise', 'skipped'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('know'),
      skill: fc.constantFrom(...skills.map(({ id }) => id)),
      level: fc.constantFrom(1, 2, 3, 4, null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('aim'),
      roles: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fix'),
      group: fc.constantFrom('server-language'),
      skill: fc.constantFrom('java', 'go', null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('fix'),
      group: fc.constantFrom('server-framework'),
      skill: fc.constantFrom('django', 'spring-boot', null),
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constant('own'),
      what: fc.constantFrom(
        'add',
        'add',
        'add below',
        'add below',
        'edit',
        'move',
        'move',
        'remove',
        'many',
        'note',
        'resource',
        'evidence',
        'review',
        'rename',
        'role',
        'revert',
      ),
      at: fc.nat(30),
      to: fc.nat(30),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('undo', 'redo') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('days'), by: fc.integer({ min: -3, max: 40 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('reopen'),
      cache: fc.constantFrom('kept', 'missing', 'stale', 'of wrong size', 'ahead of the log'),
    }),
  },
) as fc.Arbitrary<Step>;

const takeOwn = (core: TestCore, { what, at, to }: OwnStep): void => {
  const request = newRequest();
  const skill = at % 2 === 0 ? 'git' : 'go';
  const listed = core.call('topics.list', { skill }).topics;
  const own = listed.filter((topic) => topic.own);
  const one = own[at % Math.max(1, own.length)]?.id ?? 'none';
  const other = own[to % Math.max(1, own.length)]?.id ?? 'none';
  switch (what) {
    case 'add':
      return void core.ask('topics.create', {
        request,
        skill,
        text: `Own ${at} **${to}**`,
        level: 1 + (to % 4),
      });
    case 'add below':
      return void core.ask('topics.create', { request, skill, parent: one, text: `Below ${to}` });
    case 'edit':
      return void core.ask('topics.edit', { request, topic: one, text: `Edited ${to}`, level: 1 + (to % 4) });
    case 'move':
      return void core.ask('topics.move', {
        request,
        topics: [one],
        parent: to % 3 === 0 ? null : other,
        after: to % 3 === 1 ? other : null,
      });
    case 'remove':
      return void core.ask('topics.remove', { request, topics: [one] });
    case 'many':
      return void core.ask('topics.setStatuses', {
        request,
        topics: listed.slice(at % 5, (at % 5) + 4).map(({ id }) => id),
        status: (['done', 'todo', 'revise', 'skipped'] as const)[to % 4],
        reason: to % 4 === 3 ? 'many' : null,
      });
    case 'note':
      return void core.ask('notes.set', {
        request,
        kind: 'skill',
        id: skill,
        text: to % 4 === 0 ? '' : `Note ${to}`,
      });
    case 'resource':
      return void core.ask('resources.save', {
        request,
        resource: null,
        skill,
        title: `R ${at}`,
        url: 'https://example.org/',
        kind: 'book',
      });
    case 'evidence':
      return void core.ask('evidence.save', {
        request,
        evidence: null,
        skill,
        title: `E ${at}`,
        url: null,
        level: 1 + (to % 4),
        date: '2026-03-01',
      });
    case 'review':
      return void core.ask('reviews.answer', {
        request,
        skill,
        answer: to % 2 === 0 ? { kind: 'known' } : { kind: 'later' },
      });
    case 'rename':
      return void core.ask('skills.personalise', {
        request,
        skill,
        name: to % 2 === 0 ? null : `Mine ${to}`,
        halfLifeMonths: at % 3 === 0 ? null : 1 + to,
      });
    case 'role':
      return void core.ask('roles.save', {
        request,
        role: null,
        base: to % 2 === 0 ? 'api-developer' : null,
        title: `Role ${at}`,
        summary: '',
        lines: [
          {
            change: 'added',
            need: { kind: 'skill', id: skill },
            level: 2,
            weight: 3,
            stage: 'core',
            entry: true,
          },
        ],
      });
    case 'revert':
      return void core.ask('history.revert', { request, action: 1 + at });
  }
};

/** Does one step as a screen would; refusals belong to it. */
const take = (core: TestCore, step: Exclude<Step, { do: 'reopen' }>, clock: TestClock): void => {
  const request = newRequest();
  const { undo, redo } = core.call('app.read', {}).history;
  switch (step.do) {
    case 'set':
      return void core.ask('topics.setStatus', {
        request,
        topic: step.topic,
        status: step.status,
        reason: step.status === 'skipped' ? 'why' : null,
      });
    case 'own':
      return takeOwn(core, step);
    case 'know':
      return void core.call('skills.know', { request, skill: step.skill, level: step.level });
    case 'aim':
      return void core.call('targets.set', {
        request,
        targets: step.roles.map((role) => ({ role, date: null })),
      });
    case 'fix':
      return void core.call('groups.fix', { request, group: step.group, skill: step.skill });
    case 'undo':
      return void (undo && core.call('history.undo', { request, action: undo.action }));
    case 'redo':
      return void (redo && core.call('history.redo', { request, action: redo.action }));
    case 'days':
      return clock.addDays(step.by);
  }
};

const expectFiguresOfTheRules = (core: TestCore, file: string, clock: TestClock): void => {
  const { figures, tallies } = recount(file, clock);
  const shown = core.call('app.read', {}).roles;
  expect(shown.map(({ role, covered, proven, fresh }) => ({ role, covered, proven, fresh }))).toEqual(
    figures,
  );
  for (const { id } of skills) {
    const { levels } = core.call('skills.read', { skill: id });
    const tally = tallies.get(id)!;
    for (const { level, done, total } of levels) {
      expect({ done, total }).toEqual({
        done: tally.done[level - 1]! + tally.revise[level - 1]!,
        total: tally.countable[level - 1],
      });
    }
  }
};

test('after 300 steps the figures in memory are those of the rules', () => {
  const file = freshFile();
  const clock = testClock();
  const core = openCore({ file, clock });
  const seed = Number(process.env['SEED'] ?? 20_261_124);
  let step = 0;
  for (const next of fc.sample(
    anyStep.filter((one) => one.do !== 'reopen'),
    { numRuns: 300, seed },
  )) {
    take(core, next as Exclude<Step, { do: 'reopen' }>, clock);
    step += 1;
    if (step % 50 === 0) expectFiguresOfTheRules(core, file, clock);
  }
  expect(core.logged).toEqual([]);
  core.close();
});

test('whatever happens and however the saved counters look, a start counts what the rows say, and undo leads back to the start', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 5, maxLength: 40 }), (steps) => {
      const file = freshFile();
      const clock = testClock();
      let core = openCore({ file, clock });
      const start = visibleState(file);
      let stale: { seq: number; value: Buffer } | undefined;
      const reopen = (cache: Extract<Step, { do: 'reopen' }>['cache']): void => {
        const { history } = core.call('app.read', {});
        core.close();
        const [saved] = onFile<{ seq: number; value: Buffer }>(
          file,
          `SELECT seq, value FROM cache WHERE name = 'counters'`,
        );
        if (cache === 'missing') onFile(file, 'DELETE FROM cache');
        if (cache === 'of wrong size') onFile(file, 'UPDATE cache SET value = substr(value, 1, 40)');
        if (cache === 'ahead of the log')
          onFile(file, `UPDATE cache SET seq = seq + 1000, value = zeroblob(length(value))`);
        if (cache === 'stale' && stale)
          onFile(file, 'UPDATE cache SET seq = ?, value = ?', stale.seq, stale.value);
        stale ??= saved;
        expect(countsAtStart(file, clock)).toEqual(recount(file, clock).tallies);
        core = openCore({ file, clock });
        expect(core.call('app.read', {}).history).toEqual(history);
        expectFiguresOfTheRules(core, file, clock);
      };
      for (const step of steps) {
        if (step.do === 'reopen') reopen(step.cache);
        else take(core, step, clock);
      }
      expectFiguresOfTheRules(core, file, clock);

      while (core.call('app.read', {}).history.redo) take(core, { do: 'redo' }, clock);
      const end = visibleState(file);
      let back = 0;
      while (core.call('app.read', {}).history.undo) {
        take(core, { do: 'undo' }, clock);
        back += 1;
      }
      expect(visibleState(file)).toEqual(start);
      reopen('kept');
      for (let forth = 0; forth < back; forth += 1) take(core, { do: 'redo' }, clock);
      expect(visibleState(file)).toEqual(end);
      expectFiguresOfTheRules(core, file, clock);
      expect(core.logged).toEqual([]);
      core.close();
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

/** What Today and the roles said at the end of each day, with some steps on each. */
const liveAndNote = (core: TestCore, clock: TestClock, steps: readonly Step[]): Map<string, unknown> => {
  const noted = new Map<string, unknown>();
  steps.forEach((step, index) => {
    if (step.do !== 'days' && step.do !== 'reopen') take(core, step, clock);
    for (let day = index % 9; day > 6; day -= 1) {
      const today = core.call('today.read', {});
      noted.set(today.date, { today, roles: core.call('roles.list', {}).roles });
      clock.addDays(1);
    }
  });
  return noted;
};

test(
  'a past day is shown as it was on that day, at 200 random dates, and so is the line of a role',
  { timeout: 60_000 },
  () => {
    const seed = Number(process.env['SEED'] ?? 20_261_125);
    const clock = testClock('2026-01-06T20:00:00Z', 'Asia/Tokyo');
    const core = openCore({ file: freshFile(), clock });
    const noted = liveAndNote(core, clock, fc.sample(anyStep, { numRuns: 360, seed }));
    const { roles: now } = core.call('roles.list', {});
    const lines = [now[0]!, now[3]!, now.at(-1)!].map(({ id }) =>
      core.call('insights.role', { role: id, weeks: null }),
    );
    for (const date of fc.sample(fc.constantFrom(...noted.keys()), { numRuns: 200, seed })) {
      const { today, roles } = core.call('past.read', { date });
      expect({ today, roles }, `on ${date}, seed ${seed}`).toEqual(noted.get(date));
      for (const line of lines) {
        const point = line.points.find((one) => one.date === date);
        const then = roles.find(({ id }) => id === line.role)?.figures ?? null;
        if (point) expect(point.figures, `${line.role} on ${date}, seed ${seed}`).toEqual(then);
      }
    }
    expect(core.logged).toEqual([]);
    core.close();
  },
);
