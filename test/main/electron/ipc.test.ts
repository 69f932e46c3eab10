import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { uploadPath } from '../../../main/uploads.ts';
import { MAX_UPLOAD, uploadTooLarge } from '../../../shared/bridge.ts';
import type { Reply } from '../../../shared/reply.ts';
import { boot, fakeCore, type StandIn } from './boot.ts';

type Answer = (event: unknown, ...values: unknown[]) => Promise<Reply<unknown>> | Reply<unknown>;
const named =
  (name: string) =>
  (electron: StandIn): Answer =>
    electron.recorded.ipc.get(name) as unknown as Answer;
const channel = named('groundwork:call');
const uploads = named('groundwork:upload');
const own = (electron: StandIn): unknown => {
  const sender = electron.recorded.windows[0]!.webContents;
  return { sender, senderFrame: sender.mainFrame };
};
const filesIn = (dataDir: string): string[] =>
  existsSync(join(dataDir, 'uploads')) ? readdirSync(join(dataDir, 'uploads')) : [];

it('there is a channel for calls and one for files, and no other', async () => {
  const { electron } = await boot();
  expect([...electron.recorded.ipc.keys()]).toEqual(['groundwork:call', 'groundwork:upload']);
});

describe.each([
  { name: 'groundwork:call', values: ['today.read', {}] },
  { name: 'groundwork:upload', values: [new Uint8Array([1, 2, 3])] },
])('the channel $name', ({ name, values }) => {
  it.each(['no frame', 'a sub-frame', 'another origin', 'a destroyed frame', 'destroyed contents'])(
    'refuses %s',
    async (kind) => {
      const { electron, dataDir } = await boot();
      const sender = electron.recorded.windows[0]!.webContents;
      const frames: Record<string, unknown> = { 'no frame': null, 'a sub-frame': sender.subFrame() };
      const senderFrame = kind in frames ? frames[kind] : sender.mainFrame;
      if (kind === 'another origin') sender.mainFrame.origin = 'https://evil.test';
      if (kind === 'a destroyed frame') sender.mainFrame.destroyed = true;
      if (kind === 'destroyed contents') sender.destroyed = true;
      const reply = await named(name)(electron)({ sender, senderFrame }, ...values);
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } });
      expect(fakeCore.calls).toEqual([]);
      expect(filesIn(dataDir)).toEqual([]);
    },
  );

  it.each([
    'null',
    'app://groundwork.evil.test',
    'app://groundwork:80',
    'app://',
    'file://',
    'https://groundwork',
  ])('refuses the origin %s', async (origin) => {
    const { electron, dataDir } = await boot();
    electron.recorded.windows[0]!.webContents.mainFrame.origin = origin;
    expect((await named(name)(electron)(own(electron), ...values)).ok).toBe(false);
    expect(fakeCore.calls).toEqual([]);
    expect(filesIn(dataDir)).toEqual([]);
  });

  it("answers the app's own page", async () => {
    const { electron } = await boot();
    expect((await named(name)(electron)(own(electron), ...values)).ok).toBe(true);
  });
});

describe('a call', () => {
  it("passes a call of the app's page on to the core, whatever its name", async () => {
    const { electron } = await boot();
    for (const name of ['today.read', 'host.pickFolder', 'toString', '__proto__']) {
      expect(await channel(electron)(own(electron), name, { a: 1 })).toEqual({ ok: true, value: { name } });
    }
    expect(fakeCore.calls).toEqual([
      ['today.read', { a: 1 }],
      ['host.pickFolder', { a: 1 }],
      ['toString', { a: 1 }],
      ['__proto__', { a: 1 }],
    ]);
  });

  it.each([[undefined], [null], [7], [{}], [['today.read']]])('refuses the name %j', async (name) => {
    const { electron } = await boot();
    const reply = await channel(electron)(own(electron), name, {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(fakeCore.calls).toEqual([]);
  });
});

describe('a file', () => {
  it('is kept byte for byte until the app ends', async () => {
    const { electron, dataDir } = await boot();
    const bytes = new Uint8Array(300_000).map((_, at) => at * 7);
    const reply = await uploads(electron)(own(electron), bytes);
    const { upload } = (reply as { value: { upload: string } }).value;
    expect(reply).toStrictEqual({ ok: true, value: { upload: expect.stringMatching(/^[\w-]{22}$/) } });
    expect(new Uint8Array(readFileSync(uploadPath(dataDir, upload)!))).toEqual(bytes);
    expect(fakeCore.calls).toEqual([]);
    electron.app.emit('will-quit', { preventDefault: () => undefined });
    await expect.poll(() => electron.recorded.exits).toEqual([0]);
    expect(existsSync(join(dataDir, 'uploads'))).toBe(false);
  });

  it('of more than 50 MB is refused, and leaves nothing', async () => {
    const { electron, dataDir } = await boot();
    expect(await uploads(electron)(own(electron), new Uint8Array(MAX_UPLOAD + 1))).toEqual(uploadTooLarge);
    expect(filesIn(dataDir)).toEqual([]);
  });

  it.each([[undefined], [null], ['text'], [7], [[1, 2, 3]], [{ length: 1, 0: 1 }], [new ArrayBuffer(3)]])(
    'is plain bytes, not %j',
    async (value) => {
      const { electron, dataDir } = await boot();
      const reply = await uploads(electron)(own(electron), value);
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } });
      expect(filesIn(dataDir)).toEqual([]);
    },
  );
});
