import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Core } from '../../main/core.ts';
import { makeHuge } from './huge.ts';
import { addSyncPairs, figureOf, noPairs, settled, timed, type Figure, type Pairs } from './measure.ts';
import { call, openCoreOn, type Setting } from './setting.ts';

const EVENTS = 200_000;
const ROUNDS = 12;
const WARM_UP = 2;
/** Parts of the journal that are saved, one at each pause of the person. */
const PAUSES = 50;

/** Everything that the room asks when it is opened. */
const openRoom = (core: Core, role: string): void => {
  call(core, 'insights.role', { role, weeks: 26 });
  call(core, 'insights.days', {});
  call(core, 'insights.categories', { weeks: 26 });
};

/**
 * Five years of use with 200,000 events: what Insights asks in a core that was just opened, the whole line of a role, and
 * going to another past day. The floor reads the log once from end to end.
 */
export const measureInsights = (setting: Setting): Figure[] =>
  ([866, 100_000] as const).flatMap((topics) => {
    const { dir, role } = fiveYears(setting, topics);
    const file = join(dir, 'groundwork.db');
    const opened = noPairs();
    const line = noPairs();
    const past = noPairs();
    const floor = (): number => timed(() => readLog(file));
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      const core = openCoreOn(setting, dir);
      addSyncPairs(opened, 1, floor, () => timed(() => openRoom(core, role)));
      addSyncPairs(line, 1, floor, () => timed(() => call(core, 'insights.role', { role, weeks: null })));
      call(core, 'past.read', { date: '2024-01-01' });
      const date = `2025-0${1 + (round % 9)}-15`;
      addSyncPairs(past, 1, floor, () => timed(() => call(core, 'past.read', { date })));
      core.close();
    }
    const rest = (pairs: Pairs): Pairs => settled(pairs, WARM_UP);
    return [
      figureOf('insights-open', topics, rest(opened), { by: 'median_ms', atMost: 300 }),
      figureOf('insights-five-years', topics, rest(line), { by: 'median_ms', atMost: 300 }),
      figureOf('insights-past-day', topics, rest(past), null),
    ];
  });

/**
 * A data folder with 200,000 events whose journal was saved in quiet moments, and its first target. With the topics of the
 * catalogue alone, every one of the events moves a figure.
 */
export const fiveYears = (
  setting: Setting,
  topics: 866 | 100_000,
): { readonly dir: string; readonly role: string } => {
  let dir = setting.dataDir(topics);
  if (topics === 866) {
    dir = join(dir, 'dense');
    mkdirSync(dir);
    const { catalogueDir } = setting;
    makeHuge(join(dir, 'groundwork.db'), { topics, events: EVENTS, catalogueDir });
  }
  const core = openCoreOn(setting, dir);
  for (let pause = 0; pause < PAUSES; pause += 1) core.rest();
  const role = call(core, 'targets.list', {}).targets[0]!.role;
  core.close();
  return { dir, role };
};

const readLog = (file: string): number => {
  const db = new Database(file, { readonly: true });
  let bytes = 0;
  for (const changes of db.prepare<[], string | Buffer>('SELECT changes FROM event').pluck().iterate())
    bytes += changes.length;
  db.close();
  return bytes;
};
