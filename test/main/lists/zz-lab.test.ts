import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Nodes } from 'mdast';
import { messyMarkdown } from './messy-markdown.ts';
import { readList } from '../../../main/lists/read-list.ts';
import { writeList } from '../../../main/lists/write-list.ts';
import { inlineText } from '../../../main/lists/inline-text.ts';
import { matchLists } from '../../../main/lists/match-lists.ts';
import { readPieces, readDefinitions, childrenOf } from '../../../main/lists/parse.ts';
const RUNS = Number(process.env.RUNS ?? 2000);
const pool = (doc: any): string => JSON.stringify([doc.category, doc.note, doc.skills, doc.leftOut]);
const flat = (pieces: Iterable<any>) => {
  const out: string[] = [];
  for (const p of pieces) {
    const v = (n: Nodes, top: boolean) => {
      if (!(top && n.type === 'list'))
        out.push(
          [
            n.type,
            n.position ? n.position.start.line + p.shift : '',
            n.position?.start.column,
            n.position ? n.position.end.line + p.shift : '',
            n.position?.end.column,
            (n as any).value ?? '',
            (n as any).checked ?? '',
          ].join(' '),
        );
      childrenOf(n).forEach((c) => v(c, false));
    };
    p.nodes.forEach((n: Nodes) => v(n, true));
  }
  return out;
};
const strip = (s: any): any =>
  Array.isArray(s)
    ? s.map(strip)
    : s && typeof s === 'object'
      ? Object.fromEntries(
          Object.entries(s)
            .filter(([k]) => k !== 'line')
            .map(([k, v]) => [k, strip(v)]),
        )
      : s;
const report = {
  numRuns: RUNS,
  reporter: (d: any) => {
    if (d.failed) {
      throw new Error(
        'seed ' +
          d.seed +
          '\n' +
          (d.counterexample[0].lines?.join('\n') ?? JSON.stringify(d.counterexample)) +
          '\n----\n' +
          d.errorInstance?.message,
      );
    }
  },
};
test('pieces', () => {
  fc.assert(
    fc.property(messyMarkdown, fc.integer({ min: 1, max: 60 }), ({ lines }, len) => {
      const defs = readDefinitions(lines, 0);
      const strip0 = (x: string[]) => x.filter((l) => !l.startsWith('definition'));
      expect(strip0(flat(readPieces(lines, 0, defs, len)))).toEqual(
        strip0(flat(readPieces(lines, 0, defs, 1e9))),
      );
    }),
    report,
  );
});
for (const take of [false, true])
  test('nothing dropped ' + take, () => {
    fc.assert(
      fc.property(messyMarkdown, ({ lines, words }) => {
        const doc = readList(lines.join('\n'), 'file.md', { takeLookalikes: take });
        const p = pool(doc);
        const seen = new Set(p.match(/w\d+q/g));
        for (const w of words)
          if (!seen.has(w)) throw new Error('lost ' + w + '\n' + JSON.stringify(doc, null, 1));
      }),
      report,
    );
  });
for (const take of [false, true])
  test('round trip of messy ' + take, () => {
    fc.assert(
      fc.property(messyMarkdown, ({ lines }) => {
        const doc = readList(lines.join('\n'), 'file.md', { takeLookalikes: take });
        const out = writeList(doc);
        const back = readList(out, 'other.md');
        if (
          JSON.stringify(strip(back.skills)) !== JSON.stringify(strip(doc.skills)) ||
          doc.category !== back.category ||
          doc.note !== back.note ||
          back.leftOut.length
        ) {
          throw new Error(
            '--- out\n' +
              out +
              '\n' +
              JSON.stringify(strip(doc.skills), null, 1) +
              '\n' +
              JSON.stringify(strip(back.skills), null, 1) +
              JSON.stringify(back.leftOut),
          );
        }
      }),
      report,
    );
  });
test('inlineText stable', () => {
  fc.assert(
    fc.property(messyMarkdown, ({ lines }) => {
      const doc = readList(lines.join('\n'), 'file.md', { takeLookalikes: true });
      const w = (t: any) => {
        if (t.markdown !== null)
          expect(inlineText(t.markdown)).toEqual({ text: t.text, markdown: t.markdown, links: t.links });
        t.children.forEach(w);
      };
      doc.skills.forEach((s) => s.tasks.forEach(w));
    }),
    report,
  );
});
