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

type Step =
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
