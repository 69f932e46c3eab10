import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { migrations } from '../../data/migrate.ts';
import type { Core } from '../../main/core.ts';
import { carryOut, deedOf, factsOf, isWhole, Oracle, requestOf } from './model.ts';
import { catalogueDir, newFile, newFolder, openCoreOn } from './stage.ts';
import { below, seeded, sized, type Suite } from './suite.ts';

const DISK_KB = 24_576;
/** More than any disk of this size takes, so that a run ends. */
const MOST_DEEDS = 2_000;
const LIST = 'DDDDDDDDDDDDDDDDDDDDDD';

const mount = (folder: string): void =>
  void execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_KB}k`, 'tmpfs', folder], { stdio: 'pipe' });
const unmount = (folder: string): void => void execFileSync('umount', [folder], { stdio: 'pipe' });

const skip = (): string | null => {
  if (process.platform !== 'linux') return 'a small disk is made as Linux makes one';
  const folder = newFolder();
  try {
    mount(folder);
    unmount(folder);
    return null;
  } catch {
    return 'this account may not mount a disk';
  }
};

/** Takes all room of the disk but `bytes`. */
const fill = (folder: string, bytes: number): void => {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
};
const makeRoom = (folder: string): void => rmSync(join(folder, 'filler'));

/** What is asked of a disk without room besides single deeds. */
type Attempt = {
  readonly name: string;
  /** Before the disk is full. */
  readonly prepare?: (file: string) => void;
  /** Gives why it was refused; null where it was not. */
  readonly run: (core: Core, number: number) => string | null;
};

const whyFailed = (core: Core, input: object): string | null => {
  const started = core.dispatch('jobs.start', input);
  if (!started.ok) return started.error.message;
  const { job } = started.value as { job: string };
  const read = core.dispatch('jobs.read', { job });
  if (!read.ok) return read.error.message;
  const { state, message } = read.value as { state: string; message: string | null };
  return state === 'done' ? null : (message ?? '');
};

const attempts: readonly Attempt[] = [
  { name: 'write', run: () => null },
  { name: 'backup', run: (core) => whyFailed(core, { kind: 'backup', reason: 'by-hand' }) },
  {
    name: 'bring',
    prepare: (file) => {
      const lines = Array.from({ length: 4_000 }, (_, line) => `- [ ] Item ${line} of a long list\n`);
      mkdirSync(join(dirname(file), 'uploads'), { recursive: true });
      writeFileSync(join(dirname(file), 'uploads', LIST), `# Long\n\n${lines.join('')}`);
    },
    run: (core, number) => {
      const list = {
        kind: 'read-list',
        upload: LIST,
        fileName: 'long.md',
        category: 'new',
        takeLookalikes: false,
      };
      const started = core.dispatch('jobs.start', list);
      if (!started.ok) return started.error.message;
      const { job } = started.value as { job: string };
      const choices = { title: 'Long', level: 1, joined: [], keepLeftOut: false, removed: 'keep' };
      const brought = core.dispatch('lists.apply', { request: requestOf(9, number), job, ...choices });
      return brought.ok ? null : `${brought.error.code}: ${brought.error.message}`;
    },
  },
];

const leftovers = (file: string): string[] => {
  const backups = join(dirname(file), 'backups');
  return existsSync(backups) ? readdirSync(backups).filter((name) => /tmp|journal|-wal|-shm/.test(name)) : [];
};

type Told = { lost: number; corrupt: number; refused: number; readonly wrong: string[] };

const readOnlyReason = (core: Core): string | null => {
  const reply = core.dispatch('app.read', {});
  return reply.ok ? (reply.value as { readOnly: string | null }).readOnly : 'unread';
};

