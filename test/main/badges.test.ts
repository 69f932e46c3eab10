import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkProof } from '../../main/badges/proof.ts';
import { readBadges } from '../../main/badges/read-badges.ts';
import type { Badge, BadgeCheck } from '../../shared/model/badge.ts';
import {
  assertionJson,
  baked,
  credentialJson,
  didKeyOf,
  jwtOf,
  NOW,
  pngOf,
  signers,
  svgOf,
  withProof,
} from '../helpers/badges.ts';

const read = (file: unknown, now = NOW) =>
  readBadges(
    file instanceof Uint8Array ? file : Buffer.from(typeof file === 'string' ? file : JSON.stringify(file)),
    now,
  );
const only = (file: unknown, now = NOW): Badge => {
  const { found } = read(file, now);
  expect(found).toHaveLength(1);
  return found[0]!.badge;
};
const check = (badge: Badge, what: BadgeCheck['what']): BadgeCheck =>
  badge.checks.find((one) => one.what === what)!;
const [rsa, , ec, ed] = signers;

describe('a badge as JSON', () => {
  test('3.0: who gave what, when, and that no signature was checked', () => {
    expect(only(credentialJson())).toMatchObject({
      standard: 'Open Badges 3.0',
      form: 'JSON',
      title: 'SQL für Fortgeschrittene',
      issuer: 'Example Academy',
      issuedOn: '2026-01-05',
      expiresOn: '2029-01-05',
      verdict: 'not verified',
      checks: [
        { what: 'structure', outcome: 'good' },
        { what: 'dates', outcome: 'good' },
        { what: 'signature', outcome: 'not checked', text: 'It carries no signature.' },
        { what: 'revocation', outcome: 'not checked' },
        { what: 'recipient', outcome: 'not checked' },
        { what: 'issuer', outcome: 'not checked' },
      ],
    });
  });

  test('a proof that needs the network is not checked, and says so', () => {
    const proof = [{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofValue: 'z1' }];
    const badge = only(credentialJson({ proof }));
    expect(badge.verdict).toBe('not verified');
    expect(check(badge, 'signature')).toMatchObject({
      outcome: 'not checked',
      text: expect.stringContaining('eddsa-rdfc-2022'),
    });
  });

  test('2.0: with the class inside, or at an address that is not opened', () => {
    expect(only(assertionJson())).toMatchObject({
      standard: 'Open Badges 2.0',
      title: 'Robotics',
      issuer: 'Example Club',
      issuedOn: '2026-02-01',
      expiresOn: null,
      verdict: 'not verified',
    });
    expect(only(assertionJson({ badge: 'https://badges.example/robotics-badge.json' }))).toMatchObject({
      title: 'robotics badge',
      issuer: 'badges.example',
      verdict: 'not verified',
    });
  });

  test('expired is said as such, and is not wrong', () => {
    for (const badge of [
      only(credentialJson({ validUntil: '2026-11-01T00:00:00Z' })),
      only(assertionJson({ expires: '2026-11-01T00:00:00Z' })),
    ]) {
      expect(badge.verdict).toBe('not verified');
      expect(check(badge, 'dates')).toEqual({
        what: 'dates',
        outcome: 'bad',
        text: 'It expired on 2026-11-01.',
      });
    }
  });

  test('one that says that it was revoked is wrong', () => {
    const badge = only(assertionJson({ revoked: true, revocationReason: 'Given by mistake' }));
    expect(badge.verdict).toBe('wrong');
    expect(check(badge, 'revocation').text).toBe('It was revoked: Given by mistake');
  });

  test.each([
    ['expiry before issue', { validUntil: '2025-01-01T00:00:00Z' }, 'dates', 'before it is valid'],
    ['no issuer', { issuer: undefined }, 'structure', 'names no issuer'],
    [
      'another type',
      { type: ['VerifiableCredential', 'Other'] },
      'structure',
      'type is not that of an Open Badge',
    ],
    ['no context', { '@context': [] }, 'structure', 'context is missing'],
    [
      '29 February of a year without one',
      { validUntil: '2027-02-29T00:00:00Z' },
      'structure',
      'cannot be read',
    ],
    ['no date', { validFrom: undefined }, 'structure', 'no date'],
  ] as const)('%s is wrong, and it says why', (_name, other, what, text) => {
    const badge = only(credentialJson(other));
    expect(badge.verdict).toBe('wrong');
    expect(check(badge, what)).toMatchObject({ outcome: 'bad', text: expect.stringContaining(text) });
  });

  test('one that does not say what it was given for is told of, and not called wrong', () => {
    const badge = only(
      credentialJson({ name: 'Degree', credentialSubject: { type: ['AchievementSubject'] } }),
    );
    expect(badge).toMatchObject({ title: 'Degree', verdict: 'not verified' });
    expect(check(badge, 'structure')).toMatchObject({
      outcome: 'bad',
      text: 'It does not say what it was given for.',
    });
  });

  test('29 February of a leap year is a day', () => {
    expect(only(credentialJson({ validFrom: '2024-02-29T00:00:00Z' })).issuedOn).toBe('2024-02-29');
  });

  test('one that is not valid yet says from when', () => {
    expect(check(only(credentialJson({ validFrom: '2026-12-01T00:00:00Z' })), 'dates').text).toContain(
      '2026-12-01',
    );
  });
});

