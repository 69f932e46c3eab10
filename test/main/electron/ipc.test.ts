import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../shared/reply.ts';
import { boot, fakeCore, type StandIn } from './boot.ts';

type Call = (event: unknown, name: unknown, input: unknown) => Promise<Reply<unknown>> | Reply<unknown>;
const channel = (electron: StandIn): Call => electron.recorded.ipc.get('groundwork:call') as unknown as Call;

describe('the one channel', () => {
  it('is the only one', async () => {
    const { electron } = await boot();
    expect([...electron.recorded.ipc.keys()]).toEqual(['groundwork:call']);
  });

  it("passes a call of the app's page on to the core, whatever its name", async () => {
    const { electron } = await boot();
    const sender = electron.recorded.windows[0]!.webContents;
    const event = { sender, senderFrame: sender.mainFrame };
    for (const name of ['today.read', 'host.pickFolder', 'toString', '__proto__']) {
      expect(await channel(electron)(event, name, { a: 1 })).toEqual({ ok: true, value: { name } });
    }
    expect(fakeCore.calls).toEqual([
      ['today.read', { a: 1 }],
      ['host.pickFolder', { a: 1 }],
      ['toString', { a: 1 }],
      ['__proto__', { a: 1 }],
    ]);
  });

  it.each(['no frame', 'a sub-frame', 'another origin', 'a destroyed frame', 'destroyed contents'])(
    'refuses %s',
    async (kind) => {
      const { electron } = await boot();
      const sender = electron.recorded.windows[0]!.webContents;
      const frames: Record<string, unknown> = { 'no frame': null, 'a sub-frame': sender.subFrame() };
      const senderFrame = kind in frames ? frames[kind] : sender.mainFrame;
      if (kind === 'another origin') sender.mainFrame.origin = 'https://evil.test';
      if (kind === 'a destroyed frame') sender.mainFrame.destroyed = true;
      if (kind === 'destroyed contents') sender.destroyed = true;
      const reply = await channel(electron)({ sender, senderFrame }, 'today.read', {});
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } });
      expect(fakeCore.calls).toEqual([]);
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
    const { electron } = await boot();
    const sender = electron.recorded.windows[0]!.webContents;
    sender.mainFrame.origin = origin;
    const reply = await channel(electron)({ sender, senderFrame: sender.mainFrame }, 'today.read', {});
    expect(reply.ok).toBe(false);
    expect(fakeCore.calls).toEqual([]);
  });

  it.each([[undefined], [null], [7], [{}], [['today.read']]])('refuses the name %j', async (name) => {
    const { electron } = await boot();
    const sender = electron.recorded.windows[0]!.webContents;
    const reply = await channel(electron)({ sender, senderFrame: sender.mainFrame }, name, {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(fakeCore.calls).toEqual([]);
  });
});
