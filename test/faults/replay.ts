import { readFileSync } from 'node:fs';
import { below } from './suite.ts';

/** One call that reached the disk, as the fault library wrote it down. */
export type Call =
  | { readonly kind: 'write'; readonly name: string; readonly at: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly name: string; readonly at: number }
  | { readonly kind: 'sync'; readonly name: string }
  | { readonly kind: 'unlink'; readonly name: string }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string };

export const readCalls = (log: string): Call[] => {
  const bytes = readFileSync(log);
  const calls: Call[] = [];
  for (let at = 0; at < bytes.length;) {
    const kind = bytes[at]!;
    const nameLength = bytes.readUInt16LE(at + 1);
    const place = Number(bytes.readBigUInt64LE(at + 3));
    const length = bytes.readUInt32LE(at + 11);
    const name = bytes.toString('utf8', at + 15, at + 15 + nameLength);
    const data = bytes.subarray(at + 15 + nameLength, at + 15 + nameLength + length);
    at += 15 + nameLength + length;
    if (kind === 1) calls.push({ kind: 'write', name, at: place, data });
    else if (kind === 2) calls.push({ kind: 'truncate', name, at: place });
    else if (kind === 3) calls.push({ kind: 'sync', name });
    else if (kind === 4) calls.push({ kind: 'rename', name, to: data.toString() });
    else if (kind === 5) calls.push({ kind: 'unlink', name });
  }
  return calls;
};

/** What a disk holds of a file for certain, and what it may hold or not. */
type Change = Extract<Call, { readonly at: number }>;
type Kept = { durable: Buffer; pending: Change[] };

const SECTOR = 512;

const grown = (bytes: Buffer, size: number): Buffer =>
  size <= bytes.length ? bytes : Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);

const written = (bytes: Buffer, at: number, data: Buffer): Buffer => {
  const next = grown(bytes, at + data.length);
  data.copy(next, at);
  return next;
};

/**
 * A disk that keeps what was flushed, and of everything since any subset, torn at 512 bytes, in any order: what a power cut
 * may leave. Names follow a journal: a rename or a removal is durable once its folder, or a file of that name, was flushed,
 * and until then it has happened or not, in order.
 */
export class Disk {
  readonly #files = new Map<string, Kept>();
  #names: Call[] = [];
  #before = new Map<string, Kept>();

  constructor(start: ReadonlyMap<string, Buffer>) {
    for (const [name, bytes] of start) this.#files.set(name, { durable: Buffer.from(bytes), pending: [] });
    this.#commitNames();
  }

  #commitNames(): void {
    this.#names = [];
    this.#before = new Map(this.#files);
  }

  #rename(files: Map<string, Kept>, call: Call): void {
    if (call.kind === 'unlink') files.delete(call.name);
    if (call.kind === 'rename') {
      const moved = files.get(call.name);
      files.delete(call.name);
      if (moved) files.set(call.to, moved);
    }
  }

  take(call: Call): void {
    if (call.kind === 'rename' || call.kind === 'unlink') {
      this.#names.push(call);
      this.#rename(this.#files, call);
      return;
    }
    if (call.kind === 'sync') {
      // The folder itself, by its empty name; and a journal commits the names with any file that is flushed.
      this.#commitNames();
      const file = this.#files.get(call.name);
      if (!file) return;
      for (const change of file.pending) {
        if (change.kind === 'write') file.durable = written(file.durable, change.at, change.data);
        else file.durable = grown(file.durable.subarray(0, change.at), change.at);
      }
      file.pending = [];
      return;
    }
    let file = this.#files.get(call.name);
    if (!file) {
      file = { durable: Buffer.alloc(0), pending: [] };
      this.#files.set(call.name, file);
      // A new name is pending, too: without it the file is not there.
      this.#names.push(call);
    }
    file.pending.push(call);
  }

  /** The files after a power cut now. */
  cut(random: () => number): Map<string, Buffer> {
    const files = new Map(this.#before);
    const happened = below(random, this.#names.length + 1);
    this.#names.slice(0, happened).forEach((call) => {
      if (call.kind === 'write' || call.kind === 'truncate') {
        const made = this.#files.get(call.name);
        if (made) files.set(call.name, made);
      } else this.#rename(files, call);
    });
    // Mostly either all, nothing, or something of what was not flushed.
    const share = [0, 1, random(), random()][below(random, 4)]!;
    return new Map([...files].map(([name, kept]) => [name, this.#torn(kept, share, random)]));
  }

  #torn({ durable, pending }: Kept, share: number, random: () => number): Buffer {
    const pieces: { readonly at: number; readonly data: Buffer | null }[] = [];
    for (const change of pending) {
      if (change.kind === 'truncate') {
        if (random() < share) pieces.push({ at: change.at, data: null });
        continue;
      }
      for (let at = 0; at < change.data.length; at += SECTOR) {
        if (random() < share)
          pieces.push({ at: change.at + at, data: change.data.subarray(at, at + SECTOR) });
      }
    }
    const end = pieces.reduce((most, { at, data }) => Math.max(most, at + (data?.length ?? 0)), 0);
    const bytes = grown(Buffer.from(durable), end);
    let size = durable.length;
    for (const { at, data } of pieces) {
      if (data === null) {
        bytes.fill(0, Math.min(at, size));
        size = at;
      } else {
        data.copy(bytes, at);
        size = Math.max(size, at + data.length);
      }
    }
    return bytes.subarray(0, size);
  }
}
