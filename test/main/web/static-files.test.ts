import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentType, resolveStatic } from '../../../main/static-files.ts';
import { raw, startTestHost } from './host.ts';

let base: string;
let root: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'groundwork-static-'));
  root = join(base, 'page');
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(base, 'page-other'));
  for (const file of ['page/index.html', 'page/assets/a.js', 'page/.hidden'])
    writeFileSync(join(base, file), 'INSIDE');
  for (const file of ['secret.txt', 'page-other/secret.txt']) writeFileSync(join(base, file), 'OUTSIDE');
  symlinkSync(join(base, 'secret.txt'), join(root, 'link.txt'));
  symlinkSync(base, join(root, 'up'));
  symlinkSync(join(base, 'page-other'), join(root, 'other'));
  symlinkSync(join(root, 'assets/a.js'), join(root, 'inner.js'));
});
afterAll(() => rmSync(base, { recursive: true }));

it('finds what is there', () => {
  expect(resolveStatic(root, '/')).toMatch(/index\.html$/);
  expect(resolveStatic(root, '/assets/a.js')).toMatch(/a\.js$/);
  expect(resolveStatic(root, '/assets/%61.js')).toMatch(/a\.js$/);
  expect(resolveStatic(root, '/inner.js')).toMatch(/a\.js$/);
});

it('refuses every other way of saying it', () => {
  const bad = [
    '',
    'index.html',
    '//',
    '//index.html',
    '/assets',
    '/assets/',
    '/./index.html',
    '/assets/../index.html',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e/secret.txt',
    '/link.txt',
    '/up/secret.txt',
    '/other/secret.txt',
    '/index.html%00',
    '/index.html\0.js',
    '/%00',
    '/C:/x',
    '/C:%5cx',
    '/index.html::$DATA',
    '//server/share',
    '/%5c%5cserver%5cshare',
    '/.hidden',
    '/index.html.',
    '/index.html%20',
    '/%',
    '/%zz',
    '/%ff',
    '/%c0%ae%c0%ae/secret.txt',
    '/index.html/',
    '/~',
    `/${'a'.repeat(600)}`,
    '/CON',
    '/up',
  ];
  for (const path of bad) expect(resolveStatic(root, path), path).toBeNull();
  expect(resolveStatic(join(base, 'nothing'), '/')).toBeNull();
  expect(contentType('x.JS')).toBe('text/javascript; charset=utf-8');
  expect(contentType('x.exe')).toBe('application/octet-stream');
});

it('is the only way to a file over HTTP', async () => {
  const test = await startTestHost();
  for (const path of [
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%5c..%5cetc',
    '/assets/../../x',
    '//etc/passwd',
    '/%00',
  ]) {
    const text = await raw(
      test.host.port,
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${test.host.port}\r\n\r\n`,
      100,
    );
    expect(text).toMatch(/^HTTP\/1\.1 404 /);
    expect(text).not.toContain('etc');
  }
  await test.stop();
});
