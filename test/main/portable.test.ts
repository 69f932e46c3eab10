import fc from 'fast-check';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openForReading } from '../../data/open.ts';
import { portableTables, type Portable } from '../../data/portable.ts';
import { bringFile } from '../../main/portable/bring-file.ts';
import type { ExportFormat } from '../../shared/values.ts';
import { shipCatalogue } from '../helpers/catalogues.ts';
import { freshFile, makeTemplate, onFile, visibleState } from '../helpers/data-file.ts';
import { parseCsv } from '../helpers/csv.ts';
import { bring } from '../helpers/lists.ts';
import { catalogueDir } from '../helpers/paths.ts';
import { poolsOf } from '../helpers/pools.ts';
import { doAnything, portableOf } from '../helpers/random-file.ts';
import { newRequest, openCore, tempDir, type TestCore } from '../helpers/test-core.ts';

const templateDir = mkdtempSync(join(tmpdir(), 'groundwork-'));
beforeAll(() => makeTemplate(templateDir));
afterAll(() => rmSync(templateDir, { recursive: true, force: true }));

/** On a machine that is busy with other things. */
const SLOW = { timeout: 60_000 };
const UPLOAD = 'CCCCCCCCCCCCCCCCCCCCCC';

const ended = async (core: TestCore, job: string): Promise<string> => {
  await expect.poll(() => core.call('jobs.read', { job }).state, { timeout: 15_000 }).not.toBe('running');
  return job;
};
const exported = (core: TestCore, format: ExportFormat = 'json'): string => {
  const { job } = core.call('jobs.start', { kind: 'export', format });
  let text = '';
  for (let offset: number | null = 0; offset !== null;) {
    const { piece, next }: { piece: string; next: number | null } = core.call('exports.read', {
      job,
      offset,
    });
    text += piece;
    offset = next;
  }
  return text;
};
const read = (core: TestCore, file: string, text: string | Buffer): Promise<string> => {
  mkdirSync(join(dirname(file), 'uploads'), { recursive: true });
  writeFileSync(join(dirname(file), 'uploads', UPLOAD), text);
  return ended(
    core,
    core.call('jobs.start', { kind: 'read-file', upload: UPLOAD, fileName: 'all.json' }).job,
  );
};
const apply = (core: TestCore, job: string): void => {
  const copy = core.call('jobs.start', { kind: 'backup', reason: 'before-import' }).job;
  core.call('files.apply', { job, backup: copy });
};
const bringIn = async (core: TestCore, file: string, text: string): Promise<void> => {
  const job = await read(core, file, text);
  expect(core.call('jobs.read', { job }).message).toBeNull();
  apply(core, job);
};
const tick = (core: TestCore, topic: string): void =>
  void core.call('topics.setStatus', { request: newRequest(), topic, status: 'done' });

/** The rows alone: when and by whom it was written is no part of what a person did. */
const rowsOf = ({ tables }: Portable): unknown => tables;

/** Tables with nothing of a person's in them: the built-in catalogue, what is made from the others, and what the file says of itself. */
const NOT_THEIRS =
  /^(meta|cache|renamed|guide|market_fact|reading|role|role_\w+|choice_group|group_\w+|certification|project_template|skill_(alias|prerequisite|reference)|search_\w+|sqlite_\w+)$/;

test('every table of the file is written out, or holds nothing of a person’s', () => {
  const file = freshFile();
  const names = onFile<{ name: string }>(file, `SELECT name FROM sqlite_schema WHERE type = 'table'`).map(
    ({ name }) => name,
  );
  expect(names.filter((name) => !portableTables.includes(name) && !NOT_THEIRS.test(name))).toEqual([]);
  expect(portableTables.filter((name) => !names.includes(name))).toEqual([]);
});

