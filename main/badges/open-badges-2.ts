import type { BadgeCheck } from '../../shared/model/badge.ts';
import { addressOf, dayOf, instantOf, nameOfAddress, recordOf, textOf } from './fields.ts';
import type { Reading } from './judge.ts';
import type { Json } from './jwt.ts';

/** An Assertion of Open Badges 2.0, or of 1.1, whose dates may be seconds since 1970. */
export const readAssertion = (content: Json): Reading => {
  const badge = recordOf(content['badge']);
  const badgeUrl = addressOf(content['badge']);
  const issuer = recordOf(badge?.['issuer']);
  const issuerUrl = addressOf(issuer?.['url']) ?? addressOf(issuer?.['id']) ?? addressOf(badge?.['issuer']);
  const from = dateOf(content['issuedOn']);
  const until = dateOf(content['expires']);
  const verification = recordOf(content['verification']) ?? recordOf(content['verify']);
  const creator = recordOf(verification?.['creator']);
  const pem = textOf(creator?.['publicKeyPem']) || textOf(recordOf(issuer?.['publicKey'])?.['publicKeyPem']);
  const address = addressOf(content['id']) ?? badgeUrl ?? issuerUrl;
  return {
    standard: 'Open Badges 2.0',
    title: textOf(badge?.['name']) || (badgeUrl === null ? '' : nameOfAddress(badgeUrl)),
    description: textOf(badge?.['description']),
    criteria: textOf(recordOf(badge?.['criteria'])?.['narrative']) || textOf(badge?.['criteria']),
    issuer: textOf(issuer?.['name']) || (address === null ? '' : new URL(address).hostname),
    issuerUrl,
    issuedOn: dayOf(from),
    expiresOn: dayOf(until),
    badgeId: textOf(content['id']) || textOf(content['uid']) || null,
    url: addressOf(content['id']),
    issuerId: issuerUrl,
    pem: pem === '' ? null : pem,
    faults: faultsOf(content, { badge, badgeUrl, from, until }),
    gaps: [],
    from,
    until,
    revocation: revocationOf(content),
    recipient:
      'Whether it was issued to you was not checked: the badge names its holder by a code of their address.',
    proof: {
      outcome: 'not checked',
      text:
        textOf(verification?.['type']).toLowerCase() === 'hosted'
          ? 'It carries no signature: it counts while the issuer shows it at its address, and Groundwork opens none.'
          : 'It carries no signature.',
    },
  };
};

const dateOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 8.64e12
    ? Math.round(value * 1000)
    : instantOf(value);

const faultsOf = (
  content: Json,
  {
    badge,
    badgeUrl,
    from,
    until,
  }: { badge: Json | undefined; badgeUrl: string | null; from: number | null; until: number | null },
): string[] => {
  const faults: string[] = [];
  if (!badge && badgeUrl === null) faults.push('It does not say what it was given for.');
  if (badge && textOf(badge['name']) === '') faults.push('What it was given for has no name.');
  if (!recordOf(content['recipient'])) faults.push('It names nobody whom it was given to.');
  if (from === null) faults.push('It has no date of issue that can be read.');
  if (content['expires'] !== undefined && content['expires'] !== null && until === null)
    faults.push('The day on which it expires cannot be read.');
  if (!recordOf(content['verification']) && !recordOf(content['verify']))
    faults.push('It does not say how it can be verified.');
  return faults;
};

const revocationOf = (content: Json): BadgeCheck => {
  if (content['revoked'] === true) {
    const reason = textOf(content['revocationReason']);
    return {
      what: 'revocation',
      outcome: 'bad',
      text: reason === '' ? 'The badge itself says that it was revoked.' : `It was revoked: ${reason}`,
    };
  }
  return {
    what: 'revocation',
    outcome: 'not checked',
    text: 'Whether the issuer revoked it is told at an address, and Groundwork opens none.',
  };
};
