import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { safeExternal } from '../../main/electron/safe-external.ts';
import { resolveStatic } from '../../main/static-files.ts';
import { uploadPath } from '../../main/uploads.ts';
import { inlineText } from '../../main/lists/inline-text.ts';
import { url } from '../../shared/model/common.ts';
import { anyPath, anyUrl } from '../helpers/odd-texts.ts';
import type { Random } from '../helpers/random.ts';
import { casesOf, MANY_MS, startSuite } from './report.ts';

let base: string;
let root: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'groundwork-paths-'));
  root = join(base, 'page');
  for (const folder of ['page/assets', 'page-other', 'uploads/folder'])
    mkdirSync(join(base, folder), { recursive: true });
  for (const file of ['page/index.html', 'page/assets/a.js', 'page/.hidden', `uploads/${'A'.repeat(22)}`])
    writeFileSync(join(base, file), 'INSIDE');
  for (const file of ['secret.txt', 'outside', 'page-other/secret.txt'])
    writeFileSync(join(base, file), 'OUTSIDE');
  symlinkSync(join(base, 'secret.txt'), join(root, 'link.txt'));
  symlinkSync(base, join(root, 'linked'));
  symlinkSync(join(base, 'page-other'), join(root, 'other'));
  symlinkSync(join(root, 'assets/a.js'), join(root, 'inner.js'));
  symlinkSync(join(base, 'secret.txt'), join(base, 'uploads', 'B'.repeat(22)));
});
afterAll(() => rmSync(base, { recursive: true }));

const parts = [
  '..',
  '%2e%2e',
  '%2f',
  '\\',
  '%5c',
  '%255c',
  '\0',
  'linked',
  'link.txt',
  'other',
  'page-other',
  'page',
  'secret.txt',
  'inner.js',
  'index.html',
  'uploads',
  'A'.repeat(22),
  'B'.repeat(22),
];
const anyRoad = (random: Random): string =>
  random.chance(0.5)
    ? anyPath(random)
    : `/${Array.from({ length: 1 + random.below(6) }, () => random.pick(parts)).join(random.chance(0.6) ? '/' : '')}`;

type Resolve = (path: string) => string | null;
/** How many paths lead to what lies outside, and how many to what may be served. */
const escapes = (
  resolve: Resolve,
  paths: readonly string[],
): { readonly outside: number; readonly inside: number } => {
  const found = { outside: 0, inside: 0 };
  for (const path of paths) {
    const file = resolve(path);
    if (file === null || !existsSync(file)) continue;
    try {
      if (readFileSync(file, 'utf8') === 'INSIDE') found.inside += 1;
      else found.outside += 1;
    } catch {
      // A folder.
    }
  }
  return found;
};

test(
  'no path leads out of the folder of the page, nor out of that of the uploads',
  () => {
    const { random, done } = startSuite('paths');
    const count = casesOf(5_000, 30_000);
    const paths = Array.from({ length: count }, () => anyRoad(random));
    const served = escapes((path) => resolveStatic(root, path), paths);
    expect(served.outside).toBe(0);
    expect(served.inside).toBeGreaterThan(0);
    const ids = paths.map((path) => path.slice(1));
    const uploads = escapes((id) => uploadPath(base, id), ids);
    expect(uploads.outside).toBe(0);
    expect(uploads.inside).toBeGreaterThan(0);

    const careless: Resolve[] = [
      (path) => join(root, decodeURI(path.replaceAll(/%(?![0-9a-f]{2})/gi, ''))),
      (path) => join(root, path.replaceAll('..', '')),
      (id) => join(base, 'uploads', id),
    ];
    const caught = careless.filter(
      (resolve, at) =>
        escapes(
          (path) => {
            try {
              return resolve(path);
            } catch {
              return null;
            }
          },
          at === 2 ? ids : paths,
        ).outside > 0,
    ).length;
    expect(caught).toBe(careless.length);
    done({
      cases: 2 * count,
      seen: { served: served.inside, escaped: 0 },
      planted: careless.length,
      found: caught,
    });
  },
  MANY_MS,
);

type Allows = (text: string) => string | null;
/** What may be opened or shown as a link, read by the plainest rule there is. */
const harmless = /^(?:https?|mailto):/i;
/** Without what every reader of addresses leaves out. */
const asRead = (text: string): string => text.replaceAll(/[\t\n\r]/g, '').trimStart();
const dangerous = (
  allows: Allows,
  texts: readonly string[],
): { readonly let: number; readonly wrong: number } => {
  const passed = texts.flatMap((text) => allows(text) ?? []);
  return { let: passed.length, wrong: passed.filter((text) => !harmless.test(asRead(text))).length };
};

test(
  'no address but of the web and of mail is opened, kept or shown as a link',
  () => {
    const { random, done } = startSuite('addresses');
    const count = casesOf(2_000, 30_000);
    const texts = Array.from({ length: count }, () => anyUrl(random));
    const opened = dangerous(safeExternal, texts);
    const kept = dangerous((text) => (url.safeParse(text).success ? text : null), texts);
    const shown = dangerous(
      (text) =>
        inlineText(`see [this](<${text.replaceAll(/[<>\n]/g, '')}>) and ${text}`).links[0]?.url ?? null,
      texts,
    );
    expect({ opened: opened.wrong, kept: kept.wrong, shown: shown.wrong }).toEqual({
      opened: 0,
      kept: 0,
      shown: 0,
    });
    for (const { let: passed } of [opened, kept, shown]) expect(passed).toBeGreaterThan(count / 100);

    const careless: Allows[] = [
      (text) => (text.includes('http') || text.startsWith('mailto') ? text : null),
      (text) => (/^javascript:|^file:/.test(text) ? null : text),
      (text) => (URL.canParse(text) ? text : null),
    ];
    const caught = careless.filter((allows) => dangerous(allows, texts).wrong > 0).length;
    expect(caught).toBe(careless.length);
    done({
      cases: 3 * count,
      seen: { opened: opened.let, kept: kept.let, shown: shown.let },
      planted: careless.length,
      found: caught,
    });
  },
  MANY_MS,
);
