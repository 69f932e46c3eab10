import { readFileSync, statSync } from 'node:fs';
import { AppError } from '../../shared/reply.ts';
import { PICTURES } from '../../shared/values.ts';

const starts = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.toString('latin1', at, at + text.length) === text;

/** The kinds of pictures that are taken, told by their first bytes; drawings that can hold scripts are none of them. */
const typeOf = (bytes: Buffer): string | null => {
  if (starts(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (starts(bytes, '\xff\xd8\xff')) return 'image/jpeg';
  if (starts(bytes, 'GIF8')) return 'image/gif';
  return starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8) ? 'image/webp' : null;
};

/** Reads a picture that was handed over. Throws `invalid` for anything else, and for one that is too large. */
export const readPicture = (path: string): { readonly bytes: Buffer; readonly type: string } => {
  if (statSync(path).size > PICTURES.bytes) {
    throw new AppError('invalid', 'This picture is larger than 4 MB. Make it smaller and try again.');
  }
  const bytes = readFileSync(path);
  const type = typeOf(bytes);
  if (type === null) {
    throw new AppError('invalid', 'This file is no picture of the kinds PNG, JPEG, WebP or GIF.');
  }
  return { bytes, type };
};
