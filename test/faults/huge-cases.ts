import { dirname } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import type { Reply } from '../../shared/reply.ts';
import { LENGTHS } from '../../shared/values.ts';
import { systemClock } from '../../main/clock.ts';
import { isValid, validInputsOf } from '../helpers/inputs.ts';
import { poolsOf } from '../helpers/pools.ts';
import { listFields, textFields, withText, type Field } from '../helpers/text-fields.ts';
import type { TestCore } from '../helpers/test-core.ts';
import { makeLog } from './huge-log.ts';
import type { Host } from './host.ts';
import { requestOf } from './model.ts';
import { newFile, openCoreOn } from './stage.ts';

/** Nobody waits longer for anything else while a list is read. */
const BESIDE_MS = 500;
const POLL_MS = 20;

/** One kind of too much; `factor` 1 is what is asked for in a standard run. */
export type Case = {
  readonly name: string;
  /** Of what is asked for, where all of it takes too long for a standard run. */
  readonly standard?: number;
  /** Makes its file; gives what it was made of. */
  readonly prepare: (factor: number) => string;
  readonly run: (bench: Bench, factor: number) => Promise<void>;
};

export type Bench = {
  readonly host: Host;
  readonly file: string;
  /** Does one thing and looks how long it takes: 5 seconds, unless `most` says otherwise. */
  readonly step: (
    what: string,
    work: () => Promise<Reply<unknown>>,
    most?: number,
  ) => Promise<Reply<unknown>>;
  readonly lose: (what: string) => void;
};

let requests = 0;
const request = (): string => requestOf(12, (requests += 1));

/** Starts a job and waits until it is over. With `beside`, something else is asked in between, and answered. */
const finished = async (
  { ask }: Host,
  input: object,
  beside: string | null = null,
  step: Bench['step'] | null = null,
): Promise<Reply<unknown>> => {
  const started = await ask('jobs.start', input);
  if (!started.ok) return started;
  const { job } = started.value as { job: string };
  for (;;) {
    const read = await ask('jobs.read', { job });
    if (!read.ok) return read;
    const { state, message } = read.value as { state: string; message: string | null };
    if (state === 'done') return started;
    if (state !== 'running') return { ok: false, error: { code: 'invalid', message: message ?? state } };
    if (beside !== null && step !== null) await step(beside, () => ask('today.read', {}), BESIDE_MS);
    await new Promise((later) => setTimeout(later, POLL_MS));
  }
};

const jobOf = (reply: Reply<unknown>): string => (reply.ok ? (reply.value as { job: string }).job : '');

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A list with so many items, brought and taken back in one step. */
const bring = async ({ host, step }: Bench, name: string, text: string): Promise<Reply<unknown>> => {
  const uploaded = await step(`${name}: handed over`, () => host.upload(bytesOf(text)));
  if (!uploaded.ok) return uploaded;
  const { upload } = uploaded.value as { upload: string };
  const order = { kind: 'read-list', upload, fileName: 'list.md', category: 'new', takeLookalikes: false };
  const read = await step(`${name}: read`, () => finished(host, order, `${name}: beside`, step));
  if (!read.ok) return read;
  const choices = { title: 'A long list', level: 1, joined: [], keepLeftOut: false, removed: 'keep' };
  return step(`${name}: brought in`, () =>
    host.ask('lists.apply', { request: request(), job: jobOf(read), ...choices }),
  );
};

const undo = async ({ host, step }: Bench, what: string): Promise<void> => {
  const { history } = await host.call<{ history: { undo: { action: number } } }>('app.read', {});
  const { action } = history.undo;
  await step(`${what}: taken back`, () => host.ask('history.undo', { request: request(), action }));
};

const longList: Case = {
  name: '100,000 items in a list',
  standard: 0.3,
  prepare: () => newFile(),
  run: async (bench, factor) => {
    const items = Math.round(100_000 * factor);
    const lines = Array.from({ length: items }, (_, item) =>
      item % 25 === 0 ? `## Part ${item}\n\n- [x] Item ${item}` : `- [ ] Item ${item} of a long list`,
    );
    const brought = await bring(bench, 'list', `# Long\n\n${lines.join('\n')}\n`);
    if (!brought.ok) return;
    const { lists } = await bench.host.call<{ lists: { topics: { total: number } }[] }>('lists.list', {});
    if (lists[0]?.topics.total !== items) bench.lose(`${lists[0]?.topics.total} of ${items} items are there`);
    await undo(bench, 'list');
  },
};

