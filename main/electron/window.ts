import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { ActionId } from '../../shared/bridge.ts';
import { ACTION_CHANNEL } from './channels.ts';
import { offerEditing } from './menu.ts';
import { START_URL } from './origin.ts';
import { MIN_SIZE, placeWindow, readWindowState, writeWindowState } from './window-state.ts';

export type WindowOptions = {
  /** The built preload script. */
  readonly preload: string;
  /** Where size and place are remembered. */
  readonly stateFile: string;
  /** Told where the screens cannot be shown, with a sentence for the person. */
  readonly onFailed: (sentence: string) => void;
};

// `--page` of the design tokens: what shows while the page has not painted yet.
const PAPER = { light: '#fbfaf6', dark: '#1b1917' } as const;

const NOT_LOADED =
  'The screens of Groundwork could not be loaded. Install it again; your data stays where it is.';
const CRASHED = 'The screens of Groundwork stopped twice. Start it again; everything saved before is safe.';

/** The only place that makes a window. */
const openWindow = ({ preload, stateFile, onFailed }: WindowOptions): void => {
  const state = readWindowState(stateFile);
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...placeWindow(state, areas),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: 'Groundwork',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  offerEditing(window.webContents);
  window.once('ready-to-show', () => {
    // Not earlier: `maximize` shows the window.
    if (state?.maximised === true) window.maximize();
    window.show();
  });
  window.on('close', () => {
    writeWindowState(stateFile, { ...window.getNormalBounds(), maximised: window.isMaximized() });
  });
  // A crashed page holds nothing that is not saved: it comes back by itself, once.
  window.webContents.once('render-process-gone', () => {
    window.webContents.once('render-process-gone', () => onFailed(CRASHED));
    window.webContents.reload();
  });
  // Loading also ends early where the person closes the window or reloads it meanwhile: no fault then.
  window.loadURL(START_URL).catch(() => {
    if (!window.isDestroyed() && !window.isVisible()) onFailed(NOT_LOADED);
  });
};

/** Brings the one window to the front, and opens it where there is none. */
export const showWindow = (options: WindowOptions): void => {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return openWindow(options);
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};

/** Asks the page of the open window to do something; a page that is still loading does not hear it. */
export const askPage = (action: ActionId): void => {
  const [window] = BrowserWindow.getAllWindows();
  window?.webContents.send(ACTION_CHANNEL, action);
};
