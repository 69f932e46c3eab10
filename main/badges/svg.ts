import { AppError } from '../../shared/reply.ts';
import { MAX_BADGE, type BadgeTexts } from './read-badges.ts';

/** The namespaces of Open Badges 2.0 and 3.0. */
const NAMESPACES =
  /xmlns:([\w.-]{1,40})\s*=\s*["']https?:\/\/(?:openbadges\.org|purl\.imsglobal\.org\/ob\/)[^"']{0,100}["']/g;
const MOST = 50;

/** The badges baked into an SVG. It is searched as text: no entity is expanded, nothing is loaded, no script is run. */
export const textsOfSvg = (svg: string): BadgeTexts => {
  const prefixes = new Set([...svg.matchAll(NAMESPACES)].map(([, prefix]) => prefix!));
  const texts: string[] = [];
  const skipped: string[] = [];
  for (const prefix of prefixes) {
    for (const name of ['assertion', 'credential']) {
      for (const text of contentsOf(svg, `${prefix}:${name}`)) {
        if (text.length > MAX_BADGE)
          skipped.push('A badge in this picture is larger than 1 MB, so it was not read.');
        else texts.push(text);
      }
    }
  }
  if (texts.length === 0 && skipped.length === 0)
    throw new AppError(
      'invalid',
      'This picture has no badge baked into it. Download the badge itself from where you earned it.',
    );
  return { texts, skipped };
};

/** What elements of a name hold: their text, or what they carry in `verify`. Walks forward only. */
const contentsOf = (svg: string, name: string): string[] => {
  const found: string[] = [];
  let at = 0;
  while (found.length < MOST) {
    const open = svg.indexOf(`<${name}`, at);
    const end = open < 0 ? -1 : svg.indexOf('>', open);
    if (end < 0) break;
    const tag = svg.slice(open + name.length + 1, end);
    at = end + 1;
    if (!/^[\s/]|^$/.test(tag)) continue;
    const verify = /\sverify\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag);
    let body = '';
    if (!tag.endsWith('/')) {
      const close = svg.indexOf(`</${name}`, at);
      if (close < 0) break;
      body = textIn(svg.slice(at, close)).trim();
      at = close;
    }
    const text = body === '' ? unescaped(verify?.[1] ?? verify?.[2] ?? '').trim() : body;
    if (text !== '') found.push(text);
  }
  return found;
};

/** CDATA as it is, other text with the five names of XML put back. */
const textIn = (body: string): string => {
  const parts = body.split(/<!\[CDATA\[|\]\]>/);
  return parts.map((part, index) => (index % 2 === 1 ? part : unescaped(part.trim()))).join('');
};

const NAMES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (text: string): string =>
  text.replaceAll(
    /&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name, ten, sixteen) => {
      if (name !== undefined) return NAMES[String(name).toLowerCase()]!;
      const point = ten === undefined ? Number.parseInt(String(sixteen), 16) : Number(ten);
      return point <= 0x10ffff ? String.fromCodePoint(point) : String(whole);
    },
  );
