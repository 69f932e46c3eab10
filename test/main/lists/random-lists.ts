import fc from 'fast-check';
import type { Inline } from '../../../main/lists/document.ts';
import { inlineText } from '../../../main/lists/inline-text.ts';
import type { WrittenList, WrittenSkill, WrittenTask } from '../../../main/lists/write-list.ts';

const SCRAPS = [
  '\\¦`¦*¦_¦{¦}¦[¦]¦(¦)¦#¦+¦-¦.¦!¦<¦>¦|¦~¦&¦:¦;¦=¦\'¦"¦^¦$¦%¦@¦/¦?¦,',
  '- ¦* ¦1. ¦[ ] ¦[x] ¦- [ ] ¦# ¦## ¦> ¦```¦~~~¦    ¦\t¦---¦===',
  '**b**¦_i_¦~~s~~¦`c`¦[l](https://e.org/a_(b))¦![i](x.png)¦<b>¦</b>¦<!-- c -->¦<div>¦<input type="checkbox">',
  'https://e.org/a_b*c¦www.e.org¦a@b.org¦<https://e.org>¦[r]¦[r]: https://e.org¦[^1]¦&amp;¦&#42;¦| a | b |¦|---|',
  'word¦Straße¦école¦e\u0301¦שלום¦مرحبا¦你好¦日本語¦한국어¦✅¦☐¦👩🏽‍🚀¦\u200F¦\u00A0¦\u3000¦ ',
].flatMap((scraps) => scraps.split('¦'));
const scraps = (max: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ unit: 'binary', maxLength: 4 }), fc.constant(' ')),
      {
        minLength: 1,
        maxLength: max,
      },
    )
    .map((parts) => parts.join('').replaceAll('\0', '').toWellFormed());

const line = scraps(8)
  .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

/** A text as typed, with formatting, or one that is plain whatever it looks like. */
const inline: fc.Arbitrary<Inline> = fc
  .oneof(
    line.map(inlineText),
    line
      .filter((text) => !/:\/\/|www|@/i.test(text))
      .map((text): Inline => ({ text, markdown: null, links: [] })),
  )
  .filter(({ text }) => text !== '');

const note: fc.Arbitrary<string | null> = fc.option(
  fc
    .array(fc.oneof(scraps(6), fc.constantFrom('', '- a', '  - b', '- [ ] c', '```', '2. d')), {
      minLength: 1,
      maxLength: 5,
    })
    .map((lines) => lines.join('\n').replaceAll('\r', '\n'))
    .filter((text) => text !== ''),
);

const task = (depth: number): fc.Arbitrary<WrittenTask> =>
  fc
    .record({
      inline,
      checked: fc.boolean(),
      note,
      children: depth > 4 ? fc.constant([]) : fc.array(task(depth + 1), { maxLength: 2 }),
    })
    .map(({ inline: text, ...others }) => ({ ...text, ...others }));

const skill: fc.Arbitrary<WrittenSkill> = fc.record({
  name: fc.oneof(line, fc.constantFrom('a', 'b', 'Title')),
  path: fc.array(fc.oneof(line, fc.constantFrom('a', 'b')), { maxLength: 8 }),
  note,
  tasks: fc.array(task(1), { maxLength: 3 }),
});

export const randomList: fc.Arbitrary<WrittenList> = fc.record({
  category: fc.oneof(line, fc.constant('Title')),
  note,
  skills: fc.array(skill, { maxLength: 4 }),
});
