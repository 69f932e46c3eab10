import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Core } from '../../main/core.ts';
import { firstRead, openFloor } from './first-screen.ts';
import { addSyncPairs, figureOf, noPairs, settled, timed, type Figure } from './measure.ts';
import { call, openCoreOn, SIZES, type Setting } from './setting.ts';

/** Reviews and warnings look at every skill, 10,000 of them in the largest file: they need not be flat, but quick. */
const GOAL_MS = 50;
const ROUNDS = 10;
const TICKS_PER_ROUND = 20;

/** What Today and the rooms of planning ask, each once per reading. */
const QUESTIONS = {
  today: (core: Core) => call(core, 'today.read', {}),
  steps: (core: Core) => call(core, 'steps.list', {}),
  reviews: (core: Core) => call(core, 'reviews.list', {}),
  radar: (core: Core) => call(core, 'radar.read', {}),
  forecast: (core: Core, roles: readonly string[]) => call(core, 'roles.forecast', { roles: [...roles] }),
} as const;
type Question = keyof typeof QUESTIONS;
const NAMES = Object.keys(QUESTIONS) as Question[];

/**
 * Each question in a core that was just opened, and after a tick that moves a figure of the first target. The floor reads
 * what any program would read for a first screen.
 */
export const measureSteps = (setting: Setting): Figure[] => {
  const subjects = SIZES.map((size) => {
    const dir = setting.dataDir(size);
    return { size, dir, topics: topicsOfCatalogue(join(dir, 'groundwork.db')), pairs: pairsOfAll() };
  });
  let requests = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { dir, topics, pairs } of subjects) {
      const file = join(dir, 'groundwork.db');
      for (const name of NAMES) {
        const core = openCoreOn(setting, dir);
        const roles = call(core, 'targets.list', {}).targets.map(({ role }) => role);
        const ask = (): number => timed(() => QUESTIONS[name](core, roles));
        addSyncPairs(pairs[name].cold, 1, () => firstRead(file), ask);
        const floor = openFloor(file);
        const afterTick = (): number => {
          const topic = topics[(requests += 1) % topics.length]!;
          const request = `01b00000-0000-7000-8000-${requests.toString(16).padStart(12, '0')}`;
          call(core, 'topics.setStatus', { request, topic, status: requests % 2 === 0 ? 'done' : 'todo' });
          return ask();
        };
        addSyncPairs(pairs[name].ticked, TICKS_PER_ROUND, floor.run, afterTick);
        floor.close();
        core.close();
      }
    }
  }
  return NAMES.flatMap((name) =>
    (['cold', 'ticked'] as const).flatMap((kind) => {
      const warmUp = kind === 'cold' ? 1 : TICKS_PER_ROUND;
      return subjects.map(({ size, pairs }) => {
        const asked = settled(pairs[name][kind], warmUp);
        return figureOf(`${name}-${kind}`, size, asked, { by: 'median_ms', atMost: GOAL_MS });
      });
    }),
  );
};

const pairsOfAll = () =>
  Object.fromEntries(NAMES.map((name) => [name, { cold: noPairs(), ticked: noPairs() }])) as Record<
    Question,
    { readonly cold: ReturnType<typeof noPairs>; readonly ticked: ReturnType<typeof noPairs> }
  >;

/** Topics of the catalogue, which the roles ask for. */
const topicsOfCatalogue = (file: string): string[] => {
  const db = new Database(file, { readonly: true });
  const ids = db
    .prepare<[], string>(`SELECT id FROM topic WHERE origin = 'catalogue' AND retired = 0 ORDER BY number`)
    .pluck()
    .all();
  db.close();
  return ids;
};
