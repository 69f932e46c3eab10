import { dirname, join } from 'node:path';
import { openDatabase } from '../../data/open.ts';
import { systemClock } from '../../main/clock.ts';
import { openWorkspace } from '../../main/workspace.ts';
import { seeded } from './huge.ts';
import { addSyncPairs, figureOf, noPairs, settled, timed, type Figure } from './measure.ts';
import { SIZES, type Setting, type Size } from './setting.ts';

const PAIRS = 5_000;
const WARM_UP = 1_000;

/** The three figures of all roles after one skill's counts moved. The floor reads seven stored rows by a prepared query. */
export const measureFigures = (setting: Setting): Figure[] => SIZES.map((size) => figuresAt(setting, size));

const figuresAt = (setting: Setting, size: Size): Figure => {
  const file = join(setting.dataDir(size), 'groundwork.db');
  const db = openDatabase(file, { backupDir: dirname(file) });
  const workspace = openWorkspace(db, systemClock());
  // Only skills that roles ask for: any other one would cost less.
  const skills = [
    ...new Set(
      workspace
        .roles()
        .flatMap(({ id }) => workspace.model(id).requirements.flatMap(({ members }) => members)),
    ),
  ].map((id) => workspace.skill(id).number);
  const rows = db.prepare('SELECT id, title FROM role');
  const random = seeded(3);
  const pairs = noPairs();
  addSyncPairs(
    pairs,
    PAIRS,
    () => timed(() => rows.all()),
    () => {
      const skill = skills[Math.floor(random() * skills.length)]!;
      const tally = workspace.counters.tally(skill);
      const [first, ...others] = tally.done;
      const done = [first > 0 ? first - 1 : first + 1, ...others] as unknown as typeof tally.done;
      return timed(() => {
        workspace.count(skill, { ...tally, done });
        workspace.figures();
      });
    },
  );
  db.close();
  return figureOf('figures', size, settled(pairs, WARM_UP), { by: 'median_ms', atMost: 0.05 });
};
