import type { Definition, FootnoteDefinition, ListItem, Nodes, RootContent } from 'mdast';
import { fromMarkdown, type CompileContext, type Extension, type Token } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** The parser finds boxes below an empty bullet too, where no item is; the library trips over those. */
function readBox(this: CompileContext, token: Token): void {
  const item = this.stack.at(-2);
  if (item?.type === 'listItem') item.checked = (token.type as string) === 'taskListCheckValueChecked';
}

const boxes: Extension = {
  exit: {
    taskListCheckValueChecked: readBox,
    taskListCheckValueUnchecked: readBox,
    /** A task's paragraph begins after its box; the library says so only where plain text follows. */
    taskListCheck(token) {
      const { line, column, offset } = token.end;
      if (this.stack.at(-2)?.type === 'listItem')
        this.stack.at(-1)!.position!.start = { line, column, offset };
    },
  },
};

/** What the parser looks for on every line, at a third of its time, though few texts have any of it. */
type Rare = { readonly addresses: boolean; readonly tables: boolean };
const ADDRESS_SIGN = /@|www\.|https?:\/\//i;
/** The second row of a table has a bar, or a colon beside a dash. */
const TABLE_SIGN = /\||:-|-:/;
const mayHold = (text: string): Rare => ({
  addresses: ADDRESS_SIGN.test(text),
  tables: TABLE_SIGN.test(text),
});

const optionsWith = ({ addresses, tables }: Rare) => ({
  extensions: [
    gfm(),
    {
      disable: {
        null: [
          ...(addresses ? [] : ['emailAutolink', 'protocolAutolink', 'wwwAutolink']),
          ...(tables ? [] : ['table']),
        ],
      },
    },
  ],
  // Addresses are also looked for in the finished tree.
  mdastExtensions: [
    gfmFromMarkdown().filter(({ transforms }) => addresses || transforms === undefined),
    boxes,
  ],
});
const options = [false, true].map((addresses) =>
  [false, true].map((tables) => optionsWith({ addresses, tables })),
);
export const parse = (text: string, { addresses, tables } = mayHold(text)): RootContent[] =>
  fromMarkdown(text, options[Number(addresses)]![Number(tables)]).children;

/** Where `[label]: address` and `[^label]: text` of the whole file lead, by normalised label. */
export type Definitions = ReadonlyMap<string, Definition | FootnoteDefinition>;

const normalLabel = (label: string): string =>
  label
    .replaceAll(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();

/** Lines to put before a text so that the parser knows the labels that it refers to. */
export const definitionLines = (text: string, definitions: Definitions): string[] => {
  if (definitions.size === 0) return [];
  const labels = [...text.matchAll(/\[((?:\\.|[^\\[\]])+)\]/g)].map(([, label]) => normalLabel(label!));
  const known = [...new Set(labels)].filter((label) => definitions.has(label));
  // The comment ends the last footnote, which indented lines would go on with.
  return known.length === 0 ? [] : [...known.flatMap((label) => [`[${label}]: #`, '']), '<!-- -->', ''];
};

export const childrenOf = (node: Nodes): readonly Nodes[] => ('children' in node ? node.children : []);

export const holds = (node: Nodes, is: (node: Nodes) => boolean): boolean =>
  is(node) || childrenOf(node).some((child) => holds(child, is));

export const isTask = (node: Nodes): node is ListItem & { checked: boolean } =>
  node.type === 'listItem' && typeof node.checked === 'boolean';

/** The blocks of one list item `- [ ] ...` on one line; text that a task may have is read as a task's. */
export const parseTaskLine = (
  markdown: string,
  definitions: Definitions,
): { readonly nodes: readonly RootContent[]; readonly text: string } => {
  const line = `- [ ] ${markdown}`;
  const before = definitionLines(line, definitions);
  const text = [...before, line].join('\n');
  return { nodes: parse(text).filter(({ position }) => position!.start.line > before.length), text };
};
