import { join } from 'node:path';
import Database from 'better-sqlite3';
import { seeded } from './huge.ts';
import type { TopicStatus } from '../../shared/values.ts';
import {
  addSyncPairs,
  figureOf,
  noPairs,
  ratioFigure,
  ratioOf,
  settled,
  timed,
  type Figure,
} from './measure.ts';
import { call, openCoreOn, SIZES, type Setting, type Size } from './setting.ts';

const PAIRS = 3_000;
const WARM_UP = 300;
/** The three sizes take turns in blocks, so that a noisy minute hits all of them. */
const BLOCK = 100;

type TopicRow = { readonly number: number; readonly id: string; readonly status: TopicStatus | null };

const TOPICS = `SELECT t.number, t.id, s.status FROM topic t LEFT JOIN topic_state s ON s.topic = t.number
  WHERE t.retired = 0`;

/** One tick through the router beside one raw UPDATE of one row, both committed in full, on files of the same size. */
export const measureTick = (setting: Setting): Figure[] => {
  const subjects = SIZES.map((size) => ({ size, pairs: noPairs(), ...openBoth(setting, size) }));
  for (let done = 0; done < PAIRS; done += BLOCK) {
    for (const { pairs, floor, subject } of subjects) addSyncPairs(pairs, BLOCK, floor, subject);
  }
  for (const { close } of subjects) close();
  const measured = subjects.map(({ size, pairs }) => ({ size, pairs: settled(pairs, WARM_UP) }));
  const flat = ratioOf(measured.at(-1)!.pairs) / ratioOf(measured[0]!.pairs);
  return [
    ...measured.map(({ size, pairs }) => figureOf('tick', size, pairs, { by: 'ratio', atMost: 1.5 })),
    ratioFigure('tick-flat', SIZES.at(-1)!, flat, 1.15),
  ];
};

type Both = { readonly floor: () => number; readonly subject: () => number; readonly close: () => void };

const openBoth = (setting: Setting, size: Size): Both => {
  const tick = openSubject(setting, size);
  const update = openFloor(setting, size);
  return {
    floor: update.run,
    subject: tick.run,
    close: () => {
      tick.close();
      update.close();
    },
  };
};

type Side = { readonly run: () => number; readonly close: () => void };

const openSubject = (setting: Setting, size: Size): Side => {
  const dir = setting.dataDir(size);
  const topics = topicsIn(join(dir, 'groundwork.db'));
  const core = openCoreOn(setting, dir);
  const status = new Map(topics.map((topic) => [topic.id, topic.status ?? 'todo']));
  const random = seeded(1);
  let requests = 0;
  return {
    run: () => {
      const { id } = topics[Math.floor(random() * topics.length)]!;
      const next = status.get(id) === 'done' ? 'todo' : 'done';
      status.set(id, next);
      requests += 1;
      const request = `01a00000-0000-7000-8000-${requests.toString(16).padStart(12, '0')}`;
      return timed(() => call(core, 'topics.setStatus', { request, topic: id, status: next }));
    },
    close: () => core.close(),
  };
};

/** Another value at each update: an UPDATE to the value that stands there writes no page and skips the sync. */
const other: Readonly<Record<TopicStatus, TopicStatus>> = {
  todo: 'learning',
  learning: 'todo',
  done: 'revise',
  revise: 'done',
  skipped: 'skipped',
};

const openFloor = (setting: Setting, size: Size): Side => {
  const file = join(setting.dataDir(size), 'groundwork.db');
  const topics = topicsIn(file).filter((topic) => topic.status !== null);
  const status = new Map(topics.map((topic) => [topic.number, topic.status!]));
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('The floor does not commit in full.');
  const update = db.prepare('UPDATE topic_state SET status = ?, event = ? WHERE topic = ?');
  const random = seeded(2);
  let event = 10_000_000;
  return {
    run: () => {
      const { number } = topics[Math.floor(random() * topics.length)]!;
      const next = other[status.get(number)!];
      status.set(number, next);
      event += 1;
      return timed(() => update.run(next, event, number));
    },
    close: () => void db.close(),
  };
};

const topicsIn = (file: string): TopicRow[] => {
  const db = new Database(file, { readonly: true });
  const rows = db.prepare<[], TopicRow>(TOPICS).all();
  db.close();
  return rows;
};