describe('a badge with a proof over its JSON', () => {
  const content = credentialJson({ name: 'Badge “ä” 🎓', score: [1, 0, -7, true, null] });
  const rest = (badge: Badge) => check(badge, 'signature');

  test.each([
    ['Ed25519', ed!],
    ['P-256', ec!],
  ] as const)('%s: it is checked with the key that is in it, however the JSON is set', (_name, signer) => {
    const signed = withProof(content, signer);
    for (const text of [JSON.stringify(signed), JSON.stringify(signed, null, 4)]) {
      const badge = only(text);
      expect(badge.verdict).toBe('verified');
      expect(rest(badge).text).toContain('whose it is was not looked up');
    }
    const turned = Object.fromEntries(Object.entries(signed).toReversed());
    expect(only(turned).verdict).toBe('verified');
  });

  test('an issuer that is the key itself is told of; a key that is not that issuer’s is wrong', () => {
    const issued = (did: string) =>
      credentialJson({ issuer: { id: did, type: ['Profile'], name: 'Example Academy' } });
    const badge = only(withProof(issued(didKeyOf(ed!)), ed!));
    expect(badge.verdict).toBe('verified');
    expect(rest(badge).text).toContain('the issuer’s key');
    const forged = only(withProof(issued(didKeyOf(ec!)), ed!));
    expect(forged.verdict).toBe('wrong');
    expect(rest(forged).text).toContain('another key than that of its issuer');
  });

  test.each([
    ['Ed25519', ed!],
    ['P-256', ec!],
  ] as const)('%s: changed by one character anywhere, it is never called verified', (_name, signer) => {
    const text = JSON.stringify(withProof(content, signer));
    expect(only(text).verdict).toBe('verified');
    for (let at = 0; at < text.length; at += 1) {
      const changed = text.slice(0, at) + (text[at] === '4' ? '5' : '4') + text.slice(at + 1);
      let verdicts: string[] = [];
      try {
        verdicts = read(changed).found.map(({ badge }) => badge.verdict);
      } catch {
        // Not even readable.
      }
      expect(verdicts, `at ${at}: ${changed.slice(at - 20, at + 20)}`).not.toContain('verified');
    }
  });

  test('what was added to it or left out of it is seen', () => {
    const signed = withProof(content, ed!);
    const { description: _, ...less } = { ...signed, description: 'x' };
    expect(only(less).verdict).toBe('verified');
    expect(only({ ...signed, description: 'x' }).verdict).toBe('wrong');
    const { score: __, ...without } = signed;
    expect(only(without).verdict).toBe('wrong');
  });

  test('of several proofs, one that does not fit is enough to say that something was changed', () => {
    const { proof } = withProof(content, ed!);
    const { proof: other } = withProof({ ...content, name: 'Another' }, ec!);
    expect(only({ ...content, proof: [proof] }).verdict).toBe('verified');
    expect(only({ ...content, proof: [proof, other] }).verdict).toBe('wrong');
  });

  test.each([
    ['for another purpose', { proofPurpose: 'authentication' }, 'not verified', 'another purpose'],
    ['that is over', { expires: '2026-11-01T00:00:00Z' }, 'not verified', 'does not hold any more'],
    ['on top of another', { previousProof: 'urn:uuid:1' }, 'not verified', 'builds on another'],
    ['with a key at an address', { verificationMethod: 'did:web:a.example#1' }, 'not verified', 'opens none'],
    [
      'with a kind of key that is not checked',
      {
        verificationMethod:
          'did:key:z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ#1',
      },
      'not verified',
      'of a kind',
    ],
    [
      'that names a part its key has not',
      { verificationMethod: `${didKeyOf(ed!)}#z6Mk` },
      'wrong',
      'does not have',
    ],
    ['in the words of another context', { '@context': ['https://a.example/1'] }, 'wrong', 'does not fit'],
    [
      'of another kind than its key',
      { cryptosuite: 'ecdsa-jcs-2019' },
      'wrong',
      'does not fit the way it says it is signed',
    ],
  ] as const)('a proof %s', (_name, other, verdict, text) => {
    const badge = only(withProof(content, ed!, other));
    expect(badge.verdict).toBe(verdict);
    expect(rest(badge).text).toContain(text);
  });

  test('numbers that cannot be read exactly are not called checked', () => {
    const text = JSON.stringify(withProof({ ...content, score: 9_007_199_254_740_991 }, ed!));
    expect(only(text).verdict).toBe('verified');
    const badge = only(text.replace('9007199254740991', '9007199254740993'));
    expect(badge.verdict).toBe('not verified');
    expect(rest(badge).text).toContain('cannot be read exactly');
  });

  // The worked examples of the two W3C recommendations: same credential, one key of each kind.
  test.each([
    [
      'eddsa-jcs-2022',
      'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
      'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX',
    ],
    [
      'ecdsa-jcs-2019',
      'zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP',
      'z5ptCet75SaEgzG4v4zJhbJtfNi74Wv7Fq15hhKouJQQjEPQvPZKaYxcMXAMLPQS2FXrkCWokNJkFVkwxNzZfD5oT',
    ],
  ])('the example of the standard holds: %s', (cryptosuite, key, proofValue) => {
    const context = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'];
    const credential = {
      '@context': context,
      id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
      type: ['VerifiableCredential', 'AlumniCredential'],
      name: 'Alumni Credential',
      description: 'A minimum viable example of an Alumni Credential.',
      issuer: 'https://vc.example/issuers/5678',
      validFrom: '2023-01-01T00:00:00Z',
      credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
    };
    const proof = {
      type: 'DataIntegrityProof',
      cryptosuite,
      created: '2023-02-24T23:36:38Z',
      verificationMethod: `did:key:${key}#${key}`,
      proofPurpose: 'assertionMethod',
      '@context': context,
      proofValue,
    };
    expect(checkProof({ ...credential, proof }, credential.issuer, NOW).outcome).toBe('good');
    const other = { ...credential, name: 'Alumni Credentials', proof };
    expect(checkProof(other, credential.issuer, NOW).outcome).toBe('bad');
  });
});

