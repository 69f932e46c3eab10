import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Portable } from '../../data/portable.ts';
import { fillFile } from '../../data/portable-fill.ts';
import { readFile } from '../../main/portable/read-file.ts';
import type { Reply } from '../../shared/reply.ts';
import { poolsOf } from '../helpers/pools.ts';
import { doAnything, portableOf } from '../helpers/random-file.ts';
import type { TestCore } from '../helpers/test-core.ts';
import { dropFolder, newFile, openCoreOn } from './stage.ts';
import { sized, type Suite } from './suite.ts';

const PER_FILE = 8;

/** Commands of every noun with random inputs, and after every few: everything out as a file, and into an empty one. */
export const lossless: Suite = {
  name: 'lossless',
  what: 'everything out as JSON and into an empty file, over random files',
  run: async (run) => {
    const points = sized(run, 4, 300, 1_000);
    const wrong: string[] = [];
    let lost = 0;
    let events = 0;
    let last: Portable | undefined;
    for (let point = 0; point < points;) {
      const file = newFile();
      const opened = openCoreOn(file);
      const core = {
        ...opened,
        ask: (name: string, input: unknown) => opened.dispatch(name, input),
        call: (name: string, input: unknown) => {
          const reply = opened.dispatch(name, input) as Reply<unknown>;
          if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
          return reply.value;
        },
      } as unknown as TestCore;
      const pools = poolsOf(core, dirname(file));
      for (let turn = 0; turn < 50 && point < points; turn += 1, point += 1) {
        doAnything(core, pools, PER_FILE, run.seed + point);
        const written = portableOf(file);
        events = Math.max(events, written.tables['event']!.rows.length);
        const other = newFile();
        const db = new Database(other);
        fillFile(db, readFile(Buffer.from(JSON.stringify(written))));
        db.close();
        const back = portableOf(other);
        for (const [table, content] of Object.entries(written.tables)) {
          if (JSON.stringify(back.tables[table]) !== JSON.stringify(content)) {
            lost += 1;
            wrong.push(`file ${point}: ${table} is not the same`);
          }
        }
        dropFolder(dirname(other));
        last = written;
      }
      opened.close();
      dropFolder(dirname(file));
    }
    const { rows } = last!.tables['event']!;
    const shorter = JSON.stringify(rows.slice(1)) === JSON.stringify(rows);
    return {
      points,
      lost,
      corrupt: 0,
      wrong,
      counts: { 'events in the largest': events },
      planted: { what: 'an event left out', caught: !shorter },
    };
  },
};
