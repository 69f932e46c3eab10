import { beforeEach, describe, expect, it } from 'vitest';
import { actionIds, type Bridge } from '../../../shared/bridge.ts';
import { freshElectron, type StandIn } from './boot.ts';

let electron: StandIn;
let bridge: Bridge;
beforeEach(async () => {
  electron = await freshElectron();
  await import('../../../main/electron/preload.ts');
  bridge = electron.recorded.exposed.get('groundwork') as unknown as Bridge;
});

describe('what the page can reach', () => {
  it('is call, upload, can and onAction, and nothing else', () => {
    expect([...electron.recorded.exposed.keys()]).toEqual(['groundwork']);
    expect(Object.keys(bridge).toSorted()).toEqual(['call', 'can', 'onAction', 'upload']);
    expect(bridge.can).toStrictEqual({
      pickFolder: false,
      showInFolder: false,
      notify: false,
      openTab: false,
    });
  });

  it('hands a file over as its bytes, and nothing with them', async () => {
    const upload = bridge.upload as (...args: unknown[]) => Promise<unknown>;
    const file = new File([new Uint8Array([0, 255, 7])], 'name.txt', { type: 'text/html' });
    expect(await upload(file, 'more')).toEqual({ ok: true, value: 'from the core' });
    expect(electron.recorded.invoked).toStrictEqual([['groundwork:upload', new Uint8Array([0, 255, 7])]]);
  });

  it('calls over one channel with a name and one argument', async () => {
    const call = bridge.call as (...args: unknown[]) => Promise<unknown>;
    expect(await call('today.read', {}, 'more')).toEqual({ ok: true, value: 'from the core' });
    expect(electron.recorded.invoked).toEqual([['groundwork:call', 'today.read', {}]]);
  });

  it('hears the closed ids and never the event', () => {
    const heard: unknown[][] = [];
    const stop = bridge.onAction((...args: unknown[]) => void heard.push(args));
    const event = { sender: electron.ipcRenderer };
    for (const id of actionIds) electron.ipcRenderer.emit('groundwork:action', event, id, 'more');
    const others = [
      'history.revert',
      'toString',
      '__proto__',
      '',
      null,
      undefined,
      7,
      {},
      ['go.today'],
      event,
    ];
    for (const other of others) electron.ipcRenderer.emit('groundwork:action', event, other);
    expect(heard).toEqual(actionIds.map((id) => [id]));
    expect(electron.ipcRenderer.eventNames()).toEqual(['groundwork:action']);
    expect(stop()).toBeUndefined();
    electron.ipcRenderer.emit('groundwork:action', event, 'go.today');
    expect(heard).toHaveLength(actionIds.length);
    expect(electron.ipcRenderer.listenerCount('groundwork:action')).toBe(0);
  });
});
