import type { CertificationFacts, Domain } from '../shared/model/certification-facts.ts';
import { CATALOGUE_FACTS, type CatalogueFact, type FactChange } from '../shared/model/catalogue-news.ts';
import type { Level, Stage } from '../shared/values.ts';
import type { StoredCertification } from './catalogue-certifications.ts';

/** What is told of an id by name: a skill, group, certification or project, under any id that it ever had. */
export type NameOf = (id: string) => string;

type Told = FactChange['now'];

const change = (fact: CatalogueFact, of: string | null, before: Told, now: Told): FactChange[] =>
  JSON.stringify(before) === JSON.stringify(now) ? [] : [{ fact, of, before, now }];

/** What is only in one of two lists, one by one. */
const listed = (fact: CatalogueFact, before: readonly string[], now: readonly string[]): FactChange[] => [
  ...now.filter((item) => !before.includes(item)).flatMap((item) => change(fact, null, null, item)),
  ...before.filter((item) => !now.includes(item)).flatMap((item) => change(fact, null, item, null)),
];

/** What differs below the same key in two maps. */
const keyed = <T>(
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  told: (key: string, before: T | undefined, now: T | undefined) => FactChange[],
): FactChange[] =>
  [...new Set([...now.keys(), ...before.keys()])].flatMap((key) => told(key, before.get(key), now.get(key)));

/** The facts that are told as they are, in the order of a form. */
const PLAIN = [
  'issuer',
  'code',
  'level',
  'status',
  'statusNote',
  'retiredOn',
  'weightsKind',
  'durationMinutes',
  'questions',
  'questionsNote',
  'passing',
  'passingScale',
  'costUsd',
  'validityMonths',
  'neverExpires',
  'renewal',
  'renewalOpensDays',
  'retake',
  'prerequisites',
  'officialUrl',
  'guideUrl',
  'notes',
] as const satisfies readonly (CatalogueFact & keyof CertificationFacts)[];

/** "32" or "20–25"; empty where it is not known. */
const weightText = ({ low, high }: Domain): string =>
  [...new Set([low, high])].filter((end) => end !== null).join('–');

type KnownOfCertification = Pick<StoredCertification, 'facts' | 'proofs' | 'unverified'>;

/** How well each fact is known, by its name; parts of a fact are told as the fact. */
const proofsOf = ({ proofs, unverified }: KnownOfCertification): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(proofs),
    ...unverified.map((path): [string, string] => [path.split('.')[0]!, 'unverified']),
  ]);

/** The facts of a certification that differ, without its name and the day on which the catalogue looked. */
export const certificationChanges = (
  before: KnownOfCertification,
  now: KnownOfCertification,
  nameOf: NameOf,
): FactChange[] => {
  const [old, next] = [before.facts, now.facts];
  const names = (ids: readonly string[]): string[] => ids.map(nameOf);
  const partsOf = ({ domains }: CertificationFacts): Map<string, Domain> =>
    new Map(domains.map((domain) => [domain.name, domain]));
  const named = (id: string | null): string | null => (id === null ? null : nameOf(id));
  return [
    ...PLAIN.flatMap((fact) => change(fact, null, old[fact], next[fact])),
    ...change('replacedBy', null, named(old.replacedBy), named(next.replacedBy)),
    ...change('retakeWaitsDays', null, old.retakeWaitsDays.join(', '), next.retakeWaitsDays.join(', ')),
    ...keyed(partsOf(old), partsOf(next), (name, was, is) => [
      ...change('domains', name, was ? weightText(was) : null, is ? weightText(is) : null),
      ...(was && is
        ? [
            ...change('partNote', name, was.note, is.note),
            ...change('partSkills', name, names(was.skills).join(', '), names(is.skills).join(', ')),
          ]
        : []),
    ]),
    ...listed('skills', names(old.skills), names(next.skills)),
    ...keyed(proofsOf(before), proofsOf(now), (fact, was, is) =>
      isFact(fact) ? change('proof', fact, was ?? null, is ?? null) : [],
    ),
  ];
};

const isFact = (name: string): name is CatalogueFact => (CATALOGUE_FACTS as readonly string[]).includes(name);

/** What a role asks for and says. Needs, certifications and projects are by name. */
export type KnownOfRole = {
  readonly texts: Readonly<Record<'summary' | 'demand' | 'longTerm' | 'entrySummary' | 'usualWayIn', string>>;
  readonly lists: Readonly<Record<'aliases' | 'duties' | 'certifications' | 'projects', readonly string[]>>;
  readonly requirements: ReadonlyMap<
    string,
    { readonly level: Level; readonly weight: number; readonly stage: Stage }
  >;
  readonly entry: ReadonlyMap<string, Level>;
};

/** What differs of a role, its requirements first, without its title. */
export const roleChanges = (before: KnownOfRole, now: KnownOfRole): FactChange[] => [
  ...keyed(before.requirements, now.requirements, (name, was, is) =>
    change('requirement', name, was ?? null, is ?? null),
  ),
  ...keyed(before.entry, now.entry, (name, was, is) => change('entry', name, was ?? null, is ?? null)),
  ...(['certifications', 'projects', 'duties', 'aliases'] as const).flatMap((fact) =>
    listed(fact, before.lists[fact], now.lists[fact]),
  ),
  ...(['summary', 'entrySummary', 'usualWayIn', 'demand', 'longTerm'] as const).flatMap((fact) =>
    change(fact, null, before.texts[fact], now.texts[fact]),
  ),
];
