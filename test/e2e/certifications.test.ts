import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { baked, credentialJson, jwtOf, pngOf, signers } from '../helpers/badges.ts';
import { lintCalendar, readCalendar } from '../helpers/ics.ts';
import { newRequest } from '../helpers/test-core.ts';
import { faultsOf } from './axe.ts';
import { barsOf, goTo, openAt, shot, sidewaysOf, standing } from './stage.ts';
import { useStage } from './use-stage.ts';

const executable = inject('chromium');
const NAME = 'AWS Certified Developer - Associate';
const AWS = '/certifications/aws-developer-associate';
const ROLE = 'Cloud Backend Engineer';

const inDays = (days: number): string => {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return day.toLocaleDateString('sv');
};

/** The screen as it stands breaks no rule of axe and nothing sticks out. */
const sound = async (page: Page, name: string): Promise<void> => {
  await standing(page);
  await shot(page, name);
  expect(await faultsOf(page), name).toEqual([]);
  expect(await sidewaysOf(page)).toEqual([]);
};

describe.skipIf(executable === '')('a certification from plan to proof (needs a Chromium)', () => {
  const stage = useStage(executable, (core) => {
    core.call('targets.set', {
      request: newRequest(),
      targets: [{ role: 'cloud-backend-engineer', date: null }],
    });
    core.call('settings.set', { welcomed: true });
  });

  const dialogOf = (page: Page) => page.getByRole('dialog');
  const save = async (page: Page): Promise<void> => {
    await dialogOf(page).getByRole('button', { name: 'Save' }).click();
    await dialogOf(page).waitFor({ state: 'detached' });
  };

  it('is planned, rated, tried, passed, proven, due for renewal, and in the calendar', async () => {
    const { page, problems } = await openAt(stage.browser, stage.host, AWS);

    await page.getByRole('button', { name: 'Plan it' }).click();
    await dialogOf(page).getByLabel('Where you stand').selectOption('Booked');
    await dialogOf(page).getByLabel('Day of the exam').fill(inDays(60));
    await dialogOf(page).getByLabel('Time, if you know it').fill('09:00');
    await dialogOf(page).getByLabel('Time zone of the exam').fill('Europe/Berlin');
    await dialogOf(page).getByLabel('Hours a week for it').fill('8');
    await sound(page, 'certification-plan-dialog');
    await save(page);
    await page.getByText('60 days', { exact: true }).waitFor();
    await page.getByText(/^The time is too short: 80 h needed/).waitFor();

    for (const [part, word] of [
      ['Development with AWS services', 'Good'],
      ['Deployment', 'Good'],
      ['Security', 'Shaky'],
    ])
      await page
        .getByRole('radiogroup', { name: `Confidence in ${part}` })
        .getByRole('radio', { name: word! })
        .check({ force: true });
    await page.getByText('Width is weight, fill is confidence: 48 of 100').waitFor();
    await page.mouse.move(0, 0);
    await page
      .getByText(/h free until the exam\.$/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Study Security' }).waitFor();

    await page.getByRole('button', { name: 'Practice', exact: true }).click();
    await dialogOf(page).getByLabel('Score in percent').fill('68');
    await dialogOf(page).getByLabel('Security').fill('55');
    await save(page);
    await page.getByText('last practice 55').waitFor();
    await sound(page, 'certification-studied');

    const before = await barsAt(page);
    await goTo(page, AWS);
    await page.getByRole('button', { name: 'Attempt', exact: true }).click();
    await sound(page, 'certification-attempt-dialog');
    await save(page);
    const credentials = page.locator('#credentials');
    await credentials.getByText(NAME).waitFor();
    await credentials.getByText('Valid', { exact: true }).waitFor();
    expect((await barsAt(page))['Proven']).toBeGreaterThan(before['Proven']!);

    await goTo(page, AWS);
    await credentials.getByRole('button', { name: `Change: ${NAME}` }).click();
    await dialogOf(page).getByLabel('Last day').fill(inDays(40));
    await save(page);
    await credentials.getByText('Renewal due').waitFor();
    await credentials.getByText(/^Pass the current version again before expiry/).waitFor();
    await goTo(page, '/today');
    const ahead = page.getByRole('list', { name: 'Ahead' });
    await ahead.getByText('in 40 days').waitFor();
    await page.getByRole('link', { name: /^Certifications *, one date is near/ }).waitFor();
    await sound(page, 'today-renewal');

    await goTo(page, '/certifications');
    await sound(page, 'certifications');
    await page.getByRole('button', { name: 'Calendar file' }).click();
    const saved = page.waitForEvent('download');
    await dialogOf(page).getByRole('button', { name: 'Save the file' }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe('groundwork.ics');
    const text = readFileSync(await download.path(), 'utf8');
    expect(lintCalendar(text)).toEqual([]);
    expect(readCalendar(text).map(({ title, start }) => [title, start])).toEqual([
      [`Last day: ${NAME}`, inDays(40)],
    ]);
    expect(problems).toEqual([]);
    await page.close();
  });

  const barsAt = async (page: Page): Promise<Record<string, number>> => {
    await goTo(page, '/roles/cloud-backend-engineer');
    return barsOf(page, ROLE);
  };

  it('a badge is brought, and its facts and its picture are kept', async () => {
    const { page, problems } = await openAt(stage.browser, stage.host, '/certifications/badge');
    await page.locator('input[type=file]').setInputFiles({
      name: 'sql.png',
      mimeType: 'image/png',
      buffer: pngOf([baked.iTXt(jwtOf(credentialJson(), signers[2]!))]),
    });
    await page.getByText('Unchanged since it was signed').waitFor();
    await sound(page, 'badge');
    await page.getByRole('button', { name: 'Keep it as a credential' }).click();
    await sound(page, 'badge-keep');
    await save(page);
    await page.getByText('Kept', { exact: true }).waitFor();
    await goTo(page, '/certifications');
    const others = page.locator('#credentials');
    await others.getByText('SQL für Fortgeschrittene').waitFor();
    const saved = page.waitForEvent('download');
    await others.getByRole('button', { name: 'File: sql.png' }).click();
    expect((await saved).suggestedFilename()).toBe('sql.png');
    expect(problems).toEqual([]);
    await page.close();
  });

  it('the form of facts stands in a small window', async () => {
    const context = await stage.browser.newContext({
      viewport: { width: 800, height: 560 },
      colorScheme: 'dark',
    });
    const { page, problems } = await openAt(
      context,
      stage.host,
      '/certifications/azure-database-administrator/facts',
    );
    await page.getByLabel('High end').first().waitFor();
    await sound(page, 'certification-facts');
    await goTo(page, '/certifications/new');
    await page.getByRole('button', { name: 'Add a part' }).click();
    await sound(page, 'certification-new');
    expect(problems).toEqual([]);
    await context.close();
  });
});
