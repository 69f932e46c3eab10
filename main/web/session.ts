import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Secret } from './gate.ts';

/** How long an address that was printed or opened can be used. */
export const NONCE_LIFE_MS = 60_000;
/** How many unused addresses may be open at once; the oldest goes first. */
export const MAX_NONCES = 16;

export type Session = {
  /** A fresh one-time nonce for an address: 256 bits, base64url. */
  readonly newNonce: () => string;
  /** The token for a nonce that was not used before and is not older than a minute, else null. Uses the nonce up. */
  readonly exchange: (nonce: string) => string | null;
  /** Compares in constant time, whatever the length of `given`. */
  readonly holds: (secret: Secret, given: string) => boolean;
  /** The second secret, for a second start on the same computer; it opens /handover and nothing else. */
  readonly handoverKey: string;
};

const secret = (): string => randomBytes(32).toString('base64url');
const digest = (value: string): Buffer => createHash('sha256').update(value).digest();

/** The secrets of one run of the web host; nothing of them outlives it. */
export const createSession = (clock: Pick<Clock, 'now'>): Session => {
  const token = secret();
  const handoverKey = secret();
  const digests: Readonly<Record<Secret, Buffer>> = { token: digest(token), handover: digest(handoverKey) };
  // Kept as digests, so that looking one up takes the same time for a near miss as for any other value.
  const nonces = new Map<string, number>();

  return {
    handoverKey,
    newNonce: () => {
      const nonce = secret();
      for (const oldest of nonces.keys()) {
        if (nonces.size < MAX_NONCES) break;
        nonces.delete(oldest);
      }
      nonces.set(digest(nonce).toString('base64'), clock.now());
      return nonce;
    },
    exchange: (nonce) => {
      const key = digest(nonce).toString('base64');
      const made = nonces.get(key);
      nonces.delete(key);
      if (made === undefined) return null;
      // A clock that was set back makes the age negative: such a nonce has no known age and is refused.
      const age = clock.now() - made;
      return age >= 0 && age <= NONCE_LIFE_MS ? token : null;
    },
    holds: (which, given) => timingSafeEqual(digest(given), digests[which]),
  };
};
