import { beforeEach, describe, expect, it } from 'vitest';
import { freshElectron, type StandIn } from './boot.ts';
import { anyUrl } from '../../helpers/odd-texts.ts';
import { seeded } from '../../helpers/random.ts';

let electron: StandIn;
let openExternal: (raw: string) => Promise<void>;
beforeEach(async () => {
  electron = await freshElectron();
  ({ openExternal } = await import('../../../main/electron/open-external.ts'));
});

describe('openExternal', () => {
  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['http://example.org', 'http://example.org/'],
    ['HTTPS://EXAMPLE.org/Ü', 'https://example.org/%C3%9C'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['https://en.wikipedia.org/wiki/Raft_(algorithm)', 'https://en.wikipedia.org/wiki/Raft_(algorithm)'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ["https://en.wikipedia.org/wiki/Conway's_law", 'https://en.wikipedia.org/wiki/Conway%27s_law'],
    ['mailto:mary@example.org', 'mailto:mary@example.org'],
    [
      'mailto:mary@example.org?subject=Hello%20there&CC=a@b.c',
      'mailto:mary@example.org?subject=Hello%20there&CC=a@b.c',
    ],
  ])('opens %s', async (raw, opened) => {
    await openExternal(raw);
    expect(electron.recorded.opened).toEqual([opened]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,hi',
    'file:///etc/passwd',
    'file://server/share/x.exe',
    '\\\\server\\share\\x.exe',
    'smb://server/share',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x',
    'vscode://file/x',
    'tel:+491234',
    'app://groundwork/',
    'https://user@example.org/',
    'https://user:pw@example.org/',
    'https://:pw@example.org/',
    'https://',
    'example.org',
    '//example.org',
    '',
    'mailto:mary@example.org?attach=/etc/passwd',
    'mailto:mary@example.org?subject=x&Attachment=C:%5Cx',
    'mailto:mary@example.org#?attach=/etc/passwd',
    'mailto:"mary" --flag@example.org',
    `https://example.org/${'a'.repeat(2048)}`,
    `https://example.org/${'ü'.repeat(1000)}`,
  ])('refuses %.60s', async (raw) => {
    await openExternal(raw);
    expect(electron.recorded.opened).toEqual([]);
  });

  it('swallows the refusal of the system', async () => {
    electron.world.openFails = true;
    await expect(openExternal('https://example.org/')).resolves.toBeUndefined();
  });

  it('opens nothing but plain web and mail addresses out of 10,000 fuzzed texts', async () => {
    const random = seeded('openExternal');
    for (let round = 0; round < 10_000; round += 1) await openExternal(anyUrl(random));
    const { opened } = electron.recorded;
    for (const url of opened) {
      expect(url.length).toBeLessThanOrEqual(2048);
      expect(url).toMatch(/^(https?:\/\/[^/?#@]+\/|mailto:)[!-~]*$/);
      expect(url).not.toMatch(/["'<>`\\]/);
      expect(url).not.toMatch(/^mailto:.*\?(.*&)?attach/i);
    }
    console.log(`openExternal: ${opened.length} of 10000 opened`);
    expect(opened.length).toBeGreaterThan(100);
    expect(opened.length).toBeLessThan(5_000);
  });
});
