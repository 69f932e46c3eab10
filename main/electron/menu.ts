import { app, BrowserWindow, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { ActionId } from '../../shared/bridge.ts';
import { ACTION_CHANNEL } from './channels.ts';

/**
 * Keys reach the page first. A text field takes its own undo, the page handles its own keys, and only what both leave
 * becomes an action; so Undo and Redo have no native role, and the page decides by what is in focus.
 */
const action = (label: string, accelerator: string, id: ActionId): MenuItemConstructorOptions => ({
  label,
  accelerator,
  click: (_item, window) => {
    if (window instanceof BrowserWindow) window.webContents.send(ACTION_CHANNEL, id);
  },
});

const separator: MenuItemConstructorOptions = { type: 'separator' };
const editing: MenuItemConstructorOptions[] = [
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
];

const template = (mac: boolean, developing: boolean): MenuItemConstructorOptions[] => [
  ...(mac ? [{ role: 'appMenu' } as const] : []),
  {
    label: '&File',
    submenu: [
      action('New skill…', 'CmdOrCtrl+N', 'skill.new'),
      action('Bring a list…', 'CmdOrCtrl+O', 'list.bring'),
      separator,
      { role: mac ? 'close' : 'quit' },
    ],
  },
  {
    label: '&Edit',
    submenu: [
      action('Undo', 'CmdOrCtrl+Z', 'history.undo'),
      action('Redo', 'Shift+CmdOrCtrl+Z', 'history.redo'),
      separator,
      ...editing,
      separator,
      action('Search or jump to…', 'CmdOrCtrl+K', 'palette.open'),
    ],
  },
  {
    label: '&View',
    submenu: [
      action('Today', 'CmdOrCtrl+1', 'go.today'),
      action('Roles', 'CmdOrCtrl+2', 'go.roles'),
      action('Skills', 'CmdOrCtrl+3', 'go.skills'),
      action('Certifications', 'CmdOrCtrl+4', 'go.certifications'),
      action('Projects', 'CmdOrCtrl+5', 'go.projects'),
      action('Reviews', 'CmdOrCtrl+6', 'go.reviews'),
      action('Data', 'CmdOrCtrl+7', 'go.data'),
      action('Settings', 'CmdOrCtrl+,', 'go.settings'),
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
      ...(developing ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
    ],
  },
  ...(mac ? [{ role: 'windowMenu' } as const] : []),
  {
    role: 'help',
    submenu: [action('Keyboard shortcuts', 'CmdOrCtrl+/', 'shortcuts.open'), separator, { role: 'about' }],
  },
];

/** The native menu. Developer tools are offered only where the app runs from its sources. */
export const applyMenu = (): void => {
  app.setAboutPanelOptions({ applicationName: 'Groundwork', applicationVersion: app.getVersion() });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(process.platform === 'darwin', !app.isPackaged)));
};

/** The editing commands under the right mouse button: Electron brings no such menu of its own. */
export const offerEditing = (contents: WebContents): void => {
  contents.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (isEditable) Menu.buildFromTemplate(editing).popup();
    else if (selectionText.trim() !== '') Menu.buildFromTemplate([{ role: 'copy' }]).popup();
  });
};
