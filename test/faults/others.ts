import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Clock } from '../../main/clock.ts';
import { createCore } from '../../main/core.ts';
import { latestVersion, migrations } from '../../data/migrate.ts';
import { hashOf } from '../../data/whole-file.ts';
import { carryOut, deedOf, factsOf, isWhole, requestOf } from './model.ts';
import { catalogueDir, dropFolder, newFile, newFolder, openCoreOn, startChild, until } from './stage.ts';
import { below, seeded, sized, type Suite } from './suite.ts';

/** Files of newer versions are refused with not one byte changed; files of every older version come up to date. */
export const skew: Suite = {
  name: 'skew',
  what: 'files of newer and older versions',
  run: async (run) => {
    const wrong: string[] = [];
    let points = 0;
    const refused = (file: string): boolean => {
      try {
        openCoreOn(file).close();
        return false;
      } catch (error) {
        return error instanceof Error && error.name === 'OpenError' && /later one/.test(error.message);
      }
    };
    for (const ahead of [1, 10]) {
      for (const extra of ['', 'CREATE TABLE later (a)', 'DROP TABLE search_item', 'DELETE FROM meta']) {
        points += 1;
        const file = newFile();
        const db = new Database(file);
        if (extra !== '') db.exec(extra);
        db.pragma(`user_version = ${latestVersion + ahead}`);
        db.close();
        const before = hashOf(file);
        if (!refused(file)) wrong.push(`version +${ahead} ${extra}: not refused`);
        const left = readdirSync(dirname(file)).filter((name) => name !== 'groundwork.db');
        if (hashOf(file) !== before || left.length > 0)
          wrong.push(`version +${ahead} ${extra}: changed, or left ${left.join(', ')}`);
      }
    }
    for (let version = 1; version < latestVersion; version += 1) {
      points += 1;
      const file = join(newFolder(), 'groundwork.db');
      const db = new Database(file);
      for (const step of migrations.slice(0, version)) for (const statement of step) db.exec(statement);
      db.pragma(`user_version = ${version}`);
      db.close();
      const core = openCoreOn(file);
      const random = seeded(run.seed);
      for (let number = 0; number < 20; number += 1) carryOut(core, version, deedOf(random, number));
      core.close();
      if (!isWhole(file)) wrong.push(`version ${version}: not whole after it was brought up to date`);
      const copies = readdirSync(join(dirname(file), 'backups'));
      if (!copies.some((name) => name.startsWith('before-version')))
        wrong.push(`version ${version}: no copy was made`);
    }
    return {
      points,
      lost: 0,
      corrupt: 0,
      wrong,
      planted: { what: 'a file of this version is no newer one', caught: !refused(newFile()) },
    };
  },
};

const ZONES = [
  'UTC',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/St_Johns',
  'Australia/Lord_Howe',
];
const DAY = 86_400_000;
const JUMPS = [0, -DAY, -3_653 * DAY, 18_262 * DAY, 3_600_000, -3_600_000, 11.5 * 3_600_000];
const STARTS = [
  '2026-11-24T09:00:00Z',
  '2026-03-08T06:59:00Z',
  '2026-11-01T05:59:00Z',
  '2026-10-03T15:29:00Z',
  '2024-02-29T23:59:00Z',
];

/** The date that somebody in the zone would read on a calendar, told by another calendar than the product's. */
const dateIn = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);

/** Clocks that jump, zones that change between two calls, days of 23 and 25 hours. */
export const clocks: Suite = {
  name: 'clocks',
  what: 'clocks that jump and zones that change',
  run: async (run) => {
    const combos = sized(run, 4, 40, 600);
    const random = seeded(run.seed);
    const wrong: string[] = [];
    let lost = 0;
    for (let combo = 0; combo < combos; combo += 1) {
      let now = Date.parse(STARTS[below(random, STARTS.length)]!);
      let zone = ZONES[0]!;
      const clock: Clock = { now: () => now, zone: () => zone };
      const file = newFile();
      const core = createCore({
        file,
        catalogueDir: catalogueDir(),
        clock,
        version: '0.1.0',
        log: () => undefined,
      });
      core.startCopies();
      const told = `combination ${combo}`;
      for (let number = 1; number <= 6; number += 1) {
        zone = ZONES[below(random, ZONES.length)]!;
        now += JUMPS[below(random, JUMPS.length)]!;
        const topic = `git.0${number}`;
        const request = requestOf(combo, number);
        const reply = core.dispatch('topics.setStatus', { request, topic, status: 'done' });
        const state = (reply as { value?: { topics: { state: { doneOn: string } }[] } }).value?.topics[0]
          ?.state;
        if (!reply.ok) lost += 1;
        else if (state?.doneOn !== dateIn(zone, now))
          wrong.push(`${told}: ${state?.doneOn} is not ${dateIn(zone, now)}`);
        core.rest();
        for (const name of ['app.read', 'today.read', 'reviews.list']) {
          const shown = core.dispatch(name, {});
          if (!shown.ok) wrong.push(`${told}: ${name}: ${shown.error.message}`);
        }
      }
      const done = [...factsOf(file)].filter(
        ([key, value]) => key.startsWith('topic git.') && value === 'done',
      );
      if (done.length !== 6) lost += 6 - done.length;
      core.close();
      const db = new Database(file, { readonly: true });
      const seqs = db.prepare<[], { seq: number }>('SELECT seq FROM event ORDER BY seq').all();
      db.close();
      if (seqs.some(({ seq }, index) => seq !== index + 1)) wrong.push(`${told}: the log has gaps`);
      dropFolder(dirname(file));
    }
    const caught =
      dateIn('Pacific/Apia', Date.parse(STARTS[0]!)) !==
      dateIn('UTC', Date.parse('2026-11-24T23:30:00Z') - DAY);
    return {
      points: combos,
      lost,
      corrupt: 0,
      wrong,
      planted: { what: 'a day told by another zone', caught },
    };
  },
};

