import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openJobs, type Jobs } from '../../../main/jobs/jobs.ts';
import { workerRunner } from '../../../main/jobs/worker-runner.ts';
import { freshFile } from '../../helpers/data-file.ts';
import { makeRepository } from '../../helpers/git.ts';
import { emptyFolder } from '../../helpers/look.ts';
import { tempDir } from '../../helpers/test-core.ts';

const thread = new URL('../../../main/jobs/worker.ts', import.meta.url);

/** The jobs of a person's file, each in a thread of its own as in both hosts. */
const open = (): { readonly jobs: Jobs; readonly logged: unknown[] } => {
  const logged: unknown[] = [];
  let last = 0;
  const jobs = openJobs({
    run: workerRunner(thread, freshFile()),
    newId: () => `job-${(last += 1)}`,
    now: () => 0,
    log: (error) => logged.push(error),
  });
  onTestFinished(() => jobs.close());
  return { jobs, logged };
};

/** Until the test ends, the git that is found first says that it was asked, and waits until it may go on. */
const waitingGit = (): { readonly wasAsked: () => boolean; readonly goOn: () => void } => {
  const dir = tempDir();
  const [asked, go] = [join(dir, 'asked'), join(dir, 'go')];
  writeFileSync(
    join(dir, 'git'),
    `#!/bin/sh\necho $$ >> ${asked}\nfor i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do\n[ -e ${go} ] && exit 1\nsleep 0.1\ndone\nexit 1\n`,
  );
  chmodSync(join(dir, 'git'), 0o755);
  const before = process.env['PATH'];
  process.env['PATH'] = `${dir}${delimiter}${before}`;
  onTestFinished(() => {
    process.env['PATH'] = before;
  });
  return { wasAsked: () => existsSync(asked), goOn: () => writeFileSync(go, '') };
};

const repository = (): string => {
  const path = emptyFolder();
  makeRepository(path, [['2025-01-01T00:00:00Z', { 'a.py': '', 'b.py': '', 'README.md': '# Shelf' }]]);
  return path;
};

test('a look that runs says how many files it has seen, and ends with what it found', async () => {
  const path = repository();
  const git = waitingGit();
  const { jobs, logged } = open();
  const job = jobs.start('look-at-folder', { path });
  await expect.poll(() => jobs.read(job), { timeout: 10_000 }).toMatchObject({ state: 'running', done: 3 });
  git.goOn();
  await expect.poll(() => jobs.read(job).state, { timeout: 10_000 }).toBe('done');
  expect(jobs.result('look-at-folder', job)).toMatchObject({
    files: 3,
    title: { text: 'Shelf', file: 'README.md' },
    history: { state: 'broken' },
  });
  expect(logged).toEqual([]);
});

test('a look that is cancelled ends at once, leaves no result, and nothing in the folder', async () => {
  const path = repository();
  const before = readFileSync(join(path, '.git/HEAD'));
  const git = waitingGit();
  const { jobs, logged } = open();
  const job = jobs.start('look-at-folder', { path });
  await expect.poll(() => git.wasAsked(), { timeout: 10_000 }).toBe(true);
  jobs.cancel(job);
  expect(jobs.read(job).state).toBe('cancelled');
  expect(() => jobs.result('look-at-folder', job)).toThrow(/was cancelled/);
  git.goOn();
  // Another look is taken while the first one winds down.
  const again = jobs.start('look-at-folder', { path: emptyFolder('other') });
  await expect.poll(() => jobs.read(again).state, { timeout: 10_000 }).toBe('done');
  expect(jobs.read(job).state).toBe('cancelled');
  expect(readFileSync(join(path, '.git/HEAD'))).toEqual(before);
  expect(logged).toEqual([]);
});
