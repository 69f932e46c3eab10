import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { openDatabase } from '../../data/open.ts';
import { putTopicTexts } from '../../data/search-index.ts';
import { transaction } from '../../data/sql.ts';
import { call, openCoreOn, type Setting } from './setting.ts';
import { addSyncPairs, figureOf, noPairs, timed, type Collected, type Figure } from './measure.ts';

const ITEMS = [10_000, 100_000] as const;
const PAIRS = { 10_000: 5, 100_000: 3 } as const;
/** Tasks below one heading, and headings that the floor's parser is handed at a time: it grows faster than its input. */
const PER_SKILL = 20;
const PER_PIECE = 1_000;
const UPLOAD = 'BBBBBBBBBBBBBBBBBBBBBB';

/**
 * Bringing a list: read, compared and applied, beside the bare parser, a raw insert of the same rows and the same index.
 * `bring-apply` is the one transaction alone, which the core's thread is busy with.
 */
export const measureBring = (setting: Setting): Figure[] => ITEMS.flatMap((items) => bringAt(setting, items));

type Task = { readonly skill: number; readonly text: string; readonly checked: boolean };

const tasksOf = (items: number): readonly Task[] =>
  Array.from({ length: items }, (_, index) => ({
    skill: Math.floor(index / PER_SKILL),
    text: `I can do step ${index} of a list and explain [why](https://example.org/${index}) it is done`,
    checked: index % 3 === 0,
  }));

const pieceOf = (tasks: readonly Task[]): string =>
  [...Map.groupBy(tasks, ({ skill }) => skill)]
    .map(
      ([skill, own]) =>
        `## Skill ${skill}\n\n${own.map(({ text, checked }) => `- [${checked ? 'x' : ' '}] ${text}`).join('\n')}\n`,
    )
    .join('\n');

const bringAt = (setting: Setting, items: (typeof ITEMS)[number]): Figure[] => {
  const tasks = tasksOf(items);
  const pieces = Array.from({ length: Math.ceil(items / PER_PIECE) }, (_, piece) =>
    pieceOf(tasks.slice(piece * PER_PIECE, (piece + 1) * PER_PIECE)),
  );
  const text = `# A long list\n\n${pieces.join('\n')}`;
  const whole = noPairs();
  const applied: Collected = noPairs();
  addSyncPairs(
    whole,
    PAIRS[items],
    () => floor(setting, tasks, pieces),
    () => {
      const { read, apply } = subject(setting, text);
      applied.floor.push(1);
      applied.subject.push(apply);
      return read + apply;
    },
  );
  return [
    figureOf('bring', items, whole, { by: 'ratio', atMost: 1.5 }),
    ...(items === 100_000
      ? [figureOf('bring-apply', items, applied, { by: 'median_ms' as const, atMost: 2_000 })]
      : []),
  ];
};

const subject = (setting: Setting, text: string): { read: number; apply: number } => {
  const dir = setting.dataDir(866);
  mkdirSync(join(dir, 'uploads'));
  writeFileSync(join(dir, 'uploads', UPLOAD), text);
  const core = openCoreOn(setting, dir);
  let job = '';
  const read = timed(() => {
    job = call(core, 'jobs.start', {
      kind: 'read-list',
      upload: UPLOAD,
      fileName: 'list.md',
      category: 'new',
      takeLookalikes: false,
    }).job;
  });
  const apply = timed(() =>
    call(core, 'lists.apply', {
      request: '01940000-0000-7000-8000-00000000beef',
      job,
      title: 'A long list',
      level: 1,
      joined: [],
      keepLeftOut: false,
      removed: 'keep',
    }),
  );
  core.close();
  return { read, apply };
};

/** The same text parsed, the same rows inserted with the same index entries, in one transaction. */
const floor = (setting: Setting, tasks: readonly Task[], pieces: readonly string[]): number => {
  const dir = setting.dataDir(866);
  const db = openDatabase(join(dir, 'groundwork.db'), { backupDir: dir });
  const first = db.prepare<[], { n: number }>('SELECT max(number) AS n FROM topic').get()!.n + 1;
  const firstSkill = db.prepare<[], { n: number }>('SELECT max(number) AS n FROM skill').get()!.n + 1;
  writeFileSync(join(dir, 'list.md'), pieces.join('\n'));
  const taken = timed(() => {
    readFileSync(join(dir, 'list.md'));
    for (const piece of pieces) {
      fromMarkdown(piece, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    }
    transaction(db, () => {
      db.prepare(
        `INSERT INTO category (id, origin, position, title) VALUES ('floor', 'user', 9, 'Floor')`,
      ).run();
      const skill = db.prepare(
        `INSERT INTO skill (number, id, origin, category, position, name, description, estimated_hours, half_life_months)
         VALUES (?, ?, 'user', 'floor', ?, ?, '', 0, 24)`,
      );
      const topic = db.prepare(
        `INSERT INTO topic (number, id, origin, skill, level, position, text) VALUES (?, ?, 'user', ?, 1, ?, ?)`,
      );
      const state = db.prepare(
        `INSERT INTO topic_state (topic, status, since, done_on, event) VALUES (?, 'done', '2026-11-24', '2026-11-24', 1)`,
      );
      let last = -1;
      tasks.forEach((task, index) => {
        if (task.skill !== last)
          skill.run(firstSkill + task.skill, `f-${task.skill}`, task.skill, `Skill ${task.skill}`);
        last = task.skill;
        topic.run(first + index, `floor-${index}`, firstSkill + task.skill, index, task.text);
        if (task.checked) state.run(first + index);
      });
      putTopicTexts(
        db,
        tasks.map(({ text }, index) => ({ number: first + index, text })),
      );
    });
  });
  db.close();
  return taken;
};