describe('everything as one file', () => {
  const seed = Number(process.env['SEED'] ?? 20_261_124);

  test(
    `comes back into an empty file as it was, with its history: 2 random files (seed ${seed})`,
    SLOW,
    async () => {
      for (let round = 0; round < 2; round += 1) {
        const file = freshFile();
        const source = openCore({ file });
        const pools = poolsOf(source, dirname(file));
        const done = doAnything(source, pools, 90, seed + round);
        expect(done).toBeGreaterThan(5);
        const text = exported(source);
        const { roles, history } = source.call('app.read', {});
        source.close();
        const other = freshFile();
        const target = openCore({ file: other });
        await bringIn(target, other, text);
        expect(rowsOf(portableOf(other)), `round ${round}`).toEqual(rowsOf(portableOf(file)));
        expect(target.call('app.read', {})).toMatchObject({ roles, history });
        if (history.undo) target.call('history.undo', { request: newRequest(), action: history.undo.action });
        expect(target.logged).toEqual([]);
        target.close();
      }
    },
  );

  test('says how far it is in whole steps that only grow, also while it asks about each skill', async () => {
    const source = openCore({ file: freshFile() });
    for (const topic of ['git.01', 'python.01', 'sql-querying.01', 'java.01']) tick(source, topic);
    const text = exported(source);
    source.close();
    const file = freshFile();
    openCore({ file }).close();
    const path = join(dirname(file), 'all.json');
    writeFileSync(path, text);
    const told: number[] = [];
    bringFile(
      {
        path,
        fileName: 'all.json',
        part: join(dirname(file), 'part.db'),
        catalogueDir,
        at: Date.now(),
        zone: 'UTC',
        writes: 0,
      },
      { openDb: () => openForReading(file), report: (done) => void told.push(done) },
    );
    expect(told.every(Number.isInteger)).toBe(true);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(new Set(told).size).toBeGreaterThan(20);
  });

  test('finds built-in topics by their ids where another catalogue numbers them differently', async () => {
    const file = freshFile();
    const source = openCore({ file });
    tick(source, 'git.01');
    source.call('notes.set', { request: newRequest(), kind: 'topic', id: 'git.02', text: 'Mine' });
    const [category] = onFile<{ id: string }>(file, 'SELECT id FROM category LIMIT 1');
    const { id: skill } = source.call('skills.create', {
      request: newRequest(),
      name: 'Baking',
      category: category!.id,
    });
    source.call('topics.create', { request: newRequest(), skill, text: 'Bread' });
    const text = exported(source);
    source.close();
    // A file that is filled from the end: every number is another one.
    const dir = tempDir();
    const catalogueDir = shipCatalogue(join(dir, 'catalogue'), (draft) => {
      draft.skills.skills.reverse();
    });
    const other = join(dir, 'groundwork.db');
    const target = openCore({ file: other, catalogueDir });
    await bringIn(target, other, text);
    expect(
      target.call('topics.list', { skill: 'git' }).topics.find(({ id }) => id === 'git.01')!.state.status,
    ).toBe('done');
    expect(target.call('notes.read', { kind: 'topic', id: 'git.02' }).text).toBe('Mine');
    const [baking] = onFile<{ id: string }>(other, `SELECT id FROM skill WHERE name = 'Baking'`);
    expect(target.call('topics.list', { skill: baking!.id }).topics.map((topic) => topic.text)).toEqual([
      'Bread',
    ]);
    const numberOf = (path: string): number =>
      onFile<{ number: number }>(path, `SELECT number FROM topic WHERE id = 'git.01'`)[0]!.number;
    expect(numberOf(other)).not.toBe(numberOf(file));
    target.close();
  });
});

