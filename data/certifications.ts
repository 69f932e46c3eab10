import type { Badge } from '../shared/model/badge.ts';
import type { CertificationFacts, Proof } from '../shared/model/certification-facts.ts';
import type { Plan } from '../shared/model/certification-plan.ts';
import type { ExamResult } from '../shared/model/exam-result.ts';
import { blankFacts, type Confidence, type Level } from '../shared/values.ts';
import type { StoredCertification } from './catalogue-certifications.ts';
import { sql, type Db } from './sql.ts';

export type CertificationRecord = {
  readonly id: string;
  readonly own: boolean;
  /** As they count: the catalogue's, with the person's corrections on top. */
  readonly facts: CertificationFacts;
  /** Names of the facts that the person corrected; empty for an own one. */
  readonly corrected: readonly (keyof CertificationFacts)[];
  readonly guides: boolean;
  readonly proofs: Readonly<Record<string, Proof>>;
  readonly unverified: readonly string[];
  readonly checkedOn: string | null;
};

type Columns = {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly status: CertificationFacts['status'];
  readonly url: string;
  readonly facts: string;
  readonly patch: string | null;
};

const CATALOGUE = `SELECT c.id, c.name, c.issuer, c.status, c.official_url AS url, c.facts, o.facts AS patch
  FROM certification c LEFT JOIN certification_own o ON o.id = c.id AND o.retired = 0`;
const OWN = `SELECT id, facts FROM certification_own o
  WHERE retired = 0 AND NOT EXISTS (SELECT 1 FROM certification c WHERE c.id = o.id)`;

/** What is known before the newer catalogue was taken: the little that a file of an earlier version holds. */
const littleKnown = ({ name, issuer, status, url }: Columns): CertificationFacts => ({
  ...blankFacts,
  name,
  issuer,
  status,
  officialUrl: url,
});

/** The facts of the catalogue itself, without corrections; null for one that is not of it. */
export const catalogueFacts = (db: Db, id: string): CertificationFacts | null => {
  const row = sql<[string], Columns>(db, `${CATALOGUE} WHERE c.id = ?`).get(id);
  return row ? storedOf(row).facts : null;
};

const storedOf = (row: Columns): StoredCertification => {
  const stored = JSON.parse(row.facts) as Partial<StoredCertification>;
  return {
    facts: stored.facts ?? littleKnown(row),
    guides: stored.guides ?? false,
    proofs: stored.proofs ?? {},
    unverified: stored.unverified ?? [],
    checkedOn: stored.checkedOn ?? '',
  };
};

const ofCatalogue = (row: Columns): CertificationRecord => {
  const { facts, guides, proofs, unverified, checkedOn } = storedOf(row);
  const patch = (row.patch === null ? {} : JSON.parse(row.patch)) as Partial<CertificationFacts>;
  const corrected = Object.keys(patch) as (keyof CertificationFacts)[];
  const isCorrected = (path: string): boolean => corrected.some((name) => name === path.split('.')[0]);
  return {
    id: row.id,
    own: false,
    facts: { ...facts, ...patch },
    corrected,
    guides,
    proofs: { ...proofs, ...Object.fromEntries(corrected.map((name) => [name, 'yours' as const])) },
    unverified: unverified.filter((path) => !isCorrected(path)),
    checkedOn: checkedOn || null,
  };
};

const ofPerson = ({ id, facts }: { id: string; facts: string }): CertificationRecord => ({
  id,
  own: true,
  facts: { ...blankFacts, ...(JSON.parse(facts) as Partial<CertificationFacts>) },
  corrected: [],
  guides: false,
  proofs: {},
  unverified: [],
  checkedOn: null,
});

/**
 * The catalogue's in its order, then the person's own. What left the catalogue stays for whoever has a plan, a result or a
 * credential of it.
 */
export const listCertifications = (db: Db): CertificationRecord[] => [
  ...sql<[], Columns>(
    db,
    `${CATALOGUE} WHERE c.retired = 0 OR o.id IS NOT NULL OR ${IN_USE} ORDER BY c.position, c.id`,
  )
    .all()
    .map(ofCatalogue),
  ...sql<[], { id: string; facts: string }>(db, `${OWN} ORDER BY made_by, id`).all().map(ofPerson),
];

const IN_USE = `EXISTS (SELECT 1 FROM certification_plan p WHERE p.id = c.id AND p.retired = 0)
  OR EXISTS (SELECT 1 FROM exam_result r WHERE r.certification = c.id AND r.retired = 0)
  OR EXISTS (SELECT 1 FROM credential e WHERE e.certification = c.id AND e.retired = 0)`;

export const findCertification = (db: Db, id: string): CertificationRecord | undefined => {
  const row = sql<[string], Columns>(db, `${CATALOGUE} WHERE c.id = ?`).get(id);
  if (row) return ofCatalogue(row);
  const own = sql<[string], { id: string; facts: string }>(db, `${OWN} AND id = ?`).get(id);
  return own && ofPerson(own);
};

export type CertificationTitle = { readonly name: string; readonly issuer: string };