describe('a badge as JWT', () => {
  test.each(signers)('$alg: the signature is checked with the key inside', (by) => {
    const badge = only(jwtOf(credentialJson(), by));
    expect(badge).toMatchObject({ form: 'JWT', verdict: 'verified', title: 'SQL für Fortgeschrittene' });
    expect(check(badge, 'signature').text).toContain('whose it is was not looked up');
  });

  test('claims around the credential, as older ones have them', () => {
    const { issuer, validFrom, validUntil, ...rest } = credentialJson();
    const vc = { ...rest, issuer, issuanceDate: validFrom };
    const badge = only(jwtOf({ vc, exp: 1_800_000_000, iss: 'https://badges.example/issuers/1' }, rsa!));
    expect(badge).toMatchObject({ verdict: 'verified', expiresOn: '2027-01-15' });
    expect(validUntil).toBeDefined();
  });

  test('a key that is the name of the issuer, did:jwk', () => {
    const did = `did:jwk:${Buffer.from(JSON.stringify(ec!.jwk)).toString('base64url')}`;
    const badge = only(
      jwtOf(credentialJson({ issuer: { id: did, type: ['Profile'], name: 'X' } }), ec!, { alg: 'ES256' }),
    );
    expect(badge.verdict).toBe('verified');
    expect(check(badge, 'signature').text).toContain('the issuer’s key');
    // Another key beside the signature does not take its place.
    const forged = jwtOf(credentialJson({ issuer: { id: did, type: ['Profile'], name: 'X' } }), rsa!);
    expect(only(forged).verdict).toBe('wrong');
  });

  test('changed by one character anywhere, it is never called verified', () => {
    const jwt = jwtOf(credentialJson(), ed!);
    for (let at = 0; at < jwt.length; at += 3) {
      const changed = jwt.slice(0, at) + (jwt[at] === 'A' ? 'B' : 'A') + jwt.slice(at + 1);
      let verdicts: string[] = [];
      try {
        verdicts = read(changed).found.map(({ badge }) => badge.verdict);
      } catch {
        // Not even readable.
      }
      expect(verdicts).not.toContain('verified');
    }
    // The last letter of a signature holds bits that mean nothing: they count as well.
    const twin = jwt.slice(0, -1) + String.fromCharCode(jwt.charCodeAt(jwt.length - 1) + 1);
    expect(() => expect(only(twin).verdict).not.toBe('verified')).not.toThrow(/verified/);
  });

  test.each([
    ['not signed at all', { alg: 'none' }, 'not verified', 'not signed'],
    ['signed with a secret', { alg: 'HS256' }, 'not verified', 'HS256'],
    [
      'a key at an address',
      { alg: 'RS256', kid: 'https://badges.example/keys/1' },
      'not verified',
      'opens none',
    ],
    ['a key of another kind', { alg: 'RS256', jwk: ed!.jwk }, 'wrong', 'does not fit'],
    ['a broken key', { alg: 'RS256', jwk: { kty: 'RSA', n: 1 } }, 'wrong', 'broken'],
  ] as const)('%s', (_name, header, verdict, text) => {
    const badge = only(jwtOf(credentialJson(), rsa!, header));
    expect(badge.verdict).toBe(verdict);
    expect(check(badge, 'signature').text).toContain(text);
  });

  test.each([
    ['cut off', (jwt: string) => jwt.split('.').slice(0, 2).join('.')],
    ['with a broken middle', (jwt: string) => jwt.replace(/\.[\w-]{20}/, '.@@@@')],
    ['with other letters', (jwt: string) => `${jwt}%%`],
  ])('%s, it is refused in words', (_name, breakIt) => {
    expect(() => read(breakIt(jwtOf(credentialJson(), rsa!)))).toThrow(/JWT is broken/);
  });

  test('2.0 signed: a key at an address is not fetched, one inside is used', () => {
    const verification = { type: 'signed', creator: 'https://badges.example/key.json' };
    expect(only(jwtOf(assertionJson({ verification }), rsa!, { alg: 'RS256' })).verdict).toBe('not verified');
    const publicKeyPem = rsa!.publicKey.export({ type: 'spki', format: 'pem' });
    const inside = { type: 'signed', creator: { id: 'https://badges.example/key.json', publicKeyPem } };
    expect(only(jwtOf(assertionJson({ verification: inside }), rsa!, { alg: 'RS256' })).verdict).toBe(
      'verified',
    );
  });
});

