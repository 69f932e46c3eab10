import type { CertificationFacts, Domain, Proof } from '../shared/model/certification-facts.ts';
import type { CatalogueCertification } from './catalogue/schema.ts';

/** What the file keeps of a certification of the catalogue beside its name. */
export type StoredCertification = {
  readonly facts: CertificationFacts;
  readonly guides: boolean;
  readonly proofs: Readonly<Record<string, Proof>>;
  readonly unverified: readonly string[];
  readonly checkedOn: string;
};

/** The column `facts` of a certification, as JSON. `checkedOn` is the day on which the catalogue looked. */
export const certificationColumn = (item: CatalogueCertification, checkedOn: string): string =>
  JSON.stringify({
    facts: factsOf(item),
    guides: item.namedByGuides,
    proofs: proofsOf(item.evidence),
    unverified: item.unverified,
    checkedOn,
  } satisfies StoredCertification);

const factsOf = (item: CatalogueCertification): CertificationFacts => ({
  name: item.name,
  issuer: item.issuer,
  code: item.code,
  level: item.level,
  status: item.status,
  statusNote: item.statusNote,
  retiredOn: item.retiredOn,
  replacedBy: item.replacedBy,
  weightsKind: item.weightsKind,
  domains: item.domains.filter(({ retired }) => !retired).map(domainOf),
  durationMinutes: item.durationMinutes,
  questions: item.questions.total,
  questionsNote: questionsNote(item.questions),
  passing: item.passing.value,
  passingScale: item.passing.scale,
  costUsd: item.costUsd,
  validityMonths: item.validityMonths,
  neverExpires: item.neverExpires ?? false,
  renewal: item.renewal,
  renewalOpensDays: item.renewalOpensDays ?? null,
  retake: item.retake ?? '',
  retakeWaitsDays: [...(item.retakeWaitsDays ?? [])],
  prerequisites: item.prerequisites,
  officialUrl: item.officialUrl,
  guideUrl: item.examGuideUrl,
  skills: [...item.skills],
  notes: item.notes ?? '',
});

const domainOf = (domain: CatalogueCertification['domains'][number]): Domain => ({
  id: domain.id,
  name: domain.name,
  low: 'weight' in domain ? domain.weight : domain.weightMin,
  high: 'weight' in domain ? domain.weight : domain.weightMax,
  note: ('note' in domain ? domain.note : undefined) ?? '',
  skills: [...domain.skills],
});

const questionsNote = ({ scored, note }: CatalogueCertification['questions']): string =>
  scored === null ? note : `${scored} count; ${note}`;

/** By the fact that it stands behind. */
const proofsOf = (evidence: CatalogueCertification['evidence']): Record<string, Proof> => ({
  domains: evidence.domains,
  durationMinutes: evidence.duration,
  questions: evidence.questions,
  costUsd: evidence.cost,
  validityMonths: evidence.validity,
  renewal: evidence.renewal,
  ...(evidence.retake && { retake: evidence.retake }),
  ...(evidence.retirement && { retiredOn: evidence.retirement }),
});
