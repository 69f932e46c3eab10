import { crc32, inflateSync } from 'node:zlib';
import { AppError } from '../../shared/reply.ts';
import { MAX_BADGE, type BadgeTexts } from './read-badges.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What Open Badges 2.0 and 3.0 bake a badge under. */
const KEYWORDS = new Set(['openbadges', 'openbadgecredential']);
/** More than any badge has around its text. */
const ENDLESS = 100_000;

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte);

/** The texts of a PNG under the names of Open Badges. The picture itself is not decoded. Throws `invalid` for a broken file. */
export const textsOfPng = (bytes: Uint8Array): BadgeTexts => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: string[] = [];
  const skipped: string[] = [];
  let at = SIGNATURE.length;
  for (let chunks = 0; at + 12 <= bytes.length && chunks < ENDLESS; chunks += 1) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) break;
    const type = latin1(bytes.subarray(at + 4, at + 8));
    if (type === 'IEND') return { texts, skipped };
    if (type === 'tEXt' || type === 'iTXt' || type === 'zTXt') {
      const data = bytes.subarray(at + 8, at + 8 + length);
      const keyword = latin1(data.subarray(0, Math.min(80, zeroAt(data, 0))));
      if (KEYWORDS.has(keyword)) {
        const isWhole = crc32(bytes.subarray(at + 4, at + 8 + length)) === view.getUint32(end - 4);
        const text = isWhole
          ? textOf(type, data)
          : 'A badge in this picture is damaged: its checksum is wrong. Download it again.';
        if (typeof text === 'string') skipped.push(text);
        else texts.push(text.text);
      }
    }
    at = end;
  }
  if (texts.length === 0 && skipped.length === 0)
    throw new AppError(
      'invalid',
      'This picture ends in the middle, so it cannot be read. Download it again.',
    );
  return { texts, skipped };
};

/** The text of a chunk, or in words why it cannot be had. */
const textOf = (type: 'tEXt' | 'iTXt' | 'zTXt', data: Uint8Array): { text: string } | string => {
  const keyword = zeroAt(data, 0);
  if (type === 'tEXt') return decoded(data.subarray(keyword + 1));
  if (type === 'zTXt') return inflated(data.subarray(keyword + 2));
  const isPacked = data[keyword + 1] === 1;
  const language = zeroAt(data, keyword + 3);
  const translated = zeroAt(data, language + 1);
  const rest = data.subarray(translated + 1);
  return isPacked ? inflated(rest) : decoded(rest);
};

const decoded = (data: Uint8Array): { text: string } | string => {
  if (data.length > MAX_BADGE) return 'A badge in this picture is larger than 1 MB, so it was not read.';
  return { text: Buffer.from(data).toString('utf8') };
};

const inflated = (data: Uint8Array): { text: string } | string => {
  try {
    return decoded(inflateSync(data, { maxOutputLength: MAX_BADGE }));
  } catch {
    return 'A badge in this picture cannot be unpacked, or is larger than 1 MB.';
  }
};

/** Where the next zero byte is; the end where there is none. */
const zeroAt = (data: Uint8Array, from: number): number => {
  const found = data.indexOf(0, from);
  return found < 0 ? data.length : found;
};

const latin1 = (data: Uint8Array): string => String.fromCharCode(...data);
