import { describe, expect, it } from 'vitest';
import { actionIds } from '../../../shared/bridge.ts';
import { asPlatform, boot, type StandIn } from './boot.ts';
import type { Item } from './stand-in.ts';

const flat = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...flat(item.submenu ?? [])]);
const itemsOf = (electron: StandIn): Item[] => flat(electron.recorded.menus[0]!.items);
const roles = (items: readonly Item[]): string[] => items.flatMap((item) => item.role ?? []);

describe('the menu', () => {
  it('sends exactly the closed ids, under these keys', async () => {
    const { electron } = await boot();
    const [window] = electron.recorded.windows;
    const sending = itemsOf(electron).filter((item) => item.click !== undefined);
    const sent = sending.map((item) => {
      window!.webContents.sent = [];
      item.click!({}, window);
      return [item.accelerator, ...window!.webContents.sent];
    });
    expect(sent).toEqual([
      ['CmdOrCtrl+N', ['groundwork:action', 'skill.new']],
      ['CmdOrCtrl+O', ['groundwork:action', 'list.bring']],
      ['CmdOrCtrl+Z', ['groundwork:action', 'history.undo']],
      ['Shift+CmdOrCtrl+Z', ['groundwork:action', 'history.redo']],
      ['CmdOrCtrl+K', ['groundwork:action', 'palette.open']],
      ['CmdOrCtrl+1', ['groundwork:action', 'go.today']],
      ['CmdOrCtrl+2', ['groundwork:action', 'go.roles']],
      ['CmdOrCtrl+3', ['groundwork:action', 'go.skills']],
      ['CmdOrCtrl+4', ['groundwork:action', 'go.certifications']],
      ['CmdOrCtrl+5', ['groundwork:action', 'go.projects']],
      ['CmdOrCtrl+6', ['groundwork:action', 'go.reviews']],
      ['CmdOrCtrl+7', ['groundwork:action', 'go.data']],
      ['CmdOrCtrl+,', ['groundwork:action', 'go.settings']],
      ['CmdOrCtrl+/', ['groundwork:action', 'shortcuts.open']],
    ]);
    expect(sent.map(([, message]) => (message as string[])[1])).toEqual(actionIds);
  });

  it('sends nothing where no window is in front', async () => {
    const { electron } = await boot();
    for (const item of itemsOf(electron)) item.click?.({}, undefined);
    expect(electron.recorded.windows[0]!.webContents.sent).toEqual([]);
  });

  it('has the editing commands, zoom and full screen, and no native undo beside ours', async () => {
    const { electron } = await boot();
    const found = roles(itemsOf(electron));
    const wanted = [
      'cut',
      'copy',
      'paste',
      'selectAll',
      'resetZoom',
      'zoomIn',
      'zoomOut',
      'togglefullscreen',
      'help',
    ];
    expect(found).toEqual(expect.arrayContaining([...wanted, 'about']));
    expect(found).not.toContain('undo');
    expect(found).not.toContain('redo');
  });

  it.each([true, false])('offers developer tools only from the sources; packaged: %s', async (packaged) => {
    const { electron } = await boot({ world: { packaged } });
    const found = roles(itemsOf(electron));
    expect(found.includes('toggleDevTools')).toBe(!packaged);
    expect(found.includes('reload')).toBe(!packaged);
  });

  it.each([
    ['darwin', true],
    ['win32', false],
    ['linux', false],
  ] as const)('follows the habits of %s', async (platform, mac) => {
    asPlatform(platform);
    const { electron } = await boot();
    const found = roles(itemsOf(electron));
    expect(found.includes('appMenu')).toBe(mac);
    expect(found.includes('windowMenu')).toBe(mac);
    expect(found.includes('close')).toBe(mac);
    expect(found.includes('quit')).toBe(!mac);
    expect(electron.app.about).toEqual({ applicationName: 'Groundwork', applicationVersion: '0.1.0' });
  });
});

describe('the right mouse button', () => {
  it.each([
    [{ isEditable: true, selectionText: '' }, ['cut', 'copy', 'paste', 'selectAll']],
    [{ isEditable: false, selectionText: 'some words' }, ['copy']],
    [{ isEditable: false, selectionText: ' ' }, null],
  ])('with %j offers %j', async (params, expected) => {
    const { electron } = await boot();
    electron.recorded.windows[0]!.webContents.emit('context-menu', {}, params);
    expect(electron.recorded.popups.map((menu) => roles(menu.items))).toEqual(
      expected === null ? [] : [expected],
    );
  });
});
