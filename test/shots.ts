import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { believable } from './e2e/profile.ts';
import { openAt, standing, usedFolder } from './e2e/stage.ts';
import { findChromium } from './helpers/chromium-setup.ts';
import { repository } from './helpers/paths.ts';
import { launchBrowser, startHost } from './helpers/web-host.ts';

/** `npm run shots`: the README's pictures, of the built product with a believable person's data. */
const images = join(repository, 'docs/images');
const pictures = [
  ['today', '/today', 'light'],
  ['role', '/roles/database-developer', 'light'],
  ['skills', '/skills', 'light'],
  ['skill', '/skills/rest-api-design', 'light'],
  ['today-dark', '/today', 'dark'],
] as const;

const executable = await findChromium();
if (executable === '') process.exit(1);
mkdirSync(images, { recursive: true });
const { dataDir, remove } = usedFolder(believable);
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
    if (name === 'skills') {
      for (const category of ['Computer science', 'Databases']) {
        await page
          .getByRole('treeitem', { name: new RegExp(`^${category}`) })
          .first()
          .click();
      }
      await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 0));
    }
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
