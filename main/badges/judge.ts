import type { Badge, BadgeCheck } from '../../shared/model/badge.ts';
import { checkJwt, isRecord, looksLikeJwt, readJwt, type Json, type Jwt, type Signature } from './jwt.ts';
import { readAssertion } from './open-badges-2.ts';
import { readCredential } from './open-badges-3.ts';

/** What the reader of a standard finds in a badge, before the signature is looked at. */
export type Reading = Omit<Badge, 'form' | 'verdict' | 'checks'> & {
  readonly issuerId: string | null;
  /** A public key that the badge carries outside of its head. */
  readonly pem: string | null;
  /** What contradicts the standard, in words; empty for a sound one. */
  readonly faults: readonly string[];
  /** What the standard asks for and the badge leaves out, though it can be one without. */
  readonly gaps: readonly string[];
  /** Instants in UTC milliseconds; null where the badge gives none. */
  readonly from: number | null;
  readonly until: number | null;
  readonly revocation: BadgeCheck;
  readonly recipient: string;
  /** What stands in the place of a signature in one that is not a JWT. */
  readonly proof: Signature;
};

/** A badge with all that can be said of it offline; in words why a text is none. `now` is UTC milliseconds. */
export const judgeBadge = (text: string, now: number): Badge | string => {
  const trimmed = text.trim();
  if (looksLikeJwt(trimmed)) {
    const jwt = readJwt(trimmed);
    return typeof jwt === 'string' ? jwt : judged(jwt.payload, jwt, now);
  }
  let value: unknown;
  try {
    value = JSON.parse(trimmed);
  } catch {
    return 'This is no badge: it is neither JSON nor a JWT that can be read.';
  }
  if (!isRecord(value)) return 'This is no badge: the JSON in it is not an object.';
  return judged(value, null, now);
};

const judged = (content: Json, jwt: Jwt | null, now: number): Badge | string => {
  const reading = isAssertion(content)
    ? readAssertion(content)
    : readCredential(content, { isJwt: jwt !== null, now });
  if (typeof reading === 'string') return reading;
  const { issuerId, pem, faults, gaps, from, until, revocation, recipient, proof, ...shown } = reading;
  const signature = jwt ? checkJwt(jwt, issuerId, pem) : proof;
  const dates = datesOf(from, until, now);
  const checks: BadgeCheck[] = [
    faults.length + gaps.length === 0
      ? { what: 'structure', outcome: 'good', text: `It has all that ${shown.standard} asks for.` }
      : { what: 'structure', outcome: 'bad', text: [...faults, ...gaps].join(' ') },
    dates.check,
    signatureCheck(signature),
    revocation,
    { what: 'recipient', outcome: 'not checked', text: recipient },
    {
      what: 'issuer',
      outcome: 'not checked',
      text:
        signature.outcome === 'good' && signature.key === 'issuer'
          ? 'The key is the issuer’s own name, but whether that name belongs to whom it says was not looked up.'
          : 'Whether the issuer is who it says was not looked up.',
    },
  ];
  const isWrong =
    faults.length > 0 || signature.outcome === 'bad' || revocation.outcome === 'bad' || dates.isImpossible;
  return {
    ...shown,
    form: jwt ? 'JWT' : 'JSON',
    verdict: isWrong ? 'wrong' : signature.outcome === 'good' ? 'verified' : 'not verified',
    checks,
  };
};

const isAssertion = (content: Json): boolean =>
  [content['type'], content['@type']].flat().includes('Assertion') ||
  ('badge' in content && 'recipient' in content);

const signatureCheck = (signature: Signature): BadgeCheck => {
  if (signature.outcome !== 'good') return { what: 'signature', ...signature };
  const whose =
    signature.key === 'issuer'
      ? 'It was made with the issuer’s key, which is the issuer’s name.'
      : 'The key lies in the badge itself; whose it is was not looked up.';
  return {
    what: 'signature',
    outcome: 'good',
    text: `It fits the content, so nothing was changed after signing. ${whose}`,
  };
};

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

const datesOf = (
  from: number | null,
  until: number | null,
  now: number,
): { readonly check: BadgeCheck; readonly isImpossible: boolean } => {
  const say = (outcome: BadgeCheck['outcome'], text: string, isImpossible = false) => ({
    check: { what: 'dates' as const, outcome, text },
    isImpossible,
  });
  if (from !== null && until !== null && until < from)
    return say('bad', `It would expire on ${day(until)}, before it is valid from ${day(from)}.`, true);
  if (from !== null && from > now) return say('bad', `It is not valid before ${day(from)}.`);
  if (until !== null && until < now) return say('bad', `It expired on ${day(until)}.`);
  return say(
    'good',
    until === null ? 'It names no day on which it expires.' : `It is valid through ${day(until)}.`,
  );
};
