import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { keyOfDid } from './did-key.ts';

export type Json = { readonly [name: string]: unknown };

export type Jwt = {
  readonly header: Json;
  readonly payload: Json;
  readonly signature: Buffer;
  /** The bytes that were signed. */
  readonly signed: Buffer;
};

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Base64url without any slack: other letters that mean the same bytes are refused, or a changed one would go unseen. */
const bytesOf = (text: string): Buffer | null => {
  if (!/^[\w-]*$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
};

const jsonOf = (bytes: Buffer | null): Json | null => {
  try {
    const value: unknown = bytes && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
};

/** Three parts between dots, the first of which begins like `{"`. */
export const looksLikeJwt = (text: string): boolean => /^eyJ[\w-]*\.[^\s{}"]*$/.test(text);

/** Takes a compact JWT apart; in words what is wrong with a broken one. */
export const readJwt = (text: string): Jwt | string => {
  const parts = text.split('.');
  if (parts.length !== 3)
    return `This JWT is broken: it has ${parts.length} parts in place of three. Copy all of it.`;
  const [head, body, tail] = parts as [string, string, string];
  const header = jsonOf(bytesOf(head));
  const payload = jsonOf(bytesOf(body));
  const signature = bytesOf(tail);
  if (!header) return 'This JWT is broken: its first part cannot be read. Copy all of it.';
  if (!payload) return 'This JWT is broken: its middle part cannot be read. Copy all of it.';
  if (!signature) return 'This JWT is broken: its signature cannot be read. Copy all of it.';
  return { header, payload, signature, signed: Buffer.from(`${head}.${body}`) };
};

/** What each algorithm asks of a key, and how its signatures are written. */
const ALGORITHMS: Readonly<
  Record<
    string,
    { readonly hash: string | null; readonly type: string; readonly curve?: string; readonly pss?: true }
  >
> = {
  RS256: { hash: 'sha256', type: 'rsa' },
  RS384: { hash: 'sha384', type: 'rsa' },
  RS512: { hash: 'sha512', type: 'rsa' },
  PS256: { hash: 'sha256', type: 'rsa', pss: true },
  PS384: { hash: 'sha384', type: 'rsa', pss: true },
  PS512: { hash: 'sha512', type: 'rsa', pss: true },
  ES256: { hash: 'sha256', type: 'ec', curve: 'prime256v1' },
  ES384: { hash: 'sha384', type: 'ec', curve: 'secp384r1' },
  ES512: { hash: 'sha512', type: 'ec', curve: 'secp521r1' },
  EdDSA: { hash: null, type: 'ed25519' },
};

export type Signature =
  | { readonly outcome: 'good'; readonly key: 'inside' | 'issuer' }
  | { readonly outcome: 'bad'; readonly text: string }
  | { readonly outcome: 'not checked'; readonly text: string };

const notChecked = (text: string): Signature => ({ outcome: 'not checked', text });

/** Checks the signature where the key is at hand without asking anybody. `issuer` is the id of who issued it. */
export const checkJwt = (jwt: Jwt, issuer: string | null, pem: string | null): Signature => {
  const { alg } = jwt.header;
  const name = typeof alg === 'string' ? alg : '';
  if (name === 'none') return notChecked('The badge says itself that it is not signed.');
  const algorithm = Object.hasOwn(ALGORITHMS, name) ? ALGORITHMS[name] : undefined;
  if (!algorithm)
    return notChecked(`It is signed with “${name.slice(0, 40)}”, which Groundwork does not check.`);
  if (jwt.header['crit'] !== undefined)
    return notChecked('It asks for a way of checking that Groundwork does not know.');
  const found = keyOf(jwt, issuer, pem);
  if (found === null)
    return notChecked(
      'The key is not in the badge but at an address of the issuer, and Groundwork opens none.',
    );
  if (found === 'broken') return { outcome: 'bad', text: 'The key in the badge is broken.' };
  const { key, of } = found;
  const curve = key.asymmetricKeyDetails?.namedCurve;
  if (
    key.asymmetricKeyType !== algorithm.type ||
    (algorithm.curve !== undefined && curve !== algorithm.curve)
  )
    return {
      outcome: 'bad',
      text: `The key in the badge does not fit the way it says it is signed, ${name}.`,
    };
  const isGood = verify(
    algorithm.hash,
    jwt.signed,
    {
      key,
      ...(algorithm.type === 'ec' && { dsaEncoding: 'ieee-p1363' as const }),
      ...(algorithm.pss && { padding: 6, saltLength: -1 }),
    },
    jwt.signature,
  );
  return isGood
    ? { outcome: 'good', key: of }
    : {
        outcome: 'bad',
        text: 'The signature does not fit the content: one of the two was changed after signing.',
      };
};

type Found = { readonly key: KeyObject; readonly of: 'inside' | 'issuer' };

const keyOf = (jwt: Jwt, issuer: string | null, pem: string | null): Found | 'broken' | null => {
  const { jwk, kid } = jwt.header;
  try {
    // A key that is the issuer's very name says more than one that merely lies beside the signature.
    const did = issuer?.startsWith('did:') ? issuer : typeof kid === 'string' ? kid.split('#')[0]! : '';
    const named = keyOfDid(did);
    if (named) return { key: named, of: did === issuer ? 'issuer' : 'inside' };
    if (isRecord(jwk)) return { key: publicKey(jwk), of: 'inside' };
    if (pem !== null) return { key: createPublicKey(pem), of: 'inside' };
    return null;
  } catch {
    return 'broken';
  }
};

/** Only what is public is taken over, whatever else the badge holds. */
const publicKey = ({ kty, crv, x, y, n, e }: Json): KeyObject =>
  createPublicKey({
    key: JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })) as Record<string, string>,
    format: 'jwk',
  });
