import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { sendBare } from './respond.ts';

/** Deeper than anything in the contract, and far from where cloning a value to the core's thread overflows. */
const MAX_DEPTH = 64;

/** How long a sender may take for a whole request, head included, and for each part of an upload. */
const SENDER_MS = 9_000;
/** What is left for the body however long the head took: bytes from the same computer need a fraction of it. */
const BODY_MS = 3_000;

/** Cuts the sender of a request that is not there in whole after `limit` milliseconds. */
const cutAfter = (request: IncomingMessage, response: ServerResponse, limit: number): NodeJS.Timeout =>
  setTimeout(() => {
    if (request.complete) return;
    if (response.headersSent) request.destroy();
    else sendBare(request.socket, 408, 'The request took too long.');
  }, limit).unref();

/** When each connection was last free for a request, on `performance.now()`: what follows is time of its sender. */
export type SenderClock = {
  readonly opened: (socket: Socket) => void;
  /** Cuts the sender, counted from when its connection was free, of a request that is not there in whole in time. */
  readonly cutIfSlow: (request: IncomingMessage, response: ServerResponse) => NodeJS.Timeout;
};

export const senderClock = (): SenderClock => {
  const freeSince = new WeakMap<Socket, number>();
  const opened = (socket: Socket): void => void freeSince.set(socket, performance.now());
  return {
    opened,
    cutIfSlow: (request, response) => {
      const { socket } = request;
      const spent = performance.now() - (freeSince.get(socket) ?? 0);
      response.once('close', () => opened(socket));
      return cutAfter(request, response, Math.max(BODY_MS, SENDER_MS - spent));
    },
  };
};

/**
 * The parts of a large body as they come. `whole`, the limit for all of it, holds for the first part; from then on the sender
 * has `SENDER_MS` for each; the time that the disk takes for a part is not held against it. Throws where the sender goes
 * away or is cut.
 */
export async function* bodyParts(
  request: IncomingMessage,
  response: ServerResponse,
  whole: NodeJS.Timeout,
): AsyncGenerator<Buffer, void> {
  let timer = whole;
  try {
    // Whoever takes no more of it may still want to answer, over the same connection.
    for await (const part of request.iterator({ destroyOnReturn: false })) {
      clearTimeout(timer);
      yield part as Buffer;
      timer = cutAfter(request, response, SENDER_MS);
    }
  } finally {
    clearTimeout(timer);
  }
}

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
