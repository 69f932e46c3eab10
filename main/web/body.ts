import type { IncomingMessage } from 'node:http';

/** Deeper than anything in the contract, and far from where cloning a value to the core's thread overflows. */
const MAX_DEPTH = 64;

/** The whole body, or null where it grows beyond `limit` bytes. Rejects where the sender goes away. */
export const readBody = (request: IncomingMessage, limit: number): Promise<Buffer | null> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= limit) parts.push(part);
      else {
        request.pause();
        resolve(null);
      }
    });
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('The sender went away.')));
  });

/** Whether brackets nest too deep, told from the text, because a deep value cannot be walked safely. */
const tooDeep = (text: string): boolean => {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
};

/** An object with no keys but the named ones; null for everything else, malformed text and UTF-8 included. */
export const parseObject = (
  body: Buffer,
  keys: readonly string[],
): Readonly<Record<string, unknown>> | null => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    if (tooDeep(text)) return null;
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return Object.keys(value).every((key) => keys.includes(key)) ? { ...value } : null;
  } catch {
    return null;
  }
};
