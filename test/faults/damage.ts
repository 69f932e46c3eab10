import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, backupsOf } from '../../data/backup.ts';
import { checkBackup, listBackups, newestGood } from '../../data/backups.ts';
import { quickCheck } from '../../data/check.ts';
import { openDatabase } from '../../data/open.ts';
import { hashOf } from '../../data/whole-file.ts';
import { carryOut, deedOf, factsOf, isWhole } from './model.ts';
import { dropFolder, memoryFolder, newFile, openCoreOn } from './stage.ts';
import { below, seeded, sized, type Suite } from './suite.ts';

const kinds = ['byte', 'sector', 'page', 'cut', 'text', 'log lost', 'log of another'] as const;

const usedFile = (seed: number): string => {
  const file = newFile();
  const core = openCoreOn(file);
  const random = seeded(seed);
  for (let number = 0; number < 60; number += 1) carryOut(core, 0, deedOf(random, number));
  core.close();
  return file;
};

/** Damages a file in one of the ways, and says in which. */
const harm = (file: string, random: () => number): (typeof kinds)[number] => {
  const kind = kinds[below(random, kinds.length)]!;
  const bytes = readFileSync(file);
  const at = below(random, bytes.length);
  if (kind === 'byte') bytes[at] = bytes[at]! ^ (1 << below(random, 8));
  if (kind === 'sector') bytes.fill(below(random, 256), at, Math.min(at + 512, bytes.length));
  if (kind === 'page') {
    const page = at - (at % 4_096);
    for (let one = page; one < page + 4_096 && one < bytes.length; one += 1) bytes[one] = below(random, 256);
  }
  if (kind === 'text') bytes.fill('Dear diary. ');
  writeFileSync(file, bytes);
  if (kind === 'cut') truncateSync(file, at);
  if (kind === 'log of another') writeFileSync(`${file}-wal`, bytes.subarray(0, 32 + 4_120));
  if (kind === 'log lost') rmSync(`${file}-wal`, { force: true });
  return kind;
};

const HANG_MS = 10_000;

/** Damage at random places of the live file: told, never written over, and never the end of the process. */
export const damage: Suite = {
  name: 'damage',
  what: 'damage at random places of the data file',
  run: async (run) => {
    const points = sized(run, 20, 400, 8_000);
    const random = seeded(run.seed);
    const source = usedFile(run.seed);
    const facts = JSON.stringify([...factsOf(source)]);
    const wrong: string[] = [];
    const counts = {
      told: 0,
      'told by the full check': 0,
      harmless: 0,
      'content changed within sound structure': 0,
    };
    const folder = memoryFolder();
    const file = join(folder, 'groundwork.db');
    const copy = openDatabase(source, { backupDir: folder });
    const kept = backup(copy, backupsOf(file), 'good');
    copy.close();
    for (let point = 0; point < points; point += 1) {
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
      copyFileSync(source, file);
      const kind = harm(file, random);
      const before = hashOf(file);
      const start = performance.now();
      let told = false;
      try {
        const core = openCoreOn(file);
        const reply = core.dispatch('app.read', {});
        told = !reply.ok || (reply.value as { damaged: boolean }).damaged || !quickCheck(file);
        if (told) core.stopWrites('damaged');
        core.close();
        if (told && kind !== 'log of another' && hashOf(file) !== before)
          wrong.push(`point ${point} (${kind}): written over`);
      } catch (error) {
        told = error instanceof Error && error.name === 'OpenError';
        if (!told) wrong.push(`point ${point} (${kind}): ${String(error)}`);
      }
      if (performance.now() - start > HANG_MS) wrong.push(`point ${point} (${kind}): hung`);
      if (told) counts.told += 1;
      else if (!isReadable(file)) {
        // An index that does not fit its table: it is told when it is read, and by the check of the Data screen before that.
        if (isToldByFullCheck(file)) counts['told by the full check'] += 1;
        else wrong.push(`point ${point} (${kind}): harmful and not told`);
      } else if (JSON.stringify([...factsOf(file)]) === facts) counts.harmless += 1;
      else counts['content changed within sound structure'] += 1;
      if (newestGood(listBackups(backupsOf(file)))?.file !== kept)
        wrong.push(`point ${point}: no good copy is offered`);
    }
    dropFolder(folder);
    const page = usedFile(run.seed);
    writeFileSync(page, readFileSync(page).fill(0xa5, 4_096, 5 * 4_096));
    return {
      points,
      lost: 0,
      corrupt: 0,
      wrong,
      counts,
      planted: { what: 'four pages overwritten', caught: !isWhole(page) && tellsOf(page) },
    };
  },
};

const isReadable = (file: string): boolean => {
  try {
    factsOf(file);
    return true;
  } catch {
    return false;
  }
};

const isToldByFullCheck = (file: string): boolean => {
  const core = openCoreOn(file);
  try {
    const { value } = core.dispatch('jobs.start', { kind: 'check-health' }) as { value?: { job: string } };
    const health = core.dispatch('backups.health', { job: value?.job });
    return health.ok && !(health.value as { sound: boolean }).sound;
  } finally {
    core.close();
  }
};

const tellsOf = (file: string): boolean => {
  try {
    const core = openCoreOn(file);
    const told = (core.dispatch('app.read', {}) as { value?: { damaged: boolean } }).value?.damaged !== false;
    core.close();
    return told || !quickCheck(file);
  } catch {
    return true;
  }
};

/** Damage of copies: every one is found by its hash, whatever SQLite thinks of it. */
export const rot: Suite = {
  name: 'rot',
  what: 'damage at random places of copies',
  run: async (run) => {
    const points = sized(run, 40, 600, 4_000);
    const random = seeded(run.seed);
    const source = usedFile(run.seed);
    const folder = join(dirname(source), 'copies');
    mkdirSync(folder);
    const db = openDatabase(source, { backupDir: folder });
    const file = backup(db, folder, 'copy');
    db.close();
    const good = readFileSync(file);
    let missed = 0;
    let sound = 0;
    for (let point = 0; point < points; point += 1) {
      writeFileSync(file, good);
      do harm(file, random);
      while (readFileSync(file).equals(good));
      rmSync(`${file}-wal`, { force: true });
      if (isWhole(file)) sound += 1;
      const [found] = listBackups(folder);
      if (!existsSync(file) || checkBackup(found!) === 'good') missed += 1;
    }
    writeFileSync(file, good);
    const caught = checkBackup(listBackups(folder)[0]!) === 'good' && sound > 0;
    return {
      points,
      lost: missed,
      corrupt: 0,
      wrong: [],
      counts: { 'that SQLite takes for sound': sound },
      planted: { what: 'a byte changed within sound structure; the copy itself is good', caught },
    };
  },
};
