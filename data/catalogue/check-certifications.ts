import type { Catalogue, CatalogueCertification } from './schema.ts';

type Weights = { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] };

const weightsOf = ({ domains }: CatalogueCertification): Weights => ({
  low: domains.map((domain) => ('weight' in domain ? domain.weight : domain.weightMin)),
  high: domains.map((domain) => ('weight' in domain ? domain.weight : domain.weightMax)),
});

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

/** Published weights add up; where none are published, none are given. */
const checkDomainWeights = (certification: CatalogueCertification): string[] => {
  const { low, high } = weightsOf(certification);
  const kind = certification.weightsKind;
  const isRange = certification.domains.map((domain) => !('weight' in domain));
  if (isRange.some((range) => range !== (kind === 'range'))) {
    return [`weights of the kind "${kind}" do not fit the way the domains are written`];
  }
  const gaps = low.includes(null) || high.includes(null);
  switch (kind) {
    case 'exact':
    case 'approx':
      return sum(low) === 100 && !gaps
        ? []
        : [`the weights of its domains add up to ${sum(low)} instead of 100`];
    case 'range': {
      if (gaps) {
        return certification.unverified.includes('domains.weights')
          ? []
          : ['a domain has no weights, but "domains.weights" is not listed as unverified'];
      }
      return sum(low) <= 100 && sum(high) >= 100
        ? []
        : [`the ranges of its domains, ${sum(low)} to ${sum(high)}, miss 100`];
    }
    case 'none':
    case 'unverified':
      return [...low, ...high].every((weight) => weight === null)
        ? []
        : [`weights of the kind "${kind}" are given as numbers`];
  }
};

const FIELDS = ['durationMinutes', 'costUsd', 'validityMonths', 'examGuideUrl', 'retiredOn'] as const;
/** Which line of evidence stands behind which number. */
const PROOFS = [
  ['duration', 'durationMinutes'],
  ['cost', 'costUsd'],
  ['validity', 'validityMonths'],
] as const;

/** What was not confirmed is null and listed as such; nothing else is silently missing. */
const checkUnverified = (certification: CatalogueCertification): string[] => {
  const { unverified, questions, passing, evidence, neverExpires } = certification;
  const values: Record<string, unknown> = {
    ...Object.fromEntries(FIELDS.map((field) => [field, certification[field]])),
    'questions.total': questions.total,
    'questions.scored': questions.scored,
    'passing.value': passing.value,
  };
  const faults: string[] = [];
  for (const path of unverified) {
    const field = path.split('.')[0] ?? path;
    if (!(field in certification)) faults.push(`the unverified field "${path}" does not exist`);
    if (values[path] !== undefined && values[path] !== null)
      faults.push(`"${path}" is unverified but given as a fact`);
  }
  for (const [proof, field] of PROOFS) {
    const excused = field === 'validityMonths' && neverExpires === true;
    if (values[field] === null && !unverified.includes(field) && !excused) {
      faults.push(`"${field}" is missing but not listed as unverified`);
    }
    if (evidence[proof] === 'unverified' && !unverified.includes(field)) {
      faults.push(`the evidence for "${field}" is unverified, the field is not`);
    }
  }
  return faults;
};

/** A retired exam leads to one that still exists, and only a retired one has a last day. */
const checkSuccession = (
  certification: CatalogueCertification,
  all: readonly CatalogueCertification[],
): string[] => {
  const { status, retiredOn, replacedBy } = certification;
  const successor = all.find(({ id }) => id === replacedBy);
  return [
    ...(status === 'active' && (retiredOn !== null || replacedBy !== null)
      ? ['it is active but has an end or a successor']
      : []),
    ...(successor?.status === 'retired' ? [`its successor "${successor.id}" is retired`] : []),
  ];
};

/** The parts of an exam ask for the skills of the certification: for no other one, and for each of them somewhere. */
const checkDomainSkills = ({ domains, skills }: CatalogueCertification): string[] => [
  ...domains.flatMap((domain) =>
    domain.skills
      .filter((skill) => !skills.includes(skill))
      .map((skill) => `its domain "${domain.id}" asks for "${skill}", which it does not name itself`),
  ),
  ...skills
    .filter((skill) => !domains.some((domain) => domain.skills.includes(skill)))
    .map((skill) => `no domain of it asks for "${skill}"`),
];

export const checkCertifications = ({ certifications }: Catalogue): string[] =>
  certifications.certifications.flatMap((certification) =>
    [
      ...checkDomainWeights(certification),
      ...checkDomainSkills(certification),
      ...checkUnverified(certification),
      ...checkSuccession(certification, certifications.certifications),
    ].map((fault) => `certifications.certifications[${certification.id}]: ${fault}`),
  );
