import { z } from 'zod';
import { LENGTHS } from '../values.ts';
import { badge } from './badge.ts';
import { address, freeText, id, key, level, localDate, storedDate, text } from './common.ts';

const line = freeText(LENGTHS.line);

export const credentialState = z.enum(['lasting', 'valid', 'renewal due', 'expired']);
export type CredentialState = z.infer<typeof credentialState>;

/** A skill that a credential shows, and at which level. */
export const shownSkill = z.strictObject({ skill: id, level });
export type ShownSkill = z.infer<typeof shownSkill>;

export const credentialInput = z.strictObject({
  certification: id.nullable(),
  title: text(LENGTHS.line),
  issuer: line,
  issuedOn: localDate,
  expiresOn: localDate.nullable(),
  number: line,
  url: address.nullable(),
  skills: z.array(shownSkill).max(100),
});
export type CredentialInput = z.infer<typeof credentialInput>;

export const credential = z.strictObject({
  id: key,
  certification: key.nullable(),
  title: z.string(),
  issuer: z.string(),
  issuedOn: storedDate,
  expiresOn: storedDate.nullable(),
  number: z.string(),
  url: z.string().nullable(),
  skills: z.array(z.strictObject({ skill: key, name: z.string(), level })),
  state: credentialState,
  /** The first day on which the renewal is due; null where nothing expires. */
  dueFrom: storedDate.nullable(),
  /** That day is assumed: from when it can be renewed is not known. */
  dueAssumed: z.boolean(),
  daysLeft: z.int().nullable(),
  renewal: z.string(),
  /** The level up to which it may show a skill. */
  upTo: level,
  file: z.strictObject({ name: z.string(), bytes: z.int() }).nullable(),
  badge: badge.nullable(),
});
export type Credential = z.infer<typeof credential>;
