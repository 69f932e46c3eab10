import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { backupsOf } from '../../data/backup.ts';
import { checkBackup, listBackups } from '../../data/backups.ts';
import { portableOf } from '../helpers/random-file.ts';
import { carryOut, deedOf, factsOf, isWhole } from './model.ts';
import { catalogueDir, newFile, newFolder, openCoreOn, startChild } from './stage.ts';
import { seeded, sized, type Suite } from './suite.ts';

const UPLOAD = 'DDDDDDDDDDDDDDDDDDDDDD';

/** A file in use with copies of two of its states, and a file with everything of another person's to be brought in. */
const stage = (seed: number): { file: string; states: string[] } => {
  const file = newFile();
  const core = openCoreOn(file);
  const random = seeded(seed);
  const states: string[] = [];
  let number = 0;
  for (const upTo of [40, 80]) {
    for (; number < upTo; number += 1) carryOut(core, 0, deedOf(random, number));
    core.dispatch('jobs.start', { kind: 'backup', reason: 'by-hand' });
    states.push(stateOf(file));
  }
  core.close();
  const other = newFile();
  const source = openCoreOn(other);
  const theirs = seeded(seed + 1);
  for (let one = 0; one < 60; one += 1) carryOut(source, 0, deedOf(theirs, one));
  source.close();
  const uploads = join(dirname(file), 'uploads');
  mkdirSync(uploads);
  writeFileSync(join(uploads, UPLOAD), JSON.stringify(portableOf(other)));
  return { file, states };
};

/** What is not begun and what was undone are the same. */
const stateOf = (file: string): string =>
  JSON.stringify(
    [...factsOf(file)]
      .filter(([key, value]) => key !== 'hours' && value !== 'todo')
      .toSorted((a, b) => (a < b ? -1 : 1)),
  );

/** What the file holds once the other one was brought into it. */
const stateWithImport = async (file: string): Promise<string> => {
  const folder = newFolder();
  cpSync(dirname(file), folder, { recursive: true });
  const child = await startChild('interrupted', [
    join(folder, 'groundwork.db'),
    catalogueDir(),
    'import-once',
    UPLOAD,
  ]);
  await child.until(() => child.lines().at(-1) === 'turn 0');
  child.process.kill('SIGKILL');
  await child.ended;
  return stateOf(join(folder, 'groundwork.db'));
};

/** Killed while a copy is made, a copy is restored, a file is brought in: all of it is there, or nothing. */
export const interrupted: Suite = {
  name: 'interrupted',
  what: 'kill -9 during copies, restores and files brought in',
  run: async (run) => {
    const rounds = sized(run, 1, 20, 200);
    const random = seeded(run.seed);
    const wrong: string[] = [];
    let corrupt = 0;
    let lost = 0;
    let copies = 0;
    let points = 0;
    for (const what of ['backup', 'restore', 'import']) {
      const { file, states } = stage(run.seed);
      const known = new Set(states);
      if (what === 'import') {
        known.clear();
        known.add(stateOf(file)).add(await stateWithImport(file));
      }
      for (let round = 0; round < rounds; round += 1) {
        points += 1;
        const child = await startChild('interrupted', [file, catalogueDir(), what, UPLOAD]);
        await child.until(() => child.lines().length > 0);
        await wait(10 + random() * (what === 'import' ? 2_000 : 490));
        child.process.kill('SIGKILL');
        await child.ended;
        // The next start ends what was decided.
        openCoreOn(file).close();
        if (!isWhole(file)) corrupt += 1;
        const state = stateOf(file);
        if (!known.has(state)) lost += 1;
        for (const one of listBackups(backupsOf(file))) {
          copies += 1;
          if (checkBackup(one) !== 'good')
            wrong.push(`${what}, round ${round}: ${one.name} is listed and not good`);
        }
        const left = readdirSync(dirname(file)).filter((name) => /waiting|restored|stand-in/.test(name));
        if (left.length > 0) wrong.push(`${what}, round ${round}: left behind: ${left.join(', ')}`);
      }
    }
    const { file } = stage(run.seed);
    writeFileSync(join(backupsOf(file), 'half.db'), 'half');
    const caught = listBackups(backupsOf(file)).some((one) => checkBackup(one) !== 'good');
    return {
      points,
      lost,
      corrupt,
      wrong,
      counts: { 'copies verified': copies },
      planted: { what: 'half a copy under its final name', caught },
    };
  },
};
