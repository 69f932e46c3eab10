import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readList } from '../../../main/lists/read-list.ts';
import { writeList, type WrittenList } from '../../../main/lists/write-list.ts';
import { messyMarkdown } from './messy-markdown.ts';
import { randomList } from './random-lists.ts';
import { listOf } from './views.ts';

const readBack = (list: WrittenList): WrittenList => {
  const document = readList(writeList(list), 'other.md');
  expect(document.leftOut).toEqual([]);
  return listOf(document);
};

describe('a written list', () => {
  test('reads back as the same, whatever its texts and notes are', () => {
    fc.assert(
      fc.property(randomList, (list) => {
        expect(readBack(list)).toEqual(list);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    );
  });

  test('is the same again when it was read from any Markdown', () => {
    fc.assert(
      fc.property(messyMarkdown, fc.boolean(), ({ lines }, takeLookalikes) => {
        const list = listOf(readList(lines.join('\n'), 'file.md', { takeLookalikes }));
        expect(readBack(list)).toEqual(list);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 200) },
    );
  });
});
