import type { CertificationFacts, Domain } from '../../shared/model/certification-facts.ts';
import { keptAddress } from '../parts/address.ts';

export type NamedSkill = { readonly id: string; readonly name: string };

/** Facts as they stand in the form: lists as text, skills with their names. */
export type FactDraft = Omit<
  CertificationFacts,
  'code' | 'retiredOn' | 'officialUrl' | 'guideUrl' | 'retakeWaitsDays' | 'skills'
> & {
  readonly code: string;
  readonly retiredOn: string;
  readonly officialUrl: string;
  readonly guideUrl: string;
  readonly retakeWaits: string;
  readonly skills: readonly NamedSkill[];
};

export const draftOf = (
  { code, retiredOn, officialUrl, guideUrl, retakeWaitsDays, skills, ...facts }: CertificationFacts,
  names: Readonly<Record<string, string>>,
): FactDraft => ({
  ...facts,
  code: code ?? '',
  retiredOn: retiredOn ?? '',
  officialUrl: officialUrl ?? '',
  guideUrl: guideUrl ?? '',
  retakeWaits: retakeWaitsDays.join(', '),
  skills: skills.map((id) => ({ id, name: names[id] ?? id })),
});

const waitsOf = (text: string): number[] =>
  text.trim() === '' ? [] : text.split(',').map((part) => Number(part.trim()));

export type FactFaults = Readonly<
  Record<'name' | 'issuer' | 'officialUrl' | 'guideUrl' | 'retakeWaits' | 'parts', boolean>
>;

export const faultsOf = (draft: FactDraft): FactFaults => ({
  name: draft.name.trim() === '',
  issuer: draft.issuer.trim() === '',
  officialUrl: keptAddress(draft.officialUrl) === undefined,
  guideUrl: keptAddress(draft.guideUrl) === undefined,
  retakeWaits: waitsOf(draft.retakeWaits).some((days) => !Number.isInteger(days) || days < 0 || days > 3_650),
  parts: draft.domains.some(({ name }) => name.trim() === ''),
});

export const isSound = (faults: FactFaults): boolean => !Object.values(faults).some(Boolean);

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** As the core takes them. What was empty before and still is stays as it was, so that it is no correction. */
export const factsOf = (
  { code, retiredOn, officialUrl, guideUrl, retakeWaits, skills, domains, ...draft }: FactDraft,
  before: CertificationFacts,
): CertificationFacts => ({
  ...draft,
  name: draft.name.trim(),
  issuer: draft.issuer.trim(),
  code: orNull(code) ?? (before.code === null ? null : ''),
  retiredOn: retiredOn === '' ? null : retiredOn,
  officialUrl: keptAddress(officialUrl) ?? null,
  guideUrl: keptAddress(guideUrl) ?? null,
  retakeWaitsDays: waitsOf(retakeWaits),
  skills: skills.map(({ id }) => id),
  domains: domains.map((domain) => ({ ...domain, name: domain.name.trim() })),
});

/** A part with an id that none of the others has. */
export const newPart = (domains: readonly Domain[]): Domain => {
  const taken = new Set(domains.map(({ id }) => id));
  let number = domains.length + 1;
  while (taken.has(`part-${number}`)) number += 1;
  return { id: `part-${number}`, name: '', low: null, high: null, note: '', skills: [] };
};