/** Several processes want one folder: one has it, the others say so at once, and a killed owner leaves no lock. */
export const instances: Suite = {
  name: 'instances',
  what: 'several processes on one data folder',
  run: async (run) => {
    const rounds = sized(run, 1, 20, 200);
    const random = seeded(run.seed);
    const wrong: string[] = [];
    let refusals = 0;
    for (let round = 0; round < rounds; round += 1) {
      const folder = newFolder();
      const count = 2 + below(random, 4);
      const all = await Promise.all(Array.from({ length: count }, () => startChild('own-folder', [folder])));
      await until(() => all.every((one) => one.lines().length > 0));
      const owners = all.filter((one) => one.lines()[0] === 'owns');
      if (owners.length !== 1) wrong.push(`round ${round}: ${owners.length} owners`);
      for (const one of all) {
        const [word, ms] = one.lines()[0]!.split(' ');
        if (word === 'owns') continue;
        refusals += 1;
        if (word !== 'owned' || Number(ms) > 1_000) wrong.push(`round ${round}: ${one.lines()[0]}`);
      }
      for (const owner of owners) {
        owner.process.kill('SIGKILL');
        await owner.ended;
      }
      const next = await startChild('own-folder', [folder]);
      await next.until(() => next.lines().length > 0);
      if (next.lines()[0] !== 'owns') wrong.push(`round ${round}: a killed owner left a lock`);
      next.process.kill('SIGKILL');
      await next.ended;
    }
    return {
      points: rounds,
      lost: 0,
      corrupt: 0,
      wrong,
      counts: { refusals },
      planted: { what: 'a second owner is refused', caught: refusals > 0 },
    };
  },
};

/** The host is lost in mid-save and asked again: what it saved unheard is not done twice, what it did not is done. */
export const retries: Suite = {
  name: 'retries',
  what: 'host lost in mid-save, then asked again with the same request',
  run: async (run) => {
    const rounds = sized(run, 2, 20, 200);
    const random = seeded(run.seed);
    const file = newFile();
    const wrong: string[] = [];
    let lost = 0;
    let next = 0;
    const all = seeded(run.seed);
    const deeds = Array.from({ length: 20_000 }, (_, number) => deedOf(all, number));
    for (let round = 0; round < rounds; round += 1) {
      const child = await startChild('deeds', [file, catalogueDir(), run.seed, 7, next, 2_000].map(String));
      const wanted = 1 + below(random, 10);
      await child.until(() => child.lines().length >= 2 * wanted + below(random, 2));
      child.process.kill('SIGKILL');
      await child.ended;
      const begun = child.lines().findLast((line) => line.startsWith('begin'))!;
      const number = Number(begun.split(' ')[1]);
      const deed = deeds[number]!;
      const core = openCoreOn(file);
      for (const turn of [1, 2]) {
        const why = carryOut(core, 7, deed);
        if (why !== null && deed.procedure !== 'topics.setStatus')
          wrong.push(`round ${round}, turn ${turn}: ${why}`);
      }
      core.close();
      if (deed.procedure !== 'settings.set') {
        const db = new Database(file, { readonly: true });
        const { n } = db
          .prepare<[string], { n: number }>('SELECT count(*) AS n FROM event WHERE request = ?')
          .get(requestOf(7, number))!;
        db.close();
        if (n > 1) wrong.push(`round ${round}: done ${n} times`);
        if (n === 1 && factsOf(file).get(deed.key) !== deed.value) lost += 1;
      }
      next = number + 1;
    }
    const core = openCoreOn(file);
    const twice = { procedure: 'notes.set', key: 'note git', value: 'again', number: 0 };
    const input = { kind: 'skill', id: 'git', text: 'again' };
    const count = (): number => {
      const db = new Database(file, { readonly: true });
      try {
        return db.prepare<[], { n: number }>('SELECT count(*) AS n FROM event').get()!.n;
      } finally {
        db.close();
      }
    };
    const before = count();
    carryOut(core, 90, { ...twice, input });
    carryOut(core, 91, { ...twice, input: { ...input, text: 'and again' } });
    const caught = count() === before + 2;
    core.close();
    return {
      points: rounds,
      lost,
      corrupt: 0,
      wrong,
      planted: { what: 'another request is another deed', caught },
    };
  },
};
