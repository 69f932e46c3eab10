import { createHash, verify } from 'node:crypto';
import { base58, keyOfDid } from './did-key.ts';
import { instantOf, textOf } from './fields.ts';
import { canonical } from './jcs.ts';
import { isRecord, type Json, type Signature } from './jwt.ts';

/** Ways of signing JSON as it stands, which ask for nothing from the network: what each takes of a key. */
const SUITES: Readonly<Record<string, { readonly type: string; readonly hash: string | null }>> = {
  'eddsa-jcs-2022': { type: 'ed25519', hash: null },
  'ecdsa-jcs-2019': { type: 'ec', hash: 'sha256' },
};
const SIGNATURE_BYTES = 64;
/** Longer than 64 bytes are in base 58. */
const LONGEST = 100;

const notChecked = (text: string): Signature => ({ outcome: 'not checked', text });
const wrong = (text: string): Signature => ({ outcome: 'bad', text });

/**
 * Checks the Data Integrity proof of a credential where that can be done offline; else says why it was not. `issuer` is the
 * id of who issued it, `now` UTC milliseconds.
 */
export const checkProof = (content: Json, issuer: string | null, now: number): Signature => {
  const proofs = [content['proof'] ?? []].flat().filter(isRecord);
  if (proofs.length === 0) return notChecked('It carries no signature.');
  const known = proofs.filter(
    (proof) => proof['type'] === 'DataIntegrityProof' && Object.hasOwn(SUITES, suiteOf(proof)),
  );
  if (known.length === 0)
    return notChecked(
      `It carries a proof of the kind “${suiteOf(proofs[0]!)}”. That needs documents from the network to be checked, and Groundwork fetches none.`,
    );
  const found = known.map((proof) => checkOne(content, proof, issuer, now));
  // One that does not fit is enough to say that something was changed.
  return found.find(({ outcome }) => outcome === 'bad') ?? found.find(isGood) ?? found[0]!;
};

const isGood = ({ outcome }: Signature): boolean => outcome === 'good';

const suiteOf = (proof: Json): string => (textOf(proof['cryptosuite']) || textOf(proof['type'])).slice(0, 60);

const checkOne = (content: Json, proof: Json, issuer: string | null, now: number): Signature => {
  const { proofValue, ...options } = proof;
  const { proof: _, ...unsecured } = content;
  const suite = SUITES[suiteOf(proof)]!;
  if (options['proofPurpose'] !== 'assertionMethod')
    return notChecked('Its proof was made for another purpose than to vouch for what it says.');
  if ('previousProof' in options)
    return notChecked('Its proof builds on another one, which Groundwork does not check.');
  const until = 'expires' in options ? instantOf(options['expires']) : Number.POSITIVE_INFINITY;
  if (until === null || until < now)
    return notChecked('Its proof says itself that it does not hold any more.');
  const method = textOf(options['verificationMethod']);
  const [did = '', part = ''] = method.split('#');
  let key;
  try {
    key = keyOfDid(did);
  } catch {
    return wrong('The key in the proof is broken.');
  }
  if (key === null)
    return notChecked(
      did.startsWith('did:key:')
        ? 'The key in the proof is of a kind that Groundwork does not check.'
        : 'The key is not in the badge but at an address of the issuer, and Groundwork opens none.',
    );
  if (did !== issuer && issuer !== null && /^did:(?:key|jwk):/.test(issuer))
    return wrong('It was signed with another key than that of its issuer.');
  // A did:key has one key, which is its name once more; a did:jwk calls it 0.
  if (part !== (did.startsWith('did:jwk:') ? '0' : did.slice('did:key:'.length)))
    return wrong('The proof names a key that its maker does not have.');
  if (key.asymmetricKeyType !== suite.type)
    return wrong('The key in the proof does not fit the way it says it is signed.');
  const signature = signatureOf(proofValue);
  const signed = signedOf(unsecured, options);
  if (signed === null)
    return notChecked(
      'It holds numbers or letters that cannot be read exactly, so its proof was not checked.',
    );
  const holds =
    signature !== null && verify(suite.hash, signed, { key, dsaEncoding: 'ieee-p1363' }, signature);
  return holds
    ? { outcome: 'good', key: did === issuer ? 'issuer' : 'inside' }
    : wrong('The signature does not fit the content: one of the two was changed after signing.');
};

const signatureOf = (value: unknown): Buffer | null => {
  if (typeof value !== 'string' || !value.startsWith('z') || value.length > LONGEST) return null;
  const bytes = base58(value.slice(1));
  return bytes?.length === SIGNATURE_BYTES ? bytes : null;
};

/** What was signed: the hash of the proof's own words, then that of the credential without any proof. */
const signedOf = (unsecured: Json, options: Json): Buffer | null => {
  const context = options['@context'];
  // The credential is read in the words of the proof, which it may only add to.
  if (context !== undefined && !beginsWith(unsecured['@context'], context)) return Buffer.alloc(0);
  const texts = [options, context === undefined ? unsecured : { ...unsecured, '@context': context }].map(
    (value) => canonical(value),
  );
  if (texts.includes(null)) return null;
  return Buffer.concat(texts.map((text) => createHash('sha256').update(text!).digest()));
};

const beginsWith = (whole: unknown, start: unknown): boolean => {
  const [all, first] = [[whole].flat(), [start].flat()];
  return first.every((item, index) => canonical(item) === canonical(all[index]));
};
