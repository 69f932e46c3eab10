import { readFileSync, statSync } from 'node:fs';
import { findCertification, findCredential, type CredentialRecord } from '../../data/certifications.ts';
import type { Row } from '../../data/rows.ts';
import { storeFile } from '../../data/stored-files.ts';
import type { Db } from '../../data/sql.ts';
import type { Badge } from '../../shared/model/badge.ts';
import type { Credential, CredentialInput } from '../../shared/model/credential.ts';
import { AppError } from '../../shared/reply.ts';
import { standingOf } from '../../shared/rules/certification.ts';
import { SHOWN_BY, type Level } from '../../shared/values.ts';
import { existingSkill, existingUpload } from '../existing.ts';
import type { Services } from '../services.ts';
import type { Workspace } from '../workspace.ts';
import { existingCertification, skillsNumbered } from './existing.ts';

/** The largest file that is kept with a credential. All of them are copied with every backup. */
export const MAX_KEPT = 5 * 1024 * 1024;
/** What a credential may show that is of no certification: nobody says how hard it was to earn. */
const WITHOUT_CERTIFICATION: Level = 3;

export const existingCredential = (db: Db, id: string): CredentialRecord => {
  const record = findCredential(db, id);
  if (!record) throw new AppError('not_found', 'This credential does not exist any more.');
  return record;
};

const upTo = (db: Db, certification: string | null): Level => {
  const facts = certification === null ? undefined : findCertification(db, certification)?.facts;
  return facts ? SHOWN_BY[facts.level] : WITHOUT_CERTIFICATION;
};

/** A credential as it stands today. */
export const credentialOf = (workspace: Workspace, record: CredentialRecord): Credential => {
  const { db } = workspace;
  const { skills, file, certification, ...plain } = record;
  const facts = certification === null ? undefined : findCertification(db, certification)?.facts;
  const levels = new Map(skills);
  return {
    ...plain,
    certification,
    skills: skillsNumbered(db, [...levels.keys()]).map(({ id, name, number }) => ({
      skill: id,
      name,
      level: levels.get(number)!,
    })),
    ...standingOf(record.expiresOn, facts?.renewalOpensDays ?? null, workspace.moment().localDate),
    renewal: facts?.renewal ?? '',
    upTo: upTo(db, certification),
    file: file && { name: file.name, bytes: file.bytes },
  };
};

/** Throws `invalid`, in words, for dates that cannot be and for a skill that would be shown higher than it may. */
export const credentialRow = (
  workspace: Workspace,
  input: CredentialInput,
  file: { readonly hash: string; readonly name: string } | null,
  badge: Badge | null,
): Row => {
  const { db } = workspace;
  const { certification, title, issuer, issuedOn, expiresOn, number, url, skills } = input;
  if (certification !== null) existingCertification(db, certification);
  if (issuedOn > workspace.moment().localDate)
    throw new AppError(
      'invalid',
      'A credential is issued once it is earned, so its date cannot lie in the future.',
    );
  if (expiresOn !== null && expiresOn < issuedOn)
    throw new AppError(
      'invalid',
      `It would expire on ${expiresOn}, before it was issued on ${issuedOn}. Look at the two dates.`,
    );
  const most = upTo(db, certification);
  const shown = new Map(skills.map(({ skill, level }) => [existingSkill(db, skill).number, level]));
  if ([...shown.values()].some((level) => level > most))
    throw new AppError(
      'invalid',
      `This credential can show a skill up to level ${most}. Choose a lower one.`,
    );
  return {
    certification,
    title,
    issuer,
    issued_on: issuedOn,
    expires_on: expiresOn,
    number,
    url,
    skills: JSON.stringify([...shown]),
    file: file?.hash ?? null,
    file_name: file?.name ?? null,
    badge: badge && JSON.stringify(badge),
  };
};

/** Takes a file that was handed over into the person's own file. Throws where it is gone or too large to keep. */
export const keepUpload = (
  workspace: Workspace,
  services: Services,
  { upload, name }: { readonly upload: string; readonly name: string },
): { readonly hash: string; readonly name: string } => {
  const path = existingUpload(services, upload);
  if (statSync(path).size > MAX_KEPT)
    throw new AppError(
      'invalid',
      'This file is larger than 5 MB, which is the most that is kept with a credential. Keep it elsewhere and note its address.',
    );
  return { hash: storeFile(workspace.db, readFileSync(path)), name };
};
