import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { request } from './http.ts';

/** What a running web host leaves in the data folder for a second start: readable by the same account only. */
export type Running = { readonly pid: number; readonly port: number; readonly key: string };

/** All that a second start may spend on asking the first one. */
export const HANDOVER_MS = 700;
const RETRY_MS = 60;
const MAX_ANSWER = 4_096;

const fileIn = (dataDir: string): string => join(dataDir, 'running.json');

/** Leaves the note. A folder that cannot be written costs only the handover, so nothing is thrown. */
export const writeRunning = (dataDir: string, running: Running): void => {
  const temporary = join(dataDir, `running.${running.pid}.tmp`);
  try {
    rmSync(temporary, { force: true });
    // `wx` never follows a link that somebody else put there.
    writeFileSync(temporary, JSON.stringify(running), { mode: 0o600, flag: 'wx' });
    renameSync(temporary, fileIn(dataDir));
  } catch {
    rmSync(temporary, { force: true });
  }
};

/** The note, or null where there is none that can be read. */
export const readRunning = (dataDir: string): Running | null => {
  try {
    const value = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Partial<Running> | null;
    const { pid, port, key } = value ?? {};
    if (typeof pid !== 'number' || typeof key !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(key)) return null;
    return Number.isInteger(port) && port! > 0 && port! < 65_536 ? { pid, port: port!, key } : null;
  } catch {
    return null;
  }
};

/** Takes the note away, if it is still the one of this run. */
export const removeRunning = (dataDir: string, key: string): void => {
  if (readRunning(dataDir)?.key === key) rmSync(fileIn(dataDir), { force: true });
};

/** One question to the host of the note; null where it is not there, or where what answers is not Groundwork. */
const ask = (running: Running, signal: AbortSignal): Promise<string | null> =>
  new Promise((resolve) => {
    const own = `http://127.0.0.1:${running.port}`;
    const question = request(`${own}/handover`, {
      method: 'POST',
      agent: false,
      signal,
      headers: { origin: own, authorization: `Bearer ${running.key}`, 'content-type': 'application/json' },
    });
    question.on('error', () => resolve(null));
    question.on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
        if (text.length > MAX_ANSWER) question.destroy();
      });
      answer.on('error', () => resolve(null));
      answer.on('close', () => resolve(answer.statusCode === 200 ? addressIn(text, own) : null));
    });
    question.end('{}');
  });

/** Only an address of the very host that was asked is passed on: another program may have its port by now. */
const addressIn = (text: string, own: string): string | null => {
  try {
    const { address } = JSON.parse(text) as { readonly address?: unknown };
    if (typeof address !== 'string' || !address.startsWith(`${own}/#nonce=`)) return null;
    return /^[A-Za-z0-9_-]+$/.test(address.slice(`${own}/#nonce=`.length)) ? address : null;
  } catch {
    return null;
  }
};

/**
 * Asks the running host for a fresh address. Tries again while the time lasts, because a host that is just
 * starting has the data before it has left its note. Null after `HANDOVER_MS`.
 */
export const askRunning = async (dataDir: string, time = HANDOVER_MS): Promise<string | null> => {
  const signal = AbortSignal.timeout(time);
  while (!signal.aborted) {
    const running = readRunning(dataDir);
    const address = running === null ? null : await ask(running, signal);
    if (address !== null) return address;
    await wait(RETRY_MS, undefined, { signal }).catch(() => undefined);
  }
  return null;
};