const longLog: Case = {
  name: '1,000,000 rows in the log',
  prepare: (factor) => {
    const file = newFile();
    makeLog(file, Math.round(1_000_000 * factor), systemClock().now());
    return file;
  },
  run: async (bench, factor) => {
    const { host, step } = bench;
    const rows = Math.round(1_000_000 * factor);
    const screens: readonly (readonly [string, object])[] = [
      ['app.read', {}],
      ['today.read', {}],
      ['insights.days', {}],
      ['insights.role', { role: 'api-developer', weeks: null }],
      ['insights.categories', { weeks: null }],
      ['past.read', { date: '2024-02-29' }],
      ['history.list', { kind: 'topic', id: 'git.01' }],
      ['history.list', { kind: 'skill', id: 'git' }],
      ['history.list', { kind: 'role', id: 'api-developer' }],
      ['topics.setStatus', { request: request(), topic: 'git.01', status: 'learning' }],
    ];
    for (const [name, input] of screens) {
      const reply = await step(`log: ${name}`, () => host.ask(name, input));
      if (!reply.ok) bench.lose(`log: ${name}: ${reply.error.message}`);
    }
    await undo(bench, 'log');
    for (const order of [{ kind: 'backup', reason: 'by-hand' }, { kind: 'check-health' }]) {
      const ended = await step(`log: ${order.kind}`, () => finished(host, order));
      if (!ended.ok) bench.lose(`log: ${order.kind}: ${ended.error.message}`);
    }
    const written = await step('log: export', () => finished(host, { kind: 'export', format: 'json' }));
    if (!written.ok) return bench.lose(`log: export: ${written.error.message}`);
    const pieceAt = async (offset: number): Promise<string> =>
      (await host.call<{ piece: string }>('exports.read', { job: jobOf(written), offset })).piece;
    // The log comes last, and its newest rows at the end: looked for by halves, since all of it is 170 MB.
    let [low, high] = [0, 1_024];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((await pieceAt(middle)) === '') high = middle;
      else low = middle;
    }
    const end = (await pieceAt(Math.max(0, low - 1))) + (await pieceAt(low));
    if (!end.endsWith('"complete":true,"lost":[]}') || !end.includes(`[${rows},`))
      bench.lose(`log: the file does not end with row ${rows}`);
  },
};

const longNote: Case = {
  name: 'a note of 1 MB',
  prepare: () => newFile(),
  run: async (bench, factor) => {
    const { host, step } = bench;
    const size = Math.round(1_048_576 * factor);
    const note = 'A line of a note, with *signs* and <b>brackets</b>.\n'.repeat(size / 51).slice(0, size);
    const put = (text: string) => () =>
      host.ask('notes.set', { request: request(), kind: 'skill', id: 'git', text });
    const whole = await step('note: all of it', put(note));
    if (whole.ok !== note.length <= LENGTHS.note) bench.lose(`note: ${size} bytes: ${JSON.stringify(whole)}`);
    const longest = note.padEnd(LENGTHS.note, 'x').slice(0, LENGTHS.note);
    const most = await step('note: as much as fits', put(longest));
    const { text } = await host.call<{ text: string }>('notes.read', { kind: 'skill', id: 'git' });
    if (!most.ok || text !== longest) bench.lose('note: the longest that is allowed was not kept');
    await step('note: found', () => host.ask('search.find', { text: 'brackets' }));
    await bring(
      bench,
      'note in a list',
      `# Long\n\n## Part\n\n- [ ] One item\n\n  ${note.replaceAll('\n', ' ')}\n`,
    );
  },
};

/** Commands over the contract as it is: pools of real ids, and what each list or text field takes. */
const prepared = (): {
  readonly file: string;
  readonly pools: Readonly<Record<string, readonly string[]>>;
} => {
  const file = newFile();
  const opened = openCoreOn(file);
  const core = {
    ...opened,
    call: (name: string, input: unknown) => {
      const reply = opened.dispatch(name, input);
      if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
      return reply.value;
    },
  } as unknown as TestCore;
  const pools = poolsOf(core, dirname(file));
  opened.close();
  return { file, pools };
};

