import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Core } from '../../main/core.ts';
import { addSyncPairs, figureOf, median, noPairs, ratioFigure, timed, type Figure } from './measure.ts';
import { call, openCoreOn, SIZES, type Setting } from './setting.ts';

const ROUNDS = 30;
const WARM_PER_ROUND = 20;

/** What the first screen asks: in a core that was just opened, and again. The floor opens the file and reads as much. */
export const measureFirstScreen = (setting: Setting): Figure[] => {
  const subjects = SIZES.map((size) => ({
    size,
    dir: setting.dataDir(size),
    cold: noPairs(),
    warm: noPairs(),
  }));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { dir, cold, warm } of subjects) {
      const core = openCoreOn(setting, dir);
      addSyncPairs(
        cold,
        1,
        () => firstRead(join(dir, 'groundwork.db')),
        () => timed(() => firstScreen(core)),
      );
      const floor = openFloor(join(dir, 'groundwork.db'));
      addSyncPairs(warm, WARM_PER_ROUND, floor.run, () => timed(() => firstScreen(core)));
      floor.close();
      core.close();
    }
  }
  return (['cold', 'warm'] as const).flatMap((kind) => {
    const name = `first-screen-data-${kind}`;
    const measured = subjects.map((subject) => {
      const skipped = kind === 'cold' ? 1 : WARM_PER_ROUND;
      const { floor, subject: times } = subject[kind];
      return { size: subject.size, pairs: { floor: floor.slice(skipped), subject: times.slice(skipped) } };
    });
    const flat = median(measured.at(-1)!.pairs.subject) / median(measured[0]!.pairs.subject);
    return [
      ...measured.map(({ size, pairs }) => figureOf(name, size, pairs, null)),
      ratioFigure(`${name}-flat`, SIZES.at(-1)!, flat, 1.15),
    ];
  });
};

const firstScreen = (core: Core): void => {
  call(core, 'app.read', {});
  call(core, 'today.read', {});
};

/** What any program would read for a first screen: the saved counts, the targets, the newest events, a page of topics. */
export const FIRST_READ = [
  `SELECT value FROM cache WHERE name = 'counters'`,
  'SELECT role, date FROM target ORDER BY position',
  'SELECT seq, at, changes FROM event ORDER BY seq DESC LIMIT 60',
  'SELECT number, text FROM topic ORDER BY number LIMIT 60',
] as const;

export const openFloor = (file: string): { readonly run: () => number; readonly close: () => void } => {
  const db = new Database(file, { readonly: true });
  const statements = FIRST_READ.map((text) => db.prepare(text));
  return {
    run: () =>
      timed(() => {
        for (const statement of statements) statement.all();
      }),
    close: () => void db.close(),
  };
};

export const firstRead = (file: string): number =>
  timed(() => {
    const db = new Database(file, { readonly: true });
    for (const text of FIRST_READ) db.prepare(text).all();
    db.close();
  });