describe('a file brought into one that is in use', () => {
  const twoPeople = (): { mine: TestCore; file: string; text: string } => {
    const theirs = freshFile();
    const source = openCore({ file: theirs });
    tick(source, 'git.01');
    tick(source, 'git.02');
    source.call('notes.set', { request: newRequest(), kind: 'skill', id: 'git', text: 'Theirs' });
    source.call('notes.set', { request: newRequest(), kind: 'skill', id: 'go', text: 'Theirs too' });
    source.call('targets.set', { request: newRequest(), targets: [{ role: 'api-developer', date: null }] });
    bring(
      source,
      dirname(theirs),
      '# Notes\n\n## Webhooks\n\n- [x] Verify\n  - [x] the signature\n- [ ] Retry\n',
      {
        fileName: 'notes.md',
      },
    );
    const text = exported(source);
    source.close();
    const file = freshFile();
    const mine = openCore({ file });
    tick(mine, 'git.03');
    mine.call('topics.setStatus', { request: newRequest(), topic: 'git.02', status: 'learning' });
    mine.call('notes.set', { request: newRequest(), kind: 'skill', id: 'git', text: 'Mine' });
    bring(mine, dirname(file), '# Notes\n\n## Webhooks\n\n- [ ] Verify\n- [x] Log\n', {
      fileName: 'notes.md',
    });
    return { mine, file, text };
  };

  test('adds what is new, joins ticks, keeps what is there, and is one undo step', async () => {
    const { mine, file, text } = twoPeople();
    const before = visibleState(file);
    const job = await read(mine, file, text);
    const { differences, whole } = mine.call('files.preview', { job });
    expect(whole).toBe(false);
    expect(differences!.map(({ table, gone, back, changed }) => [table, gone, back, changed])).toEqual([
      ['topic', 0, 2, 0],
      ['note', 0, 1, 0],
      ['topic_state', 0, 3, 1],
      ['target', 0, 1, 0],
    ]);
    expect(visibleState(file)).toEqual(before);
    apply(mine, job);
    expect(mine.call('notes.read', { kind: 'skill', id: 'git' }).text).toBe('Mine');
    expect(mine.call('notes.read', { kind: 'skill', id: 'go' }).text).toBe('Theirs too');
    const done = mine
      .call('topics.list', { skill: 'git' })
      .topics.filter(({ state }) => state.status === 'done')
      .map(({ id }) => id);
    expect(done).toEqual(['git.01', 'git.02', 'git.03']);
    const [webhooks] = onFile<{ id: string }>(
      file,
      `SELECT id FROM skill WHERE name = 'Webhooks' AND origin = 'user'`,
    );
    expect(
      mine
        .call('topics.list', { skill: webhooks!.id })
        .topics.map(({ text: line, depth, state }) => [line, depth, state.status]),
    ).toEqual([
      ['Verify', 1, 'done'],
      ['the signature', 2, 'done'],
      ['Log', 1, 'done'],
      ['Retry', 1, 'todo'],
    ]);
    const top = mine.call('app.read', {}).history.undo!;
    expect(top.label).toMatchObject({ kind: 'import-file', subject: 'all.json' });
    mine.call('history.undo', { request: newRequest(), action: top.action });
    expect(visibleState(file)).toEqual(before);
    mine.close();
  });

  test('brings saved filters and the portfolio where there are none, and undo takes them away again', async () => {
    const save = (core: TestCore, name: string, status: 'done' | 'learning') =>
      core.call('filters.save', { request: newRequest(), name, filter: { status } });
    const source = openCore();
    save(source, 'now', 'learning');
    // A name that reads like an id stays a name.
    save(source, 'sql-2', 'learning');
    save(source, 'skill:2', 'learning');
    source.call('filters.rename', { request: newRequest(), name: 'skill:2', to: 'skill:9999' });
    source.call('portfolio.choose', { request: newRequest(), name: 'Theirs', headline: 'Backend' });
    const text = exported(source);
    source.close();
    const file = freshFile();
    const mine = openCore({ file });
    save(mine, 'now', 'done');
    const before = visibleState(file);
    await bringIn(mine, file, text);
    expect(mine.call('filters.list', {}).filters).toEqual([
      { name: 'now', filter: { status: 'done' } },
      { name: 'skill:9999', filter: { status: 'learning' } },
      { name: 'sql-2', filter: { status: 'learning' } },
    ]);
    expect(mine.call('portfolio.chosen', {})).toMatchObject({ name: 'Theirs', headline: 'Backend' });
    const { undo } = mine.call('app.read', {}).history;
    mine.call('history.undo', { request: newRequest(), action: undo!.action });
    expect(visibleState(file)).toEqual(before);
    mine.close();
    // Into a file that nobody used yet, all of it comes with its history.
    const empty = freshFile();
    const whole = openCore({ file: empty });
    await bringIn(whole, empty, text);
    expect(whole.call('filters.list', {}).filters.map(({ name }) => name)).toEqual([
      'now',
      'skill:9999',
      'sql-2',
    ]);
    whole.close();
  });

  test('changes nothing when it comes a second time, nor when it is the file’s own', async () => {
    const { mine, file, text } = twoPeople();
    await bringIn(mine, file, text);
    const job = await read(mine, file, text);
    expect(mine.call('files.preview', { job }).differences).toEqual([]);
    const own = await read(mine, file, exported(mine));
    expect(mine.call('files.preview', { job: own }).differences).toEqual([]);
    mine.close();
  });

  test('of random content takes nothing away, and a second time adds nothing', SLOW, async () => {
    for (let round = 0; round < 2; round += 1) {
      const theirs = freshFile();
      const source = openCore({ file: theirs });
      doAnything(source, poolsOf(source, dirname(theirs)), 25, 77 + round);
      const text = exported(source);
      source.close();
      const file = freshFile();
      const mine = openCore({ file });
      doAnything(mine, poolsOf(mine, dirname(file)), 25, 770 + round);
      const job = await read(mine, file, text);
      expect(mine.call('jobs.read', { job }).message).toBeNull();
      for (const { table, gone } of mine.call('files.preview', { job }).differences!) {
        expect({ table, gone }).toEqual({ table, gone: 0 });
      }
      apply(mine, job);
      const again = await read(mine, file, text);
      expect(mine.call('files.preview', { job: again }).differences, `round ${round}`).toEqual([]);
      expect(mine.logged).toEqual([]);
      mine.close();
    }
  });

  test('is refused where something was changed since it was read', async () => {
    const { mine, file, text } = twoPeople();
    const job = await read(mine, file, text);
    tick(mine, 'git.04');
    const copy = mine.call('jobs.start', { kind: 'backup', reason: 'before-import' }).job;
    expect(mine.ask('files.apply', { job, backup: copy })).toMatchObject({ error: { code: 'conflict' } });
    mine.close();
  });
});

