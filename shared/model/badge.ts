import { z } from 'zod';
import { storedDate } from './common.ts';

/** What was looked at in a badge, and how that came out. "Not checked" says nothing against it. */
export const badgeCheck = z.strictObject({
  what: z.enum(['structure', 'dates', 'signature', 'revocation', 'recipient', 'issuer']),
  outcome: z.enum(['good', 'bad', 'not checked']),
  /** What was done or why it was not, in one sentence. */
  text: z.string(),
});
export type BadgeCheck = z.infer<typeof badgeCheck>;

export const badge = z.strictObject({
  standard: z.enum(['Open Badges 2.0', 'Open Badges 3.0']),
  /** How it lay in the file. */
  form: z.enum(['JSON', 'JWT']),
  title: z.string(),
  description: z.string(),
  criteria: z.string(),
  issuer: z.string(),
  issuerUrl: z.string().nullable(),
  /** Days as the badge gives them, UTC; null where it gives none. */
  issuedOn: storedDate.nullable(),
  expiresOn: storedDate.nullable(),
  badgeId: z.string().nullable(),
  url: z.string().nullable(),
  /** `verified`: the signature holds. `wrong`: something in it contradicts itself. */
  verdict: z.enum(['verified', 'not verified', 'wrong']),
  checks: z.array(badgeCheck),
});
export type Badge = z.infer<typeof badge>;
