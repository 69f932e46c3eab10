import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { certified } from './e2e/certified.ts';
import { openAt, standing, usedFolder } from './e2e/stage.ts';
import { findChromium } from './helpers/chromium-setup.ts';
import { repository } from './helpers/paths.ts';
import { newRequest, type TestClock, type TestCore } from './helpers/test-core.ts';
import { launchBrowser, startHost } from './helpers/web-host.ts';

/** `npm run shots`: the README's pictures, of the built product with a believable person's data. */
const images = join(repository, 'docs/images');
const pictures = [
  ['today', '/today', 'light'],
  ['role', '/roles/database-developer', 'light'],
  ['skill', '/skills/rest-api-design', 'light'],
  ['project', '/projects', 'light'],
  ['certification', '/certifications/aws-developer-associate', 'light'],
  ['insights', '/insights', 'light'],
  ['today-dark', '/today', 'dark'],
] as const;

const CHOSEN = [
  { group: 'server-language', skill: 'python' },
  { group: 'server-framework', skill: 'fastapi' },
  { group: 'relational-database', skill: 'postgresql' },
];

/** With an exam ahead, a project that is finished, and one from a template that is half done. */
const used = (core: TestCore, clock: TestClock): void => {
  certified(core, clock);
  const begin = (template: string, title: string, done: number): string => {
    const { id: project } = core.call('projects.create', {
      request: newRequest(),
      template,
      title,
      kind: 'personal',
      chosen: CHOSEN,
    });
    for (const { id } of core.call('projects.read', { project }).items.slice(0, done))
      core.call('projects.setItem', { request: newRequest(), item: id, ticked: true });
    return project;
  };
  const move = (project: string, status: 'building' | 'shipped'): void =>
    void core.call('projects.move', { request: newRequest(), project, status, before: null });
  move(begin('crud-rest-api', 'Gym log API', Infinity), 'shipped');
  const building = begin('auth-service', 'Sign-in for a book shelf', 5);
  move(building, 'building');
  core.call('projects.edit', {
    request: newRequest(),
    project: building,
    part: 'Everything: the tables, the endpoints and the tests.',
    repository: 'https://example.org/me/book-shelf',
  });
};

const executable = await findChromium();
if (executable === '') process.exit(1);
mkdirSync(images, { recursive: true });
const { dataDir, remove } = usedFolder(used);
const host = await startHost({ dataDir });
const browser = await launchBrowser(executable);
try {
  for (const [name, path, colorScheme] of pictures) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const { page } = await openAt(context, host, path);
    if (name === 'project') await page.getByRole('link', { name: 'Sign-in for a book shelf' }).click();
    await page.mouse.move(0, 0);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await standing(page);
    await page.screenshot({ path: join(images, `${name}.png`) });
    await context.close();
    console.log(`docs/images/${name}.png`);
  }
} finally {
  await browser.close();
  await host.stop();
  remove();
}
