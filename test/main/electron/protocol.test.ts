import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from '../../../main/content-security.ts';
import type * as staticFiles from '../../../main/static-files.ts';
import { boot, freshElectron, tempFolder, type StandIn } from './boot.ts';
import { anyPath } from '../../helpers/odd-texts.ts';
import { seeded } from '../../helpers/random.ts';

const SECRET = 'the secret outside of the folder';
const page = '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><div id="root"></div>';

let root: string;
let ask: (url: string, method?: string) => Promise<Response>;
beforeEach(async () => {
  const base = tempFolder();
  root = join(base, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(base, 'outside'));
  writeFileSync(join(base, 'outside/secret.txt'), SECRET);
  writeFileSync(join(base, 'secret.txt'), SECRET);
  writeFileSync(join(root, 'index.html'), page);
  writeFileSync(join(root, 'assets/a.js'), 'export {};');
  writeFileSync(join(root, '.hidden'), SECRET);
  symlinkSync(join(base, 'outside/secret.txt'), join(root, 'link.txt'));
  symlinkSync(join(base, 'outside'), join(root, 'linked'));
  const electron: StandIn = await freshElectron();
  const { servePage } = await import('../../../main/electron/protocol.ts');
  servePage(root);
  // A plain object: a real Request would tidy the URL before our code sees it.
  ask = (url, method = 'GET') => electron.recorded.protocols.get('app')!({ url, method });
});

describe('the scheme', () => {
  it('is standard and secure, and bypasses no policy', async () => {
    const { electron } = await boot();
    expect(electron.recorded.schemes).toStrictEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    expect([...electron.recorded.protocols.keys()]).toEqual(['app']);
  });
});

describe('app://groundwork', () => {
  it.each(['app://groundwork/index.html', 'app://groundwork/', 'app://groundwork/index.html?x=1#/today'])(
    'serves the page for %s with the policy and the nonce of this response',
    async (url) => {
      const response = await ask(url);
      const html = await response.text();
      const nonce = /nonce="([^"]+)"/.exec(html)![1]!;
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy(nonce));
      expect(nonce.length).toBeGreaterThanOrEqual(22);
      expect(await (await ask(url)).text()).not.toContain(nonce);
    },
  );

  it('serves other files as they are', async () => {
    const response = await ask('app://groundwork/assets/a.js');
    expect([response.status, await response.text()]).toEqual([200, 'export {};']);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers HEAD with headers alone', async () => {
    const response = await ask('app://groundwork/index.html', 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'get'])('refuses %s', async (method) => {
    const response = await ask('app://groundwork/index.html', method);
    expect(response.status).toBe(405);
    expect(response.headers.get('content-security-policy')).not.toBeNull();
  });

  it.each([
    'app://other/index.html',
    'app://groundwork.evil/index.html',
    'app:///index.html',
    'app:index.html',
    '',
    '%',
  ])('finds nothing at %s', async (url) => {
    const response = await ask(url);
    expect([response.status, await response.text()]).toEqual([404, 'Not found.']);
    expect(response.headers.get('content-security-policy')).not.toBeNull();
  });

  it('finds nothing where the file vanished in between', async () => {
    vi.resetModules();
    vi.doMock('../../../main/static-files.ts', async (original) => ({
      ...(await original<typeof staticFiles>()),
      resolveStatic: () => join(root, 'vanished.js'),
    }));
    const electron = await freshElectron();
    const { servePage } = await import('../../../main/electron/protocol.ts');
    servePage(root);
    const response = await electron.recorded.protocols.get('app')!({
      url: 'app://groundwork/a.js',
      method: 'GET',
    });
    expect(response.status).toBe(404);
    vi.doUnmock('../../../main/static-files.ts');
  });

  it('gives no byte from outside for 5,000 fuzzed paths', async () => {
    const random = seeded('protocol');
    const known = new Set([page.replace('__CSP_NONCE__', ''), 'export {};']);
    const found = { 200: 0, 404: 0 };
    for (let round = 0; round < 5_000; round += 1) {
      const url = `app://groundwork${anyPath(random)}`;
      const response = await ask(url);
      const text = await response.text();
      expect(text, url).not.toContain(SECRET);
      if (response.status === 200) expect(known, url).toContain(text.replace(/nonce="[^"]*"/, 'nonce=""'));
      else expect([response.status, text], url).toEqual([404, 'Not found.']);
      found[response.status as 200 | 404] += 1;
    }
    console.log(`protocol: ${found[200]} served, ${found[404]} not found`);
    expect(found[200]).toBeGreaterThan(0);
    expect(found[404]).toBeGreaterThan(4_000);
  });

  it('finds nothing where the page was never built', async () => {
    rmSync(root, { recursive: true });
    expect((await ask('app://groundwork/index.html')).status).toBe(404);
  });
});
