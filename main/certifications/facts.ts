import { catalogueFacts } from '../../data/certifications.ts';
import type { Db } from '../../data/sql.ts';
import type { CertificationFacts, FactName } from '../../shared/model/certification-facts.ts';
import { AppError } from '../../shared/reply.ts';
import { existingCertification, numbersOf } from './existing.ts';

/** Throws `invalid` or `not_found`, in words, for facts that contradict themselves. Weights may add up to anything. */
const checkFacts = (db: Db, id: string | null, facts: CertificationFacts): void => {
  const ids = facts.domains.map((domain) => domain.id);
  if (new Set(ids).size < ids.length)
    throw new AppError('invalid', 'Two parts of the exam are the same one.');
  for (const { name, low, high } of facts.domains) {
    if (low !== null && high !== null && low > high)
      throw new AppError(
        'invalid',
        `The weight of “${name}” goes from ${low} down to ${high}. Turn the two around.`,
      );
  }
  if (facts.neverExpires && facts.validityMonths !== null)
    throw new AppError(
      'invalid',
      'It cannot both never expire and be valid for a time. Choose one of the two.',
    );
  if (facts.replacedBy !== null) {
    if (facts.replacedBy === id) throw new AppError('invalid', 'A certification cannot take its own place.');
    existingCertification(db, facts.replacedBy);
  }
};

/** What is kept of facts that were typed: all of an own certification, of one of the catalogue what differs from it. */
export const keptFacts = (
  db: Db,
  id: string | null,
  facts: CertificationFacts,
): Partial<CertificationFacts> => {
  checkFacts(db, id, facts);
  const original = id === null ? null : catalogueFacts(db, id);
  if (original === null) {
    // Skills of the catalogue's facts may be gone by now; those that a person names are there.
    numbersOf(db, [...facts.skills, ...facts.domains.flatMap(({ skills }) => skills)]);
    return facts;
  }
  const names = Object.keys(facts) as FactName[];
  const differ = names.filter((name) => JSON.stringify(facts[name]) !== JSON.stringify(original[name]));
  return Object.fromEntries(differ.map((name) => [name, facts[name]]));
};
