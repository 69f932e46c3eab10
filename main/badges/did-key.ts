import { createPublicKey, type KeyObject } from 'node:crypto';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const LONGEST = 200;

/** Base58 as Bitcoin writes it; null for other letters. */
export const base58 = (text: string): Buffer | null => {
  let value = 0n;
  for (const letter of text) {
    const digit = ALPHABET.indexOf(letter);
    if (digit < 0) return null;
    value = value * 58n + BigInt(digit);
  }
  const zeros = /^1*/.exec(text)![0].length;
  const hex = value === 0n ? '' : value.toString(16);
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, 'hex')]);
};

/** Multicodec prefixes of public keys, and the head that makes the raw key a SubjectPublicKeyInfo. */
const KINDS = [
  { prefix: 'ed01', head: '302a300506032b6570032100', size: 32 },
  { prefix: '8024', head: '3039301306072a8648ce3d020106082a8648ce3d030107032200', size: 33 },
] as const;

/**
 * The public key that a `did:key` or `did:jwk` is: such a name holds the key itself. Null for every other name. Throws for a
 * broken key.
 */
export const keyOfDid = (did: string): KeyObject | null => {
  if (did.startsWith('did:jwk:')) {
    const jwk = JSON.parse(Buffer.from(did.slice(8), 'base64url').toString('utf8')) as Record<string, string>;
    const { kty, crv, x, y, n, e } = jwk;
    const key = JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })) as Record<string, string>;
    return createPublicKey({ key, format: 'jwk' });
  }
  if (!did.startsWith('did:key:z') || did.length > LONGEST) return null;
  const bytes = base58(did.slice(9));
  const kind = bytes && KINDS.find(({ prefix }) => bytes.toString('hex').startsWith(prefix));
  if (!bytes || !kind || bytes.length !== 2 + kind.size) return null;
  const der = Buffer.concat([Buffer.from(kind.head, 'hex'), bytes.subarray(2)]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
};
