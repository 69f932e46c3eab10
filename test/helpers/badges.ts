import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

type Json = Readonly<Record<string, unknown>>;

export const NOW = Date.parse('2026-11-24T09:00:00Z');

/** A credential of Open Badges 3.0 with all that the standard asks for. */
export const credentialJson = (other: Json = {}): Json => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'https://badges.example/credentials/7',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://badges.example/issuers/1', type: ['Profile'], name: 'Example Academy' },
  validFrom: '2026-01-05T00:00:00Z',
  validUntil: '2029-01-05T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://badges.example/achievements/sql',
      type: ['Achievement'],
      name: 'SQL für Fortgeschrittene',
      description: 'Queries over several tables',
      criteria: { narrative: 'Passed the exam.' },
    },
  },
  ...other,
});

/** An Assertion of Open Badges 2.0. */
export const assertionJson = (other: Json = {}): Json => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://badges.example/assertions/7',
  recipient: { type: 'email', hashed: true, identity: 'sha256$00' },
  badge: {
    type: 'BadgeClass',
    name: 'Robotics',
    description: 'Built a robot',
    issuer: {
      type: 'Issuer',
      id: 'https://badges.example/issuer.json',
      name: 'Example Club',
      url: 'https://badges.example',
    },
  },
  issuedOn: '2026-02-01T12:00:00Z',
  verification: { type: 'hosted' },
  ...other,
});

export type Signer = {
  readonly alg: string;
  readonly jwk: Json;
  readonly sign: (data: Buffer) => Buffer;
  readonly publicKey: KeyObject;
};

const signer = (
  alg: string,
  hash: string | null,
  pair: { publicKey: KeyObject; privateKey: KeyObject },
): Signer => ({
  alg,
  jwk: pair.publicKey.export({ format: 'jwk' }) as Json,
  publicKey: pair.publicKey,
  sign: (data) =>
    sign(hash, data, {
      key: pair.privateKey,
      ...(alg.startsWith('ES') && { dsaEncoding: 'ieee-p1363' as const }),
      ...(alg.startsWith('PS') && { padding: 6, saltLength: 32 }),
    }),
});

export const signers: readonly Signer[] = [
  signer('RS256', 'sha256', generateKeyPairSync('rsa', { modulusLength: 2048 })),
  signer('PS256', 'sha256', generateKeyPairSync('rsa', { modulusLength: 2048 })),
  signer('ES256', 'sha256', generateKeyPairSync('ec', { namedCurve: 'P-256' })),
  signer('EdDSA', null, generateKeyPairSync('ed25519')),
];

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A compact JWT. The key lies in its head unless the head is given. */
export const jwtOf = (payload: Json, by: Signer, header?: Json): string => {
  const signed = `${part(header ?? { alg: by.alg, typ: 'JWT', jwk: by.jwk })}.${part(payload)}`;
  return `${signed}.${by.sign(Buffer.from(signed)).toString('base64url')}`;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), 8 + data.length);
  return out;
};

export const baked = {
  tEXt: (text: string): Buffer => chunk('tEXt', Buffer.from(`openbadges\0${text}`)),
  iTXt: (text: string): Buffer => chunk('iTXt', Buffer.from(`openbadgecredential\0\0\0\0\0${text}`)),
  packed: (text: string): Buffer =>
    chunk('iTXt', Buffer.concat([Buffer.from('openbadgecredential\0\u0001\0\0\0'), deflateSync(text)])),
};

/** A picture of one dot, with chunks before its end and `fill` bytes of picture data. */
export const pngOf = (chunks: readonly Buffer[], fill = 0): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('IDAT', Buffer.concat([deflateSync(Buffer.from([0, 0])), Buffer.alloc(fill)])),
    ...chunks,
    chunk('IEND', Buffer.alloc(0)),
  ]);

export const svgOf = (inner: string, namespace = 'https://purl.imsglobal.org/ob/v3p0'): string =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="${namespace}">${inner}<circle r="1"/></svg>`;

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const base58 = (bytes: Buffer): string => {
  let value = BigInt(`0x${bytes.toString('hex') || '0'}`);
  let text = '';
  for (; value > 0n; value /= 58n) text = ALPHABET[Number(value % 58n)]! + text;
  return '1'.repeat(bytes.findIndex((byte) => byte !== 0)) + text;
};

/** The `did:key` of an Ed25519 or P-256 key. */
export const didKeyOf = ({ publicKey, alg }: Signer): string => {
  const { x, y } = publicKey.export({ format: 'jwk' });
  const raw = Buffer.from(x!, 'base64url');
  if (alg === 'EdDSA') return `did:key:z${base58(Buffer.concat([Buffer.from([0xed, 0x01]), raw]))}`;
  const sign_ = Buffer.from(y!, 'base64url').at(-1)! % 2 === 0 ? 2 : 3;
  return `did:key:z${base58(Buffer.concat([Buffer.from([0x80, 0x24, sign_]), raw]))}`;
};

/** RFC 8785 for what these tests sign: names of ASCII letters, no numbers with a fraction. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).toSorted();
  return Object.fromEntries(names.map((name) => [name, sorted((value as Json)[name])]));
};
const hashed = (value: Json): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest();

/** The credential with a Data Integrity proof over its JSON as it stands, made with a key that is a `did:key`. */
export const withProof = (content: Json, by: Signer, other: Json = {}): Json => {
  const did = didKeyOf(by);
  const options: Json = {
    type: 'DataIntegrityProof',
    cryptosuite: by.alg === 'EdDSA' ? 'eddsa-jcs-2022' : 'ecdsa-jcs-2019',
    created: '2026-01-05T00:00:00Z',
    verificationMethod: `${did}#${did.slice(8)}`,
    proofPurpose: 'assertionMethod',
    '@context': content['@context'],
    ...other,
  };
  const proofValue = `z${base58(by.sign(Buffer.concat([hashed(options), hashed(content)])))}`;
  return { ...content, proof: { ...options, proofValue } };
};
