import {
  findCertification,
  findResult,
  type CertificationRecord,
  type ResultRecord,
} from '../../data/certifications.ts';
import { currentId } from '../../data/renamed.ts';
import { findSkill, skillByNumber } from '../../data/skills.ts';
import type { Db } from '../../data/sql.ts';
import { AppError } from '../../shared/reply.ts';
import { existingSkill } from '../existing.ts';

/** By id; throws `not_found` in words for what is not there any more. */
export const existingCertification = (db: Db, id: string): CertificationRecord => {
  const record = findCertification(db, id);
  if (!record) throw new AppError('not_found', 'This certification does not exist any more.');
  return record;
};

export const existingResult = (db: Db, id: string): ResultRecord => {
  const record = findResult(db, id);
  if (!record) throw new AppError('not_found', 'This result does not exist any more.');
  return record;
};

/** Skills that are named in facts, by the ids that they have now; those that are gone are left out. */
export const liveSkills = (db: Db, ids: readonly string[]): { id: string; name: string; number: number }[] =>
  [...new Set(ids.map((id) => currentId(db, 'skill', id)))].flatMap((id) => {
    const skill = findSkill(db, id);
    return skill ? [{ id, name: skill.name, number: skill.number }] : [];
  });

/** As `liveSkills`, by number. */
export const skillsNumbered = (
  db: Db,
  numbers: readonly number[],
): { id: string; name: string; number: number }[] =>
  liveSkills(
    db,
    numbers.flatMap((number) => skillByNumber(db, number)?.id ?? []),
  );

/** Throws `not_found` for a skill that is not there. */
export const numbersOf = (db: Db, ids: readonly string[]): number[] =>
  [...new Set(ids)].map((id) => existingSkill(db, id).number);