describe('a file that is not what it says', () => {
  const good = (): { core: TestCore; file: string; text: string } => {
    const file = freshFile();
    const core = openCore({ file });
    tick(core, 'git.01');
    core.call('resources.save', {
      request: newRequest(),
      resource: null,
      skill: 'git',
      title: 'Book',
      url: 'https://example.org/',
      kind: 'book',
    } as never);
    return { core, file, text: exported(core) };
  };
  const edited = (
    text: string,
    edit: (
      file: { tables: Record<string, { columns: string[]; rows: unknown[][] }> } & Record<string, unknown>,
    ) => void,
  ): string => {
    const file = JSON.parse(text) as Parameters<typeof edit>[0];
    edit(file);
    return JSON.stringify(file);
  };
  const setCell =
    (table: string, column: string, value: unknown) =>
    (file: Parameters<Parameters<typeof edited>[1]>[0]) => {
      const { columns, rows } = file.tables[table]!;
      rows[0]![columns.indexOf(column)] = value;
    };
  const cases: readonly (readonly [string, (text: string) => string | Buffer, RegExp])[] = [
    ['nothing', () => '', /no JSON/],
    ['half of it', (text) => text.slice(0, text.length >> 1), /no JSON/],
    ['no text', () => Buffer.from([0xff, 0xfe, 0x00, 0x7b]), /no JSON/],
    ['another JSON', () => '{"a":1}', /no file that Groundwork wrote/],
    ['a list', () => '[]', /no file that Groundwork wrote/],
    ['a newer form', (text) => edited(text, (file) => (file['groundwork'] = 2)), /newer Groundwork/],
    ['newer tables', (text) => edited(text, (file) => (file['schema'] = 99)), /newer Groundwork/],
    [
      'a table that is not known',
      (text) => edited(text, (file) => (file.tables['sqlite_schema'] = { columns: [], rows: [] })),
      /not known/,
    ],
    [
      'a row too short',
      (text) => edited(text, (file) => file.tables['event']!.rows[0]!.pop()),
      /too many or too few/,
    ],
    [
      'lists in each other 10,000 deep',
      () => `{"groundwork":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      /nested deeper/,
    ],
    [
      '200,001 entries',
      (text) =>
        edited(
          text,
          (file) =>
            (file.tables['setting']!.rows = Array.from({ length: 200_001 }, (_, index) => [
              String(index),
              '1',
            ])),
        ),
      /200,000/,
    ],
    [
      'a status that there is not',
      (text) => edited(text, setCell('topic_state', 'status', 'great')),
      /makes no sense/,
    ],
    [
      'a topic that there is not',
      (text) => edited(text, setCell('topic_state', 'topic', 99_999)),
      /not known here/,
    ],
    [
      'a text where a number belongs',
      (text) => edited(text, setCell('resource', 'read', 'yes')),
      /makes no sense/,
    ],
    [
      'an address that is a script',
      (text) => edited(text, setCell('resource', 'url', 'javascript:alert(1)')),
      /makes no sense/,
    ],
    ['changes that are none', (text) => edited(text, setCell('event', 'changes', 'x')), /makes no sense/],
  ];

  test.each(cases)('is refused with a sentence: %s', async (_what, make, sentence) => {
    const { core, text } = good();
    core.close();
    const file = freshFile();
    const target = openCore({ file });
    const before = portableOf(file);
    const job = await read(target, file, make(text));
    expect(target.call('jobs.read', { job })).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(sentence),
    });
    expect(portableOf(file)).toEqual(before);
    expect(({} as Record<string, unknown>)['columns']).toBeUndefined();
    target.close();
  });

  test('with keys that every object has reaches no object', async () => {
    const { core, file, text } = good();
    const named = text.replace('"tables":{', '"tables":{"__proto__":{"columns":["columns"],"rows":[]},');
    await read(core, file, named);
    expect(({} as Record<string, unknown>)['columns']).toBeUndefined();
    core.close();
  });

  test('changes nothing and does not crash, wherever a byte of it was changed', async () => {
    const { core, file, text } = good();
    const before = portableOf(file);
    const bytes = Buffer.from(text);
    const from = bytes.indexOf('"tables"');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: from, max: bytes.length - 1 }), fc.nat(255), async (at, byte) => {
        const changed = Buffer.from(bytes);
        changed[at] = byte;
        const job = await read(core, file, changed);
        const { state, message } = core.call('jobs.read', { job });
        if (state === 'failed') expect(message).toMatch(/\.$/);
        else expect(state).toBe('done');
        expect(portableOf(file)).toEqual(before);
      }),
      { numRuns: 12 },
    );
    expect(core.logged).toEqual([]);
    core.close();
  });
});

describe('a damaged file', () => {
  test('is written out as far as it can be read, which can be brought into a new one', async () => {
    const file = freshFile();
    const core = openCore({ file });
    const list = Array.from(
      { length: 4_000 },
      (_, index) => `- [ ] Task number ${index} of a long list`,
    ).join('\n');
    bring(core, dirname(file), `# Long\n\n## List\n\n${list}\n`, { fileName: 'long.md' });
    tick(core, 'git.01');
    core.close();
    const db = new Database(file);
    const pages = db.prepare<[], { pageno: number }>(
      `SELECT pageno FROM dbstat WHERE name = 'topic' AND pagetype = 'leaf'`,
    );
    const leaves = ((): number[] => {
      try {
        return pages.all().map(({ pageno }) => pageno);
      } catch {
        return [];
      }
    })();
    db.close();
    const bytes = readFileSync(file);
    const at =
      leaves.length > 0
        ? leaves[leaves.length >> 1]! - 1
        : Math.floor(bytes.indexOf('Task number 2000') / 4_096);
    bytes.fill(0xa5, at * 4_096, (at + 1) * 4_096);
    writeFileSync(file, bytes);
    const damaged = openCore({ file });
    damaged.stopWrites('Because.');
    const { job } = damaged.call('jobs.start', { kind: 'export', format: 'json' });
    const { lost } = damaged.call('exports.read', { job, offset: 0 });
    expect(lost).toEqual(['topic']);
    const text = exported(damaged);
    damaged.close();
    const found = JSON.parse(text) as Portable;
    expect(found.complete).toBe(false);
    expect(found.tables['topic']!.rows.length).toBeGreaterThan(3_800);
    expect(found.tables['topic']!.rows.length).toBeLessThan(4_000);
    expect(found.tables['topic_state']!.rows).toHaveLength(1);
  });

  test('is written out without the steps of the log that are nonsense within sound pages', () => {
    const file = freshFile();
    const core = openCore({ file });
    tick(core, 'git.01');
    tick(core, 'git.02');
    onFile(file, `UPDATE event SET changes = '[[1,' WHERE seq = 1`);
    const { job } = core.call('jobs.start', { kind: 'export', format: 'json' });
    expect(core.call('exports.read', { job, offset: 0 }).lost).toEqual(['event']);
    const found = JSON.parse(exported(core)) as Portable;
    expect(found).toMatchObject({ complete: false, lost: ['event'] });
    expect(found.tables['event']!.rows).toHaveLength(1);
    expect(found.tables['topic_state']!.rows).toHaveLength(2);
    core.close();
  });
});