let pools: Readonly<Record<string, readonly string[]>> = {};
const prepareFields = (): string => {
  const made = prepared();
  pools = made.pools;
  return made.file;
};

/** Inputs that the contract takes and that have such a place. */
const inputsFor = ({ procedure, path }: Field): object[] =>
  fc
    .sample(validInputsOf(procedure, pools), { numRuns: 60, seed: 12 })
    .filter((input) => isValid(procedure, input) && withText(input, path, '') !== null) as object[];

/** One of them with `put` in the place. */
const filled = (input: object, path: readonly string[], put: unknown): object => ({
  ...(withText(input, path, put) as object),
  ...('request' in input && { request: request() }),
});

const valueAt = (input: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null)?.[key], input);

const manyOf: Case = {
  name: '10,000 in every list of the contract',
  prepare: prepareFields,
  run: async ({ host, step }, factor) => {
    const most = Math.round(10_000 * factor);
    for (const field of listFields()) {
      const { procedure, path } = field;
      const inputs = inputsFor(field);
      const one = inputs.flatMap((input) => {
        const list = valueAt(input, path);
        return Array.isArray(list) && list.length > 0 ? [list[0] as unknown] : [];
      })[0];
      if (one === undefined) continue;
      const list = Array.from({ length: most }, (_, at) => (typeof one === 'string' ? `${one} ${at}` : one));
      await step(`${procedure} ${path.join('.')}`, () => host.ask(procedure, filled(inputs[0]!, path, list)));
    }
  },
};

const graphemes = (text: string, count: number): string =>
  [...new Intl.Segmenter('en').segment(text.repeat(1 + count))]
    .slice(0, count)
    .map(({ segment }) => segment)
    .join('');
/** 200 characters each, as people count them. */
const titles: readonly string[] = [
  'قواعد البيانات ',
  'אני יכול SQL \u202eעברית\u202c ',
  '👩🏽‍💻🏳️‍🌈👨‍👩‍👧‍👦',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤a̴̵̢l̷̡g̛̕o͏',
  'a\u0000b',
  '\u200b\ufeff\u2028x',
  'Straße ﬁ İı ',
].map((text) => graphemes(text, 200));

const unpacked = (cell: Buffer): string => {
  try {
    return zstdDecompressSync(cell).toString();
  } catch {
    return '';
  }
};

/** All that a file says, the log included. */
const textIn = (file: string): string => {
  const db = new Database(file, { readonly: true });
  try {
    const tables = db
      .prepare<[], { name: string }>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%' AND name <> 'cache'`,
      )
      .all();
    return tables
      .flatMap(({ name }) => db.prepare<[], unknown[]>(`SELECT * FROM "${name}"`).raw().all())
      .map((row) => row.map((cell) => (Buffer.isBuffer(cell) ? unpacked(cell) : String(cell))).join('\n'))
      .join('\n');
  } finally {
    db.close();
  }
};

const hostileTitles: Case = {
  name: 'titles of 200 characters of every kind',
  prepare: prepareFields,
  run: async ({ host, step, file, lose }) => {
    const kept: (readonly [field: Field, text: string])[] = [];
    // What a job found is used up by the first.
    for (const field of textFields().filter(({ path }) => path[0] !== 'job')) {
      const { procedure, path } = field;
      const inputs = inputsFor(field);
      for (const [at, title] of inputs.length === 0 ? [] : titles.entries()) {
        const input = filled(inputs[at % inputs.length]!, path, title);
        const reply = await step(`${procedure} ${path.join('.')}`, () => host.ask(procedure, input));
        if (reply.ok) kept.push([field, title]);
      }
    }
    const all = textIn(file);
    const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
    for (const [{ procedure, path }, text] of kept) {
      const bare = text.trim();
      if (!all.includes(bare) && !all.includes(inJson(bare)))
        lose(
          `${procedure} ${path.join('.')}: ${JSON.stringify(bare.slice(0, 20))} was taken and is not there`,
        );
    }
    const items = titles.map((title) => `- [ ] ${title.replaceAll(/[\n\u2028]/g, ' ')}`).join('\n');
    await bring(
      { host, step, file, lose },
      'titles in a list',
      `# ${titles[0]}\n\n## ${titles[2]}\n\n${items}\n`,
    );
  },
};

export const cases: readonly Case[] = [longList, longLog, longNote, manyOf, hostileTitles];
