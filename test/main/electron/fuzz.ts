/** Numbers from a seed, so that a failing run can be repeated: GROUNDWORK_SEED=n. */
export const seeded = (what: string) => {
  const seed = Number(process.env['GROUNDWORK_SEED'] ?? Date.now() % 2 ** 31);
  console.log(`${what}: seed ${seed}`);
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  return { below, pick };
};
type Random = ReturnType<typeof seeded>;

const schemes = [
  'https:',
  'http:',
  'HTTPS:',
  'mailto:',
  'app:',
  'App:',
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'data:',
  'file:',
  'FILE:',
  'smb:',
  'ftp:',
  'ws:',
  'wss:',
  'blob:',
  'blob:app:',
  'about:',
  'view-source:',
  'chrome:',
  'devtools:',
  'vbscript:',
  'ms-msdt:',
  'ms-word:ofe|u|',
  'ms-excel:',
  'search-ms:',
  'shell:',
  'tel:',
  'sms:',
  'steam:',
  'vscode:',
  'slack:',
  'x-apple.systempreferences:',
  'filesystem:app:',
  'app-other:',
  'xapp:',
  '',
  ' ',
];
const slashes = ['//', '/', '', '\\\\', '///', '//\\', '\\/', '/\t/'];
const authorities = [
  'groundwork',
  'groundwork.',
  'GROUNDWORK',
  'groundwork:80',
  'groundwork:',
  'groundwork@evil.test',
  'evil.test@groundwork',
  'user:pass@groundwork',
  'user@example.org',
  'user:pw@example.org',
  ':@groundwork',
  'groundwork.evil.test',
  'groundworkx',
  'example.org',
  'example.org:8443',
  '127.0.0.1:3000',
  '[::1]',
  '0x7f000001',
  'attacker\\share',
  '\\\\server\\share',
  'C:',
  'C:\\Windows\\System32\\calc.exe',
  'xn--groundwrk-8ta',
  'gröundwork',
  'ground\u00adwork',
  'ground%77ork',
  '%00groundwork',
  '',
  'a b',
  'groundwork#',
  'groundwork?',
  'mary@example.org',
];
const tails = [
  '',
  '/',
  '/index.html',
  '#/today',
  '/#/roles',
  '?q=1',
  '/a%0d%0aSet-Cookie:x',
  '/\r\nX: y',
  '/../../etc/passwd',
  '/%2e%2e/',
  '/"',
  "/'",
  '/<script>',
  '/`id`',
  '/$(id)',
  ';calc',
  '|calc',
  '&calc',
  ' --flag',
  '\u0000',
  '\u202e',
  '?subject=hi',
  '?subject=a%20b&body=c',
  '?attach=/etc/passwd',
  '?Attachment=C:%5Cx',
  '?cc=x@y.z',
  '@evil.test',
  '/'.repeat(50),
  `/${'a'.repeat(2100)}`,
  `?${'%'.repeat(60)}`,
  '/ü',
  '/日本',
];
const noise = [
  '\t',
  '\n',
  '\r',
  ' ',
  '\u0000',
  '\u0001',
  '\\',
  '"',
  '%00',
  '%',
  '\u2028',
  '\ufeff',
  '\u200b',
  '@',
  ':',
];

/** A text that looks like a URL to one reader or another. */
export const anyUrl = ({ below, pick }: Random): string => {
  let url = pick(schemes) + pick(slashes) + pick(authorities) + pick(tails);
  for (let rounds = below(3); rounds > 0; rounds -= 1) {
    const at = below(url.length + 1);
    url = url.slice(0, at) + pick(noise) + url.slice(at);
  }
  return url;
};

const parts = [
  '..',
  '.',
  '%2e%2e',
  '%2E%2e',
  '..%2f',
  '..%2F..%2F',
  '%252e%252e',
  '..\\',
  '..%5c',
  '%5c%5c',
  '\\',
  '%00',
  '\u0000',
  'C:',
  'C:%5C',
  '%43%3a',
  '//host',
  '%2f%2fhost',
  'file:',
  'outside',
  'secret.txt',
  'secret.txt::$DATA',
  'secret.txt.',
  'link.txt',
  'linked',
  'index.html',
  'assets',
  'a.js',
  'assets%2Fa.js',
  '.hidden',
  '~',
  '%',
  '%zz',
  '%c0%ae%c0%ae',
  '%ef%bc%8e%ef%bc%8e',
  '․․',
  'CON',
  'NUL',
  'a.js%20',
  ' ',
  ';',
  '?',
  '#',
  'etc',
  'passwd',
  '%u002e',
];

/** A path that tries to leave the folder; half of them have more than one part. */
export const anyPath = ({ below, pick }: Random): string => {
  let path = '';
  for (let rounds = 1 + below(6); rounds > 0; rounds -= 1)
    path += pick(['/', '/', '/', '', '//', '\\']) + pick(parts);
  return path;
};
