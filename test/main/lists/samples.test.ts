import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ListTask } from '../../../main/lists/document.ts';
import { matchLists } from '../../../main/lists/match-lists.ts';
import { readList } from '../../../main/lists/read-list.ts';
import { writeList } from '../../../main/lists/write-list.ts';
import { presentOf } from './present.ts';
import { listOf } from './views.ts';

const samples = process.env['GROUNDWORK_SAMPLES'];
const folder = samples === undefined ? '' : resolve(samples, 'checklists');
const bytesOf = (file: string): Uint8Array => readFileSync(resolve(folder, file));

type Expected = { readonly file: string } & Record<string, number | string>;
const expected: readonly Expected[] =
  samples === undefined ? [] : JSON.parse(readFileSync(resolve(folder, 'counts.json'), 'utf8'));
const files = samples === undefined ? [] : readdirSync(folder).filter((file) => file.endsWith('.md'));

const everyTask = (tasks: readonly ListTask[]): ListTask[] =>
  tasks.flatMap((task) => [task, ...everyTask(task.children)]);

describe.skipIf(samples === undefined)(
  'checklists of GROUNDWORK_SAMPLES (skipped where it names no folder)',
  () => {
    test('have a count each', () => {
      expect(expected.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
      expect(files.length).toBeGreaterThan(0);
    });

    test.each(expected)(
      '$file has the tasks, ticks and headings that GitHub finds',
      ({ file, ...counts }) => {
        const document = readList(bytesOf(file), file);
        expect(document.counts).toEqual(counts);
        expect(document.skills.flatMap(({ tasks }) => everyTask(tasks))).toHaveLength(
          Number(counts['tasks']),
        );
      },
    );

    test.each(files)('%s keeps each word, in tasks, notes, headings or what is left out', (file) => {
      const { category, skills, leftOut } = readList(bytesOf(file), file);
      const kept = wordsIn(stringsIn([category, skills, leftOut]).join(' '));
      const words = wordsIn(new TextDecoder().decode(bytesOf(file)));
      expect([...words].filter((word) => !kept.has(word))).toEqual([]);
    });

    test.each(files)('%s is the same when it is written and read', (file) => {
      for (const takeLookalikes of [false, true]) {
        const list = listOf(readList(bytesOf(file), file, { takeLookalikes }));
        expect(listOf(readList(writeList(list), 'other.md'))).toEqual(list);
      }
    });

    test('the list of 2016 is brought up to that of 2024 without losing a tick or a note unsaid', () => {
      const before = readList(bytesOf('en-2016-07-18.md'), 'list.md');
      const after = readList(bytesOf('en-2024-12-06.md'), 'list.md');
      const present = presentOf(before.skills);
      const { totals, tasks, removedTasks } = matchLists(present, after.skills);
      console.log('2016 to 2024:', JSON.stringify(totals));
      expect(totals.added + totals.removed).toBeLessThan(600);
      const ticks = before.counts.checked;
      const kept = [...tasks].filter(
        ([task, { key, tick }]) => key !== null && (task.checked || tick === 'unticked'),
      );
      expect(kept.length + removedTasks.filter(({ loses }) => loses).length).toBeGreaterThanOrEqual(ticks);
      expect(matchLists(presentOf(after.skills), after.skills).totals.same).toBe(after.counts.tasks);
    });
  },
);

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

/** Runs of letters and digits. */
const wordsIn = (text: string): Set<string> => new Set(text.match(/[\p{L}\p{N}]{2,}/gu));
