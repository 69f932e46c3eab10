import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../../../shared/rules/csv.ts';
import { parseCsv } from '../../helpers/csv.ts';

test.each([
  [['a', 'b'], 'a,b\r\n'],
  [['a,b', 'say "no"', 'two\nlines'], '"a,b","say ""no""","two\nlines"\r\n'],
  [[null, 0, -1.5], ',0,-1.5\r\n'],
  [['=1', '+a', '-a', '@a', '\ta'], `'=1,'+a,'-a,'@a,'\ta\r\n`],
  [['-12', '+3.5'], '-12,+3.5\r\n'],
  [['＝1', '＠a'], `'＝1,'＠a\r\n`],
])('%j', (row, line) => {
  expect(csv([row])).toBe(line);
});

test('of 10,000 cells none starts as a formula, and each is read back as it was', () => {
  const start = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '"', "'", ' ');
  const text = fc
    .tuple(start, fc.string({ unit: 'grapheme', maxLength: 12 }))
    .map((parts) => parts.join('').toWellFormed());
  let cells = 0;
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (row) => {
      cells += row.length;
      const [read] = parseCsv(csv([row]));
      expect(read).toHaveLength(row.length);
      read!.forEach((cell, index) => {
        const wanted = row[index]!;
        expect(cell === wanted || cell === `'${wanted}`).toBe(true);
        expect(/^[=+\-@\t\r\n\0＝＋－＠]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell)).toBe(false);
      });
    }),
    { numRuns: 2_500 },
  );
  expect(cells).toBeGreaterThan(10_000);
});
