import type { CatalogueChange, FactChange } from '../../shared/model/catalogue-news.ts';
import type { CertificationFacts, Proof } from '../../shared/model/certification-facts.ts';
import type { CertificationLevel, Level } from '../../shared/values.ts';
import { fullDate } from '../format.ts';
import { t } from '../words.ts';
import styles from './data.module.css';

/** The facts that would change, each with what it says now where it said something. */
export const FactChanges = ({ facts }: Pick<CatalogueChange, 'facts'>) =>
  facts.length > 0 && (
    <ul className={styles.facts}>
      {facts.map((change) => (
        <li key={`${change.fact} ${change.of ?? ''} ${JSON.stringify(change.before ?? change.now)}`}>
          <Fact {...change} />
        </li>
      ))}
    </ul>
  );

const Fact = (change: FactChange) => {
  const { before, now } = change;
  const fact = labelOf(change);
  if (isThere(change) && now === null) return t('news.factGone', { fact, before: valueText(change, before) });
  if (isThere(change) && before === null) return t('news.factNew', { fact, now: valueText(change, now) });
  return (
    <>
      {t('news.fact', { fact, now: valueText(change, now) })}{' '}
      <span className={styles.before}>{t('news.was', { name: valueText(change, before) })}</span>
    </>
  );
};

/** Where null is "not there": elsewhere it is "not known". */
const isThere = ({ fact, of }: FactChange): boolean =>
  (of !== null && fact !== 'proof') || LISTS.includes(fact);

const LISTS: readonly string[] = ['skills', 'certifications', 'projects', 'duties', 'aliases'];

const labelOf = ({ fact, of }: FactChange): string => {
  if (of === null) return t(`news.facts.${fact}`);
  const about = fact === 'proof' ? t(`news.facts.${of as FactChange['fact']}`) : of;
  return t('news.factOf', { fact: t(`news.facts.${fact}`), of: about });
};

/** Values that are told by a word, a unit or a date. */
const worded: Partial<Record<FactChange['fact'], (value: string | number) => string>> = {
  entry: (value) => t(`level.${value as Level}`),
  level: (value) => t(`certs.levels.${value as CertificationLevel}`),
  status: (value) => t(`certFacts.statuses.${value as CertificationFacts['status']}`),
  weightsKind: (value) => t(`certFacts.weightKinds.${value as CertificationFacts['weightsKind']}`),
  proof: (value) => t(`cert.proofs.${value as Proof}`),
  domains: (value) => t('figure.percent', { value }),
  retiredOn: (value) => fullDate(String(value)),
};

/** A value in the words that the other screens use for it. */
const valueText = ({ fact }: FactChange, value: FactChange['now']): string => {
  if (value === null || value === '') return t('cert.notKnown');
  if (typeof value === 'boolean') return t(value ? 'news.yes' : 'news.no');
  if (typeof value === 'object') {
    const { level, weight, stage } = value;
    return t('news.requirement', { level: t(`level.${level}`), weight, stage: t(`stage.${stage}`) });
  }
  const word = worded[fact];
  return word ? word(value) : String(value);
};