/** What a certification is called and by whom it is given, without reading all that is known of it. */
export const certificationTitle = (db: Db, id: string): CertificationTitle | undefined => {
  const known = sql<[string], CertificationTitle>(
    db,
    'SELECT name, issuer FROM certification WHERE id = ?',
  ).get(id);
  const own = sql<[string], { [K in keyof CertificationTitle]: string | null }>(
    db,
    `SELECT facts ->> 'name' AS name, facts ->> 'issuer' AS issuer FROM certification_own WHERE id = ? AND retired = 0`,
  ).get(id);
  if (!known && !own) return undefined;
  return { name: own?.name ?? known?.name ?? '', issuer: own?.issuer ?? known?.issuer ?? '' };
};

type PlanColumns = {
  id: string;
  status: Plan['status'];
  exam: string | null;
  zone: string | null;
  later: number;
  online: number;
  place: string;
  hoursPerWeek: number | null;
  studyHours: number | null;
};

/** By the certification's id. */
export const listPlans = (db: Db): ReadonlyMap<string, Plan> =>
  new Map(
    sql<[], PlanColumns>(
      db,
      `SELECT id, status, exam, zone, later, online, place, hours_per_week AS hoursPerWeek, study_hours AS studyHours
       FROM certification_plan WHERE retired = 0`,
    )
      .all()
      .map(({ id, exam, zone, later, online, ...plan }) => [
        id,
        {
          ...plan,
          exam: exam === null ? null : { local: exam, zone: zone!, later: later === 1 },
          online: online === 1,
        },
      ]),
  );

export type ObjectiveRecord = {
  readonly domain: string;
  readonly confidence: Confidence | null;
  /** Numbers of the skills that the person tied to it. */
  readonly skills: readonly number[];
};

export const objectivesOf = (db: Db, certification: string): ReadonlyMap<string, ObjectiveRecord> =>
  new Map(
    sql<[string], { domain: string; confidence: Confidence | null; skills: string }>(
      db,
      'SELECT domain, confidence, skills FROM objective WHERE certification = ? AND retired = 0',
    )
      .all(certification)
      .map((row) => [row.domain, { ...row, skills: JSON.parse(row.skills) as number[] }]),
  );

export type ResultRecord = ExamResult & { readonly certification: string };
const RESULT = `SELECT id, certification, kind, taken_on AS takenOn, title, score, domains, outcome, result_on AS resultOn
  FROM exam_result WHERE retired = 0`;
const resultOf = (row: Omit<ResultRecord, 'domains'> & { domains: string }): ResultRecord => ({
  ...row,
  domains: JSON.parse(row.domains) as ExamResult['domains'],
});

/** Newest first. */
export const resultsOf = (db: Db, certification: string): ResultRecord[] =>
  sql<[string], Omit<ResultRecord, 'domains'> & { domains: string }>(
    db,
    `${RESULT} AND certification = ? ORDER BY taken_on DESC, made_by DESC`,
  )
    .all(certification)
    .map(resultOf);

export const findResult = (db: Db, id: string): ResultRecord | undefined => {
  const row = sql<[string], Omit<ResultRecord, 'domains'> & { domains: string }>(
    db,
    `${RESULT} AND id = ?`,
  ).get(id);
  return row && resultOf(row);
};

export type CredentialRecord = {
  readonly id: string;
  readonly certification: string | null;
  readonly title: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly number: string;
  readonly url: string | null;
  readonly skills: readonly (readonly [skill: number, level: Level])[];
  readonly file: { readonly hash: string; readonly name: string; readonly bytes: number } | null;
  readonly badge: Badge | null;
};

type CredentialColumns = Omit<CredentialRecord, 'skills' | 'file' | 'badge'> & {
  skills: string;
  file: string | null;
  fileName: string | null;
  bytes: number | null;
  badge: string | null;
};
const CREDENTIAL = `SELECT c.id, c.certification, c.title, c.issuer, c.issued_on AS issuedOn, c.expires_on AS expiresOn,
    c.number, c.url, c.skills, c.file, c.file_name AS fileName, length(f.bytes) AS bytes, c.badge
  FROM credential c LEFT JOIN stored_file f ON f.hash = c.file WHERE c.retired = 0`;

const credentialOf = ({ file, fileName, bytes, ...row }: CredentialColumns): CredentialRecord => ({
  ...row,
  skills: JSON.parse(row.skills) as CredentialRecord['skills'],
  file: file === null ? null : { hash: file, name: fileName!, bytes: bytes ?? 0 },
  badge: row.badge === null ? null : (JSON.parse(row.badge) as Badge),
});

/** Newest first. */
export const listCredentials = (db: Db): CredentialRecord[] =>
  sql<[], CredentialColumns>(db, `${CREDENTIAL} ORDER BY c.issued_on DESC, c.made_by DESC`)
    .all()
    .map(credentialOf);

export const findCredential = (db: Db, id: string): CredentialRecord | undefined => {
  const row = sql<[string], CredentialColumns>(db, `${CREDENTIAL} AND c.id = ?`).get(id);
  return row && credentialOf(row);
};
