import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, inject, it } from 'vitest';
import { repository } from '../helpers/paths.ts';
import { launchBrowser, openPage } from '../helpers/web-host.ts';

const executable = inject('chromium');

describe.skipIf(executable === '')('npm run dev (needs a Chromium)', () => {
  it('opens the product from its sources, under a policy that nothing violates', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'groundwork-dev-'));
    const dev = spawn(process.execPath, [join(repository, 'main/dev.ts'), '--data', dataDir], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const browser = await launchBrowser(executable);
    try {
      const address = await new Promise<string>((found) => {
        createInterface({ input: dev.stdout }).on(
          'line',
          (line) => line.startsWith('http://') && found(line),
        );
      });
      const { page, problems } = await openPage(browser, address);
      await page.getByRole('heading', { name: 'Where would you like to start?' }).waitFor();
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
      const ended = new Promise((done) => dev.once('exit', done));
      dev.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
