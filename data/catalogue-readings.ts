import type { ReadingSection } from '../shared/values.ts';
import type { Catalogue } from './catalogue/schema.ts';

type Reference = Catalogue['reference'];

/** One text of the catalogue as it is stored; lists are ids. */
export type ReadingRow = {
  readonly id: string;
  readonly section: ReadingSection;
  readonly title: string;
  readonly text: string;
  /** A second text: what to do about it, or the other side. */
  readonly more: string | null;
  readonly status: string | null;
  readonly skills: readonly string[];
  readonly roles: readonly string[];
  /** Ids of career guides. */
  readonly guides: readonly string[];
  readonly url: string | null;
  readonly checkedOn: string | null;
};

type Part = Partial<ReadingRow> & Pick<ReadingRow, 'id' | 'title' | 'text'>;

const section = (name: ReadingSection, parts: readonly Part[]): ReadingRow[] =>
  parts.map(({ id, title, text, ...rest }) => ({
    id,
    section: name,
    title,
    text,
    more: rest.more ?? null,
    status: rest.status ?? null,
    skills: rest.skills ?? [],
    roles: rest.roles ?? [],
    guides: rest.guides ?? [],
    url: rest.url ?? null,
    checkedOn: rest.checkedOn ?? null,
  }));

/** Reads as "60,000", as the texts beside it do. */
const amount = (value: number): string => value.toLocaleString('en');

const money = (reference: Reference): readonly Part[] =>
  reference.salaries.levels.map(({ id, title, from, to, note, guides }) => ({
    id,
    title,
    text:
      from === null || to === null
        ? (note ?? reference.salaries.note)
        : `${amount(from)} to ${amount(to)} ${reference.salaries.currency} a ${reference.salaries.period}`,
    more: reference.salaries.note,
    status: 'claim of the guide, not verified',
    guides,
  }));

/** Every text that is read rather than ticked, section by section in the order in which it is shown. */
export const readingsOf = ({ reference, roles, compiledOn }: Catalogue): readonly ReadingRow[] => {
  const { umbrella, regionNote, educationNote, languageChoice, firstLanguageOrder, additions } = reference;
  const titles = new Map(roles.roles.map(({ id, title }) => [id, title]));
  return [
    ...section('role', [{ ...umbrella, more: umbrella.whyItMatters, roles: [umbrella.role] }]),
    ...section(
      'signs',
      reference.enjoymentSignals.map((signal) => ({ ...signal, title: signal.text, text: '' })),
    ),
    ...section(
      'moves',
      reference.relatedRoles.map((move) => ({
        ...move,
        title: `From ${titles.get(move.from)} to ${titles.get(move.to)}`,
        roles: [move.from, move.to],
      })),
    ),
    ...section('claims', [
      ...roles.market.claims.map(({ id, text, status, source }) => ({
        id: `market-${id}`,
        title: text,
        text: '',
        status,
        checkedOn: compiledOn,
        ...(source.startsWith('https://') ? { url: source } : { guides: source.split('; ') }),
      })),
      ...reference.marketClaims.map((claim) => ({ ...claim, title: claim.text, text: '' })),
      { ...regionNote, title: regionNote.text, text: '' },
    ]),
    ...section('pay', money(reference)),
    ...section('industries', reference.industries),
    ...section(
      'trends',
      reference.trends.map((trend) => ({ ...trend, more: trend.action })),
    ),
    ...section('challenges', reference.challenges),
    ...section('principles', reference.principles),
    ...section(
      'companies',
      reference.companyTypes.map(({ good, hard, ...type }) => ({ ...type, text: good, more: hard })),
    ),
    ...section('workplace', reference.workplace),
    ...section('wellbeing', reference.wellbeingTips),
    ...section('education', [
      { ...educationNote, title: educationNote.text, text: '' },
      ...reference.educationPaths,
      ...reference.coursework.map((course) => ({ ...course, text: '' })),
    ]),
    ...section('experience', reference.experienceKinds),
    ...section('language', [
      ...languageChoice.factors.map((factor) => ({ ...factor, guides: languageChoice.guides })),
      ...firstLanguageOrder.steps.map(({ id, title, skills }, index) => ({
        id,
        title: `${index + 1}. ${title}`,
        text: '',
        skills,
        guides: firstLanguageOrder.guides,
      })),
    ]),
    ...section(
      'people',
      reference.softSkills.map((skill) => ({ ...skill, text: '' })),
    ),
    ...section('portfolio', reference.portfolioTips),
    ...section('additions', [{ ...additions, title: additions.text, text: '' }]),
    ...section(
      'questions',
      reference.faq.map(({ question, answer, ...entry }) => ({ ...entry, title: question, text: answer })),
    ),
    ...section(
      'terms',
      reference.glossaryGroups
        .toSorted((a, b) => a.order - b.order)
        .flatMap((group) =>
          reference.glossary
            .filter((term) => term.group === group.id)
            .map(({ id, term, text, skills }) => ({ id, title: term, text, more: group.title, skills })),
        ),
    ),
    ...section(
      'tools',
      reference.tools.flatMap(({ title, items, guides }) =>
        items.map(({ id, name, skill, text }) => ({
          id,
          title: name,
          text: text ?? '',
          more: title,
          skills: [skill],
          guides,
        })),
      ),
    ),
  ];
};