describe('a table for a spreadsheet', () => {
  test('holds one line per topic after RFC 4180, with formulas made harmless', () => {
    const file = freshFile();
    const core = openCore({ file });
    tick(core, 'git.01');
    bring(core, dirname(file), '# Notes\n\n## =1+1\n\n- [x] Say "hello", friend\n- [ ] @SUM(A1)\n', {
      fileName: 'notes.md',
    });
    const lines = exported(core, 'skills').split('\r\n');
    expect(lines[0]).toBe('Category,Skill,Level,Topic,Below,Status,Reason,Done on,Note');
    expect(lines).toContain(`Notes,'=1+1,1,"Say ""hello"", friend",,done,,2026-11-24,`);
    expect(lines).toContain(`Notes,'=1+1,1,'@SUM(A1),,todo,,,`);
    expect(lines.at(-1)).toBe('');
    core.close();
  });

  test('holds one line per project, with its skills and how many items are settled', () => {
    const core = openCore();
    const { id } = core.call('projects.create', {
      request: newRequest(),
      template: null,
      title: '=HYPERLINK("x")',
      kind: 'client',
    });
    for (const text of ['Runs', 'Has tests'])
      core.call('projects.addItem', { request: newRequest(), project: id, text, required: true });
    const [item] = core.call('projects.read', { project: id }).items;
    core.call('projects.setItem', { request: newRequest(), item: item!.id, ticked: true });
    core.call('projects.setSkill', { request: newRequest(), project: id, skill: 'git', level: 2 });
    core.call('projects.edit', {
      request: newRequest(),
      project: id,
      brief: 'One, two\nthree',
      tags: ['web', 'paid'],
    });
    const removed = core.call('projects.create', {
      request: newRequest(),
      template: null,
      title: 'Removed',
      kind: 'work',
    });
    core.call('projects.remove', { request: newRequest(), project: removed.id });
    expect(exported(core, 'projects')).toBe(
      'Project,Kind,Status,Started on,Finished on,Items settled,Items,Skills,Tags,Brief,My part,Result,Repository,Demo,Folder,Notes\r\n' +
        `"'=HYPERLINK(""x"")",client,planned,,,1,10,Git (working),web; paid,"One, two\nthree",,,,,,\r\n`,
    );
  });

  test('holds one line per credential, and one per plan or attempt that has none yet', () => {
    const core = openCore();
    const credential = {
      credential: null,
      issuer: 'The Board',
      issuedOn: '2026-01-01',
      expiresOn: null,
      number: '+49',
      url: null,
      skills: [{ skill: 'git', level: 1 as const }],
      file: null,
    };
    for (const [certification, title] of [
      ['cka', 'Administrator'],
      [null, 'Board member'],
    ] as const)
      core.call('credentials.save', { request: newRequest(), ...credential, certification, title });
    core.call('results.save', {
      request: newRequest(),
      result: null,
      certification: 'ckad',
      kind: 'attempt',
      takenOn: '2026-11-20',
      title: '',
      score: null,
      domains: {},
      outcome: 'failed',
      resultOn: '2026-11-20',
    });
    const [head, ...lines] = exported(core, 'certifications').split('\r\n');
    expect(head).toBe(
      'Certification,Issuer,Plan,Exam,Time zone,Last attempt on,Outcome,Credential,Issued on,Expires on,Number,Link,Skills',
    );
    expect(lines).toEqual([
      'Certified Kubernetes Administrator,Cloud Native Computing Foundation and Linux Foundation,,,,,,Administrator,2026-01-01,,+49,,Git (aware)',
      'Certified Kubernetes Application Developer,Cloud Native Computing Foundation and Linux Foundation,,,,2026-11-20,failed,,,,,,',
      ',The Board,,,,,,Board member,2026-01-01,,+49,,Git (aware)',
      '',
    ]);
  });

  test('of every noun keeps to RFC 4180, whatever was typed', () => {
    const file = freshFile();
    const core = openCore({ file });
    doAnything(core, poolsOf(core, dirname(file)), 20, 20_261_124);
    for (const format of ['skills', 'projects', 'certifications'] as const) {
      const rows = parseCsv(exported(core, format));
      expect(rows.length).toBeGreaterThan(1);
      expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
      const live = rows
        .flat()
        .filter((cell) => /^[=+\-@\t\r\n]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell));
      expect(live).toEqual([]);
    }
    core.close();
  });
});
