import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { asPlatform, boot, type StandIn } from './boot.ts';
import { anyUrl } from '../../helpers/odd-texts.ts';
import { seeded } from '../../helpers/random.ts';

type Answering = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: unknown,
) => void;
type Checking = (contents: unknown, permission: string, origin: string, details: unknown) => boolean;

/** The names in the union of the handler's own declaration, so that a new version of Electron brings its new names. */
const permissionNames = (method: string): string[] => {
  const file = resolve(import.meta.dirname, '../../../node_modules/electron/electron.d.ts');
  const declarations = readFileSync(file, 'utf8');
  const union = new RegExp(`${method}\\(handler: .*? permission: ([^,]*),`).exec(declarations)?.[1] ?? '';
  return [...union.matchAll(/'([^']+)'/g)].map(([, name]) => name!);
};

describe('permissions', () => {
  it.each(['default', 'later'] as const)('are all denied in the %s session', async (which) => {
    const { electron } = await boot();
    const guarded = which === 'default' ? electron.session.defaultSession : new electron.Session();
    if (which === 'later') electron.app.emit('session-created', guarded);
    const contents = new electron.WebContents();
    const requested = permissionNames('setPermissionRequestHandler');
    const checked = permissionNames('setPermissionCheckHandler');
    expect(requested.length).toBeGreaterThan(40);
    expect(checked.length).toBeGreaterThan(40);

    const granted: string[] = [];
    let asked = 0;
    for (const frame of [contents.mainFrame, contents.subFrame()]) {
      const details = { isMainFrame: frame.parent === null, requestingUrl: 'app://groundwork/', frame };
      for (const name of requested) {
        const answer = (yes: boolean): void => {
          asked += 1;
          if (yes) granted.push(name);
        };
        (guarded.handlers['request'] as Answering)(contents, name, answer, details);
      }
      for (const name of checked) {
        asked += 1;
        if ((guarded.handlers['check'] as Checking)(contents, name, 'app://groundwork', details))
          granted.push(name);
        if ((guarded.handlers['check'] as Checking)(null, name, '', details)) granted.push(name);
      }
    }
    expect(granted).toEqual([]);
    expect(asked).toBe(2 * (requested.length + checked.length));
    expect((guarded.handlers['device'] as () => boolean)()).toBe(false);
    const streams = vi.fn();
    (guarded.handlers['display'] as (request: unknown, answer: unknown) => void)({}, streams);
    expect(streams.mock.calls).toEqual([[null]]);
  });
});

describe('the network', () => {
  it('is out of reach of every page, and of the spell checker', async () => {
    const { electron } = await boot();
    const { blocked, spellChecker } = electron.session.defaultSession;
    expect(blocked!.urls).toEqual(['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file:///*']);
    const answer = vi.fn();
    blocked!.listener({ url: 'https://example.org/' }, answer);
    expect(answer.mock.calls).toEqual([[{ cancel: true }]]);
    expect(spellChecker).toBe(false);
  });
});

/** What every URL parser leaves out: tabs and line ends anywhere, blanks and control characters at both ends. */
const asParsed = (url: string): string => {
  const text = url.replaceAll('\t', '').replaceAll('\n', '').replaceAll('\r', '');
  let [start, end] = [0, text.length];
  while (start < end && text.charAt(start) <= ' ') start += 1;
  while (end > start && text.charAt(end - 1) <= ' ') end -= 1;
  return text.slice(start, end);
};

const events = ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const;
const contentsOf = (electron: StandIn) => electron.recorded.windows[0]!.webContents;

/** Whether the contents would go there, asked of each of the three events. */
const goes = (electron: StandIn, url: string): boolean[] =>
  events.map((event) => {
    let prevented = false;
    contentsOf(electron).emit(event, { url, preventDefault: () => (prevented = true) });
    return !prevented;
  });

describe('navigation', () => {
  it.each([
    'app://groundwork/',
    'app://groundwork/index.html',
    'app://groundwork/index.html#/roles/api-developer',
    'app://groundwork?q=1',
  ])('stays possible inside the app: %s', async (url) => {
    const { electron } = await boot();
    expect(goes(electron, url)).toEqual([true, true, true]);
  });

  it.each([
    'https://example.org/',
    'app://groundwork.evil.test/',
    'app://groundwork@evil.test/',
    'app://user@groundwork/',
    'app://user:pw@groundwork/',
    'app://:pw@groundwork/',
    'app://groundwork:81/',
    'app:groundwork',
    'app:///groundwork',
    'blob:app://groundwork/6e7d3e20',
    'about:blank',
    'data:text/html,hi',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '',
    'groundwork',
  ])('never leaves it: %s', async (url) => {
    const { electron } = await boot();
    expect(goes(electron, url)).toEqual([false, false, false]);
  });

  it('allows none of 1,000 fuzzed foreign URLs, and opens no window for any', async () => {
    const { electron } = await boot();
    const random = seeded('navigation');
    // Written against the text, not with a URL parser, so that it cannot share a mistake with the code. Empty user
    // names and ports mean none.
    const own = /^app:\/\/:?@?groundwork:?(?:[/?#]|$)/i;
    let allowed = 0;
    let refused = 0;
    for (let round = 0; round < 1_000; round += 1) {
      const url =
        round % 20 === 0 ? `app://groundwork/${random.below(1e6)}#${anyUrl(random)}` : anyUrl(random);
      const answers = goes(electron, url);
      expect(new Set(answers).size).toBe(1);
      if (answers[0]) {
        expect(asParsed(url)).toMatch(own);
        allowed += 1;
      } else refused += 1;
      expect(contentsOf(electron).windowOpen!({ url })).toEqual({ action: 'deny' });
    }
    expect(allowed).toBeGreaterThanOrEqual(50);
    expect(refused).toBeGreaterThan(800);
    expect(electron.recorded.windows).toHaveLength(1);
    for (const url of electron.recorded.opened) expect(url).toMatch(/^(https?:\/\/|mailto:)/);
  });
});

describe('new windows and webviews', () => {
  it("are denied, and a link goes to the person's own browser", async () => {
    const { electron } = await boot();
    const { windowOpen } = contentsOf(electron);
    expect(windowOpen!({ url: 'https://example.org/a' })).toEqual({ action: 'deny' });
    expect(windowOpen!({ url: 'app://groundwork/index.html' })).toEqual({ action: 'deny' });
    expect(windowOpen!({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' });
    expect(electron.recorded.opened).toEqual(['https://example.org/a']);
  });

  it('a webview is prevented', async () => {
    const { electron } = await boot();
    const preventDefault = vi.fn();
    contentsOf(electron).emit('will-attach-webview', { preventDefault }, {}, {});
    expect(preventDefault).toHaveBeenCalledTimes(1);
  });

  it('every later window is guarded as well', async () => {
    asPlatform('darwin');
    const { electron } = await boot();
    electron.recorded.windows[0]!.close();
    electron.app.emit('activate', {});
    for (const { webContents } of electron.recorded.windows) {
      expect(webContents.windowOpen).not.toBeNull();
      for (const event of [...events, 'will-attach-webview'])
        expect(webContents.listenerCount(event)).toBe(1);
    }
  });
});