describe('a badge in a picture', () => {
  const json = JSON.stringify(credentialJson());
  const jwt = jwtOf(credentialJson(), ec!);

  test.each([
    ['PNG, iTXt, JSON', pngOf([baked.iTXt(json)]), 'not verified'],
    ['PNG, iTXt, JWT', pngOf([baked.iTXt(jwt)]), 'verified'],
    ['PNG, tEXt, 2.0', pngOf([baked.tEXt(JSON.stringify(assertionJson()))]), 'not verified'],
    ['PNG, packed', pngOf([baked.packed(json)]), 'not verified'],
    [
      'SVG, CDATA',
      svgOf(`<openbadges:credential><![CDATA[\n${json}\n]]></openbadges:credential>`),
      'not verified',
    ],
    [
      'SVG, JWT in an attribute',
      svgOf(`<openbadges:credential verify="${jwt}"></openbadges:credential>`),
      'verified',
    ],
    ['SVG, JWT, closed at once', svgOf(`<openbadges:credential verify='${jwt}'/>`), 'verified'],
    [
      'SVG, 2.0',
      svgOf(
        `<openbadges:assertion verify="x"><![CDATA[${JSON.stringify(assertionJson())}]]></openbadges:assertion>`,
        'http://openbadges.org',
      ),
      'not verified',
    ],
  ] as const)('%s', (_name, file, verdict) => {
    expect(only(file).verdict).toBe(verdict);
  });

  test('a PNG with two badges gives both', () => {
    const { found, skipped } = read(pngOf([baked.tEXt(JSON.stringify(assertionJson())), baked.iTXt(jwt)]));
    expect(found.map(({ badge }) => badge.title)).toEqual(['Robotics', 'SQL für Fortgeschrittene']);
    expect(skipped).toEqual([]);
  });

  test('one good and one damaged: the good one is read, and the other is told of', () => {
    const damaged = Buffer.from(baked.iTXt(json));
    damaged[60]! ^= 1;
    const { found, skipped } = read(pngOf([damaged, baked.iTXt(jwt)]));
    expect(found).toHaveLength(1);
    expect(skipped).toEqual([expect.stringContaining('damaged')]);
  });

  test('50 MB of picture are no burden: it is passed over, not decoded', () => {
    const picture = pngOf([baked.iTXt(jwt)], 49 * 1024 * 1024);
    const started = performance.now();
    expect(only(picture).verdict).toBe('verified');
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test.each([
    ['a picture without a badge', pngOf([]), 'no badge baked into it'],
    ['a picture that ends in the middle', pngOf([baked.iTXt(json)]).subarray(0, 60), 'ends in the middle'],
    ['a drawing without a badge', svgOf(''), 'no badge baked into it'],
    ['a text that swells when unpacked', pngOf([baked.packed('a'.repeat(3_000_000))]), 'cannot be unpacked'],
    ['a text that is too long', pngOf([baked.iTXt('a'.repeat(1_100_000))]), 'larger than 1 MB'],
    ['other JSON', { hello: 1 }, 'but no badge'],
    ['a JSON list', '[1, 2]', 'not an object'],
    ['words', 'hello', 'neither JSON nor a JWT'],
    ['bytes', Buffer.from([0xff, 0xfe, 0x00]), 'neither text nor a PNG'],
    ['nothing', '', 'neither JSON nor a JWT'],
  ] as const)('%s is refused in words', (_name, file, text) => {
    expect(() => read(file)).toThrow(text);
  });

  test('a drawing is searched as text: scripts and entities in it stay what they are', () => {
    const file = `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${svgOf(
      `<script>throw 1</script><openbadges:credential><![CDATA[${JSON.stringify(credentialJson({ name: '&b;' }))}]]></openbadges:credential>`,
    )}`;
    expect(only(file).title).toBe('SQL für Fortgeschrittene');
  });

  test('a flood of openings ends soon', () => {
    const started = performance.now();
    expect(() => read(svgOf('<openbadges:credential '.repeat(50_000)))).toThrow();
    expect(deflateSync(Buffer.alloc(0)).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

const samples = process.env['GROUNDWORK_SAMPLES'];
const folder = samples === undefined ? '' : resolve(samples, 'badges');
const sample = (file: string, now = NOW): Badge => only(readFileSync(resolve(folder, file)), now);

describe.skipIf(samples === undefined)(
  'badges of GROUNDWORK_SAMPLES (skipped where it names no folder)',
  () => {
    test.each(samples === undefined ? [] : readdirSync(folder))(
      '%s is read, and nothing unchecked is called verified',
      (file) => {
        const isBroken = /-err-(context|type|issuer)/.test(file);
        expect(sample(file).verdict).toBe(isBroken ? 'wrong' : 'not verified');
      },
    );

    test.each([
      ['simple.json', 'Teamwork'],
      ['simple-noproof.json', 'Example University Degree'],
      ['simple-json.png', 'Teamwork'],
      ['simple-json.svg', 'Teamwork'],
      ['ob20-basic-assertion.json', 'robotics badge'],
    ])('%s is about %s', (file, title) => {
      expect(sample(file).title).toBe(title);
    });

    test('what is wrong with the broken ones', () => {
      expect(check(sample('simple-err-context.json'), 'structure').text).toContain('verifiable credential');
      expect(check(sample('simple-err-issuer.json'), 'structure').text).toContain('names no issuer');
      expect(check(sample('simple-err-type.json'), 'structure').text).toContain('type');
      expect(check(sample('simple-err-issued.json'), 'dates').text).toBe(
        'It is not valid before 2040-01-01.',
      );
      expect(check(sample('simple-err-expired.json'), 'dates').text).toBe('It expired on 2010-01-01.');
    });
  },
);
