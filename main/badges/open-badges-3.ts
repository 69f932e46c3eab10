import { addressOf, dayOf, instantOf, recordOf, textOf, typesOf } from './fields.ts';
import type { Reading } from './judge.ts';
import { isRecord, type Json } from './jwt.ts';
import { checkProof } from './proof.ts';

const BADGE_TYPES = ['OpenBadgeCredential', 'AchievementCredential'];
const VC_CONTEXTS = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/2018/credentials/v1'];
const BADGE_CONTEXT = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context/;

/** A credential of Open Badges 3.0; in words why a JSON is none. In a JWT its claims stand beside it or around it. */
export const readCredential = (
  claims: Json,
  { isJwt, now }: { readonly isJwt: boolean; readonly now: number },
): Reading | string => {
  const content = recordOf(claims['vc']) ?? claims;
  if (!('credentialSubject' in content) && !typesOf(content).includes('VerifiableCredential'))
    return 'This is JSON, but no badge: it is neither an Assertion of Open Badges 2.0 nor a credential of 3.0.';
  const subject = recordOf(content['credentialSubject']);
  const achievement = recordOf(subject?.['achievement']);
  const issuer = recordOf(content['issuer']);
  const issuerId =
    textOf(issuer?.['id']) ||
    textOf(isRecord(content['issuer']) ? '' : content['issuer']) ||
    textOf(claims['iss']);
  const issuerUrl = addressOf(issuer?.['url']) ?? addressOf(issuerId);
  const given = {
    from: content['validFrom'] ?? content['issuanceDate'],
    until: content['validUntil'] ?? content['expirationDate'],
  };
  const from = instantOf(given.from) ?? secondsOf(claims['nbf'], isJwt);
  const until = earliest(instantOf(given.until), secondsOf(claims['exp'], isJwt));
  const id = textOf(content['id']) || textOf(claims['jti']);
  return {
    standard: 'Open Badges 3.0',
    title: textOf(achievement?.['name']) || textOf(content['name']),
    description: textOf(achievement?.['description']) || textOf(content['description']),
    criteria: textOf(recordOf(achievement?.['criteria'])?.['narrative']),
    issuer: textOf(issuer?.['name']) || (issuerUrl === null ? issuerId : new URL(issuerUrl).hostname),
    issuerUrl,
    issuedOn: dayOf(instantOf(content['awardedDate']) ?? from),
    expiresOn: dayOf(until),
    badgeId: id || null,
    url: addressOf(id) ?? addressOf(achievement?.['id']),
    issuerId: issuerId || null,
    pem: null,
    faults: faultsOf(content, { subject, achievement, issuerId, from, until, given, claims }),
    gaps: subject && !achievement ? ['It does not say what it was given for.'] : [],
    from,
    until,
    revocation: {
      what: 'revocation',
      outcome: 'not checked',
      text: recordOf(content['credentialStatus'])
        ? 'Whether the issuer revoked it is told at an address, and Groundwork opens none.'
        : 'It names no place that would tell whether the issuer revoked it.',
    },
    recipient: 'Whether it was issued to you was not checked.',
    proof: checkProof(content, issuerId || null, now),
  };
};

const secondsOf = (value: unknown, isJwt: boolean): number | null =>
  isJwt && typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 8.64e12
    ? Math.round(value * 1000)
    : null;
const earliest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

type Parts = {
  readonly subject: Json | undefined;
  readonly achievement: Json | undefined;
  readonly issuerId: string;
  readonly from: number | null;
  readonly until: number | null;
  readonly given: { readonly from: unknown; readonly until: unknown };
  readonly claims: Json;
};

const faultsOf = (content: Json, parts: Parts): string[] => {
  const { subject, achievement, issuerId, from, until, given, claims } = parts;
  const faults: string[] = [];
  const contexts = [content['@context']].flat();
  if (!VC_CONTEXTS.includes(String(contexts[0])))
    faults.push('It does not say that it is a verifiable credential (its context is missing).');
  else if (!contexts.some((context) => typeof context === 'string' && BADGE_CONTEXT.test(context)))
    faults.push('It does not say that it is an Open Badge (its context is missing).');
  const types = typesOf(content);
  if (!types.includes('VerifiableCredential') || !BADGE_TYPES.some((type) => types.includes(type)))
    faults.push('Its type is not that of an Open Badge.');
  if (issuerId === '') faults.push('It names no issuer.');
  if (!subject) faults.push('It names nobody whom it was given to.');
  else if (achievement && textOf(achievement['name']) === '')
    faults.push('What it was given for has no name.');
  if (from === null) faults.push('It has no date from which it is valid that can be read.');
  if (given.until !== undefined && given.until !== null && until === null)
    faults.push('The day on which it expires cannot be read.');
  const iss = textOf(claims['iss']);
  if (iss !== '' && issuerId !== '' && iss !== issuerId) faults.push('It names two different issuers.');
  return faults;
};
