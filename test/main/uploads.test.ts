import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import {
  MAX_AT_ONCE,
  MAX_STORED,
  openUploads,
  uploadPath,
  UPLOAD_LIFE_MS,
  type Uploads,
} from '../../main/uploads.ts';
import { MAX_UPLOAD } from '../../shared/bridge.ts';
import { tempDir } from '../helpers/test-core.ts';

let dataDir: string;
let now: number;
beforeEach(() => {
  dataDir = tempDir();
  now = Date.parse('2026-11-24T09:00:00Z');
});

const open = (): Uploads => {
  const uploads = openUploads(dataDir, { now: () => now });
  onTestFinished(() => uploads.close());
  return uploads;
};
const saved = async (uploads: Uploads, bytes: Parameters<Uploads['save']>[0]): Promise<string> => {
  const reply = await uploads.save(bytes);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.upload;
};
const files = (): string[] =>
  existsSync(join(dataDir, 'uploads')) ? readdirSync(join(dataDir, 'uploads')) : [];
const text = (value: string): Uint8Array[] => [new TextEncoder().encode(value)];
const MEGABYTE = new Uint8Array(1024 * 1024);
/** `count` megabytes, and then `extra` bytes. */
function* megabytes(count: number, extra = 0): Generator<Uint8Array> {
  for (let at = 0; at < count; at += 1) yield MEGABYTE;
  yield new Uint8Array(extra);
}

describe('an upload', () => {
  test('is kept byte for byte in a file that only this account can read, under an id nobody can guess', async () => {
    const uploads = open();
    const id = await saved(uploads, [
      new Uint8Array([0, 255, 13, 10]),
      new Uint8Array(),
      new Uint8Array([7]),
    ]);
    expect(id).toMatch(/^[\w-]{22}$/);
    const path = uploadPath(dataDir, id)!;
    expect(path).toBe(join(dataDir, 'uploads', id));
    expect([...readFileSync(path)]).toEqual([0, 255, 13, 10, 7]);
    if (process.platform !== 'win32') {
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(statSync(join(dataDir, 'uploads')).mode & 0o777).toBe(0o700);
    }
    expect(await saved(uploads, text('same'))).not.toBe(await saved(uploads, text('same')));
  });

  test('may be empty, and may be 50 MB, and not one byte more', async () => {
    const uploads = open();
    const none = await saved(uploads, []);
    const most = await saved(uploads, megabytes(50));
    expect(statSync(uploadPath(dataDir, none)!).size).toBe(0);
    expect(statSync(uploadPath(dataDir, most)!).size).toBe(MAX_UPLOAD);
    expect(await uploads.save(megabytes(50, 1))).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(await uploads.save([new Uint8Array(MAX_UPLOAD + 1)])).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringContaining('50 MB') },
    });
    expect(files().toSorted()).toEqual([none, most].toSorted());
  });

  test('that ends in the middle leaves nothing, and the error is its source’s', async () => {
    const uploads = open();
    const source = async function* (): AsyncGenerator<Uint8Array> {
      yield MEGABYTE;
      await Promise.resolve();
      expect(files()).toHaveLength(1);
      throw new Error('gone');
    };
    await expect(uploads.save(source())).rejects.toThrow('gone');
    expect(files()).toEqual([]);
  });

  test('is asked for no faster than it is written', async () => {
    const uploads = open();
    let asked = 0;
    const source = function* (): Generator<Uint8Array> {
      for (; asked < 20; asked += 1) {
        const [file] = files();
        if (asked > 0) expect(statSync(join(dataDir, 'uploads', file!)).size).toBe(asked * MEGABYTE.length);
        yield MEGABYTE;
      }
    };
    await saved(uploads, source());
    expect(asked).toBe(20);
  });
});