/** One disk: filled, written until it refuses, asked for more, given room again. */
const onDisk = (told: Told, attempt: Attempt, point: number, random: () => number): void => {
  const folder = newFolder();
  mount(folder);
  try {
    const file = join(folder, 'groundwork.db');
    copyFileSync(newFile(), file);
    attempt.prepare?.(file);
    const core = openCoreOn(file);
    const name = `${attempt.name} ${point}`;
    const oracle = new Oracle();
    let number = 0;
    const deed = (): string | null => {
      const next = deedOf(random, number);
      number += 1;
      const why = carryOut(core, point, next);
      if (why === null) oracle.done(next);
      else oracle.perhaps(next);
      return why;
    };
    for (let count = below(random, 20); count > 0; count -= 1) deed();
    fill(folder, below(random, 400_000));
    let why: string | null = null;
    while (why === null && number < MOST_DEEDS) why = deed();
    if (why !== null) told.refused += 1;
    if (why === null || !why.startsWith('read_only')) told.wrong.push(`${name}: ${why ?? 'never refused'}`);
    if (readOnlyReason(core) === null) told.wrong.push(`${name}: no reason is shown`);
    const refused = attempt.run(core, number);
    if (attempt.name !== 'write' && refused === null) told.wrong.push(`${name}: not refused`);
    // Whatever was begun is gone again, and what is there can be read.
    if (leftovers(file).length > 0) told.wrong.push(`${name}: left ${leftovers(file).join(', ')}`);
    if (!core.dispatch('today.read', {}).ok) told.wrong.push(`${name}: cannot be read`);

    makeRoom(folder);
    const after = deed();
    if (after !== null) told.wrong.push(`${name}: not saved once there was room: ${after}`);
    if (readOnlyReason(core) !== null) told.wrong.push(`${name}: still read-only`);
    const again = attempt.run(core, number + 1);
    if (again !== null) told.wrong.push(`${name}: not done once there was room: ${again}`);
    core.close();
    if (isWhole(file)) told.lost += oracle.lostIn(factsOf(file)).length;
    else told.corrupt += 1;
  } finally {
    unmount(folder);
  }
};

/** A file of an older version on a disk without room for the copy that is made before it is brought up to date. */
const migrateOn = (told: Told, point: number): void => {
  const folder = newFolder();
  mount(folder);
  try {
    const file = join(folder, 'groundwork.db');
    const version = 1 + (point % (migrations.length - 1));
    const db = new Database(file);
    for (const step of migrations.slice(0, version)) for (const statement of step) db.exec(statement);
    db.pragma(`user_version = ${version}`);
    db.close();
    fill(folder, 4_096 * (1 + point));
    let sentence = '';
    try {
      openCoreOn(file).close();
    } catch (error) {
      sentence = error instanceof Error ? error.message : '';
    }
    if (!/room|full|space/i.test(sentence)) told.wrong.push(`migrate ${version}: "${sentence}"`);
    else told.refused += 1;
    makeRoom(folder);
    const still = new Database(file);
    if (still.pragma('user_version', { simple: true }) !== version) told.corrupt += 1;
    still.close();
    openCoreOn(file).close();
    if (!isWhole(file)) told.corrupt += 1;
  } finally {
    unmount(folder);
  }
};

export const smallDisk: Suite = {
  name: 'small-disk',
  what: 'a real disk that is full while deeds, a backup, a long list and a newer version are written',
  skip,
  run: async (run) => {
    catalogueDir();
    const random = seeded(run.seed);
    const told: Told = { lost: 0, corrupt: 0, refused: 0, wrong: [] };
    const rounds = sized(run, 1, 4, 20);
    for (let point = 0; point < rounds; point += 1) {
      for (const attempt of attempts) onDisk(told, attempt, point, random);
      migrateOn(told, point);
    }
    const { refused, ...rest } = told;
    return {
      ...rest,
      points: rounds * (attempts.length + 1),
      counts: { refusals: refused },
      // A disk that is not small refuses nothing.
      planted: { what: 'a disk without room is a refusal that is seen', caught: refused > 0 },
    };
  },
};
