import { describe, expect, inject, it } from 'vitest';
import { onFile } from '../helpers/data-file.ts';
import { newRequest } from '../helpers/test-core.ts';
import { faultsOf } from './axe.ts';
import { focused, tabTo } from './keys.ts';
import { barsOf, openAt, shot } from './stage.ts';
import { useStage } from './use-stage.ts';

const executable = inject('chromium');

describe.skipIf(executable === '')('from the questions to a forecast (needs a Chromium)', () => {
  // Two earlier weeks of ticks: with one more there is enough for a forecast.
  const stage = useStage(executable, (core, clock) => {
    clock.addDays(-14);
    for (const topic of ['git.01', 'http-protocol.01']) {
      core.call('topics.setStatus', { request: newRequest(), topic, status: 'done' });
      clock.addDays(7);
    }
    for (const skill of ['graphql', 'grpc'])
      core.call('skills.know', { request: newRequest(), skill, level: null });
    core.call('settings.set', { welcomed: true });
  });

  it('goes by keyboard: answers, a target, a step, its tick, the forecast, and a warning put aside', async () => {
    const { page, problems } = await openAt(stage.browser, stage.host, '/roles');
    // g f: find a role.
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page.getByRole('heading', { level: 1, name: /Which part of a product/ }).waitFor();
    await page.keyboard.press('2');
    await tabTo(page, /^Next$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /free weekend/ }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('h1');
    await page.keyboard.press('2');
    expect(await faultsOf(page)).toEqual([]);
    await tabTo(page, /^Next$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /regulations/ }).waitFor();
    await tabTo(page, /^Skip$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /alarm/ }).waitFor();
    await tabTo(page, /^See the result$/);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: 'API Developer' }).waitFor();
    await shot(page, 'chosen');
    await tabTo(page, /^Target API Developer$/);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    const before = (await barsOf(page, 'API Developer'))['Covered']!;
    await page.getByRole('list', { name: 'Next' }).getByRole('checkbox').first().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await page.getByRole('heading', { level: 1, name: 'Next steps' }).waitFor();
    await tabTo(page, /^To do: /);
    const text = (await focused(page)).replace(/^To do: /, '');
    await page.keyboard.press('Space');
    await page.getByRole('checkbox', { name: `Done: ${text}` }).waitFor();
    await expect
      .poll(
        () =>
          onFile<{ n: number }>(
            stage.file,
            `SELECT count(*) AS n FROM topic_state s JOIN topic t ON t.number = s.topic WHERE t.text = ? AND s.status = 'done'`,
            text,
          )[0]!.n,
      )
      .toBe(1);
    // Another step is put aside from its menu.
    await tabTo(page, /^More for: /);
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('w');
    await page.getByRole('list', { name: 'Put aside' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);

    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await page.getByText(/^Forecast: /).waitFor();
    expect((await barsOf(page, 'API Developer'))['Covered']).toBeGreaterThanOrEqual(before);
    await tabTo(page, /^Why, and what helps$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What it stands on' }).waitFor();
    await shot(page, 'warned');
    expect(await faultsOf(page)).toEqual([]);
    await tabTo(page, /^Put aside: /);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^One put aside/ }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Why, and what helps' }).waitFor();
    expect(problems).toEqual([]);
    await page.close();
  });
});