describe('it is gone', () => {
  test('after an hour, however the clock got there', async () => {
    const uploads = open();
    const start = now;
    const id = await saved(uploads, text('x'));
    for (const age of [UPLOAD_LIFE_MS - 1, -UPLOAD_LIFE_MS + 1]) {
      now = start + age;
      await uploads.sweep();
      expect(uploadPath(dataDir, id)).not.toBeNull();
    }
    now = start + UPLOAD_LIFE_MS;
    await uploads.sweep();
    expect(uploadPath(dataDir, id)).toBeNull();
    const other = await saved(uploads, text('x'));
    now -= 24 * UPLOAD_LIFE_MS;
    await uploads.sweep();
    expect(uploadPath(dataDir, other)).toBeNull();
  });

  test('when the next one comes after an hour', async () => {
    const uploads = open();
    const old = await saved(uploads, text('old'));
    now += UPLOAD_LIFE_MS;
    const young = await saved(uploads, text('young'));
    expect(uploadPath(dataDir, old)).toBeNull();
    expect(files()).toEqual([young]);
  });

  test('at the end, and at the start after a crash', async () => {
    const uploads = open();
    await saved(uploads, text('x'));
    await uploads.close();
    expect(existsSync(join(dataDir, 'uploads'))).toBe(false);
    expect(await uploads.save(text('late'))).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(existsSync(join(dataDir, 'uploads'))).toBe(false);
    mkdirSync(join(dataDir, 'uploads'));
    writeFileSync(join(dataDir, 'uploads', 'left'), 'by a crash');
    const id = await saved(open(), text('x'));
    expect(files()).toEqual([id]);
  });

  test('when 200 MB are stored: the oldest go first, and no more than that is ever on the disk', async () => {
    const uploads = open();
    const ids: string[] = [];
    for (let at = 0; at < 4; at += 1) ids.push(await saved(uploads, megabytes(50)));
    expect(files()).toHaveLength(4);
    const source = function* (): Generator<Uint8Array> {
      for (const part of megabytes(30)) {
        const held = files().reduce((sum, file) => sum + statSync(join(dataDir, 'uploads', file)).size, 0);
        expect(held).toBeLessThanOrEqual(MAX_STORED);
        yield part;
      }
    };
    ids.push(await saved(uploads, source()));
    ids.push(await saved(uploads, megabytes(20)));
    expect(ids.map((id) => uploadPath(dataDir, id) !== null)).toEqual([false, true, true, true, true, true]);
    ids.push(await saved(uploads, text('x')));
    expect(files().toSorted()).toEqual(ids.slice(2).toSorted());
  });
});

test('four come in at once; a fifth is told to wait, and fits in afterwards', async () => {
  const uploads = open();
  const { promise: go, resolve } = Promise.withResolvers<void>();
  const waiting = async function* (): AsyncGenerator<Uint8Array> {
    yield MEGABYTE;
    await go;
  };
  const under = Array.from({ length: MAX_AT_ONCE }, () => saved(uploads, waiting()));
  expect(await uploads.save(text('fifth'))).toMatchObject({ ok: false, error: { code: 'conflict' } });
  resolve();
  await Promise.all(under);
  expect(files()).toHaveLength(4);
  await saved(uploads, text('fifth'));
});

test('a folder that cannot be written is told in a sentence, and mends itself', async () => {
  const uploads = open();
  await saved(uploads, text('x'));
  rmSync(join(dataDir, 'uploads'), { recursive: true });
  writeFileSync(join(dataDir, 'uploads'), 'a file in its place');
  expect(await uploads.save(text('x'))).toMatchObject({
    ok: false,
    error: { code: 'read_only', message: expect.stringMatching(/^[A-Z].*\.$/) },
  });
  rmSync(join(dataDir, 'uploads'));
  await saved(uploads, text('x'));
});

test('an id leads to a file of the folder and nowhere else', async () => {
  const id = await saved(open(), text('x'));
  writeFileSync(join(dataDir, 'groundwork.db'), 'secret');
  writeFileSync(join(dataDir, 'uploads', 'short'), '');
  mkdirSync(join(dataDir, 'uploads', 'd'.repeat(22)));
  symlinkSync(join(dataDir, 'groundwork.db'), join(dataDir, 'uploads', 'l'.repeat(22)));
  const others = [
    '',
    '.',
    '..',
    '../groundwork.db',
    '..\\groundwork.db',
    '/etc/passwd',
    'short',
    `${id}/`,
    `${id}\n`,
    `${id}\0`,
    ` ${id}`,
    `./${id}`,
    id.slice(1),
    `${id}a`,
    'd'.repeat(22),
    'l'.repeat(22),
    'x'.repeat(22),
    '../../../../etc/passwd',
    '%2e%2e%2fgroundwork.db',
    'C:\\Windows\\win.ini____',
  ];
  expect(others.filter((other) => uploadPath(dataDir, other) !== null)).toEqual([]);
  expect(uploadPath(dataDir, id)).not.toBeNull();
  expect(uploadPath(join(dataDir, 'nowhere'), id)).toBeNull();
});
