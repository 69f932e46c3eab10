import { EventEmitter } from 'node:events';

/**
 * Stands in for the module `electron`, whose runtime cannot be had here: it records what it is told and lets a test
 * fire what Electron would fire. It shows what our code asks for, not what Electron does with it.
 */

type Handler = (...args: never[]) => unknown;
const recorded = {
  /** Names of calls in order, so that a test can see what came before `ready`. */
  order: [] as string[],
  windows: [] as BrowserWindow[],
  exits: [] as number[],
  errors: [] as string[],
  opened: [] as string[],
  ipc: new Map<string, Handler>(),
  exposed: new Map<string, Record<string, unknown>>(),
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  protocols: new Map<string, (request: { url: string; method: string }) => Promise<Response>>(),
  menus: [] as MenuStandIn[],
  popups: [] as MenuStandIn[],
  paths: new Map<string, string>(),
  invoked: [] as unknown[][],
  notifications: [] as Notification[],
};
/** What the pretended computer is like; a test changes it before the entry runs. */
const world = {
  lock: true,
  packaged: true,
  dark: false,
  loadFails: false,
  openFails: false,
  notifies: true,
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};
export { recorded, world };

class Frame {
  parent: Frame | null = null;
  origin = 'app://groundwork';
  destroyed = false;
  isDestroyed = (): boolean => this.destroyed;
}

export class WebContents extends EventEmitter {
  mainFrame = new Frame();
  sent: unknown[][] = [];
  reloads = 0;
  destroyed = false;
  windowOpen: ((details: { url: string }) => { action: string }) | null = null;
  isDestroyed = (): boolean => this.destroyed;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpen = handler;
  }
  send(...args: unknown[]): void {
    this.sent.push(args);
  }
  reload(): void {
    this.reloads += 1;
  }
  subFrame(): Frame {
    const frame = new Frame();
    frame.parent = this.mainFrame;
    return frame;
  }
}

type Options = Record<string, unknown> & {
  webPreferences: Record<string, unknown>;
  width: number;
  height: number;
};

export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): BrowserWindow[] => recorded.windows.filter((window) => !window.destroyed);
  options: Options;
  webContents = new WebContents();
  calls: string[] = [];
  url = '';
  visible = false;
  maximised = false;
  minimised = false;
  destroyed = false;
  bounds = { x: 10, y: 20, width: 1280, height: 840 };

  constructor(options: Options) {
    super();
    this.options = options;
    recorded.order.push('window');
    recorded.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    this.url = url;
    return world.loadFails ? Promise.reject(new Error('ERR_FAILED')) : Promise.resolve();
  }
  show(): void {
    this.calls.push('show');
    this.visible = true;
  }
  focus(): void {
    this.calls.push('focus');
  }
  restore(): void {
    this.calls.push('restore');
    this.minimised = false;
  }
  maximize(): void {
    this.calls.push('maximize');
    this.maximised = true;
    this.visible = true;
  }
  isMinimized = (): boolean => this.minimised;
  isMaximized = (): boolean => this.maximised;
  isVisible = (): boolean => this.visible;
  isDestroyed = (): boolean => this.destroyed;
  getNormalBounds = (): typeof this.bounds => this.bounds;
  /** What a person's click on the close button does. */
  close(): void {
    this.emit('close', {});
    this.destroyed = true;
    if (BrowserWindow.getAllWindows().length === 0) app.emit('window-all-closed');
  }
}

export class Session {
  handlers: Record<string, unknown> = {};
  blocked: {
    urls: string[];
    listener: (details: unknown, answer: (result: unknown) => void) => void;
  } | null = null;
  spellChecker = true;
  setPermissionRequestHandler = (handler: unknown): void => void (this.handlers['request'] = handler);
  setPermissionCheckHandler = (handler: unknown): void => void (this.handlers['check'] = handler);
  setDevicePermissionHandler = (handler: unknown): void => void (this.handlers['device'] = handler);
  setDisplayMediaRequestHandler = (handler: unknown): void => void (this.handlers['display'] = handler);
  setSpellCheckerEnabled = (on: boolean): void => void (this.spellChecker = on);
  webRequest = {
    onBeforeRequest: (filter: { urls: string[] }, listener: never): void =>
      void (this.blocked = { urls: filter.urls, listener }),
  };
}
export const session = { defaultSession: new Session() };

class App extends EventEmitter {
  private readyNow = Promise.withResolvers<void>();
  name = '';
  about: Record<string, unknown> = {};
  quits = 0;
  get isPackaged(): boolean {
    return world.packaged;
  }
  setName(name: string): void {
    this.name = name;
  }
  getVersion = (): string => '0.1.0';
  enableSandbox = (): void => void recorded.order.push('sandbox');
  setPath(name: string, path: string): void {
    recorded.paths.set(name, path);
  }
  requestSingleInstanceLock(): boolean {
    recorded.order.push('lock');
    return world.lock;
  }
  whenReady = (): Promise<void> => this.readyNow.promise;
  setAboutPanelOptions = (options: Record<string, unknown>): void => void (this.about = options);
  exit = (code: number): void => void recorded.exits.push(code);
  quit = (): void => void (this.quits += 1);
  ready(): void {
    recorded.order.push('ready');
    this.emit('ready');
    this.readyNow.resolve();
  }
}
export const app = new App();

export const dialog = {
  showErrorBox: (title: string, content: string): void => void recorded.errors.push(`${title}: ${content}`),
};
export const ipcMain = {
  handle: (channel: string, handler: Handler): void => void recorded.ipc.set(channel, handler),
};
class IpcRenderer extends EventEmitter {
  invoke(...args: unknown[]): Promise<unknown> {
    recorded.invoked.push(args);
    return Promise.resolve({ ok: true, value: 'from the core' });
  }
}
export const ipcRenderer = new IpcRenderer();
export const contextBridge = {
  exposeInMainWorld: (name: string, api: Record<string, unknown>): void =>
    void recorded.exposed.set(name, api),
};
export const nativeTheme = {
  get shouldUseDarkColors(): boolean {
    return world.dark;
  },
};
export const protocol = {
  registerSchemesAsPrivileged(schemes: typeof recorded.schemes): void {
    recorded.order.push('scheme');
    recorded.schemes.push(...schemes);
  },
  handle(scheme: string, handler: (request: { url: string; method: string }) => Promise<Response>): void {
    recorded.order.push('protocol');
    recorded.protocols.set(scheme, handler);
  },
};
export const screen = { getAllDisplays: () => world.displays };
export const shell = {
  openExternal(url: string): Promise<void> {
    recorded.opened.push(url);
    return world.openFails ? Promise.reject(new Error('no program')) : Promise.resolve();
  },
};

export type Item = {
  label?: string;
  role?: string;
  type?: string;
  accelerator?: string;
  submenu?: Item[];
  click?: (item: unknown, window: unknown) => void;
};
class MenuStandIn {
  items: Item[];
  constructor(items: Item[]) {
    this.items = items;
  }
  popup(): void {
    recorded.popups.push(this);
  }
}
export const Menu = {
  buildFromTemplate: (items: Item[]): MenuStandIn => new MenuStandIn(items),
  setApplicationMenu: (menu: MenuStandIn): void => void recorded.menus.push(menu),
};

export class Notification extends EventEmitter {
  static isSupported = (): boolean => world.notifies;
  title: string;
  body: string;
  constructor({ title, body }: { title: string; body: string }) {
    super();
    this.title = title;
    this.body = body;
  }
  show(): void {
    recorded.notifications.push(this);
  }
}
