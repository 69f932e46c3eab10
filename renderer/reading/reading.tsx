import { useState } from 'react';
import type { ReadingItem } from '../../shared/model/reading.ts';
import { READING_SECTIONS, type ReadingSection } from '../../shared/values.ts';
import { fullDate } from '../format.ts';
import { Answer } from '../parts/answer.tsx';
import { OwnMarkets } from '../parts/market/own-market.tsx';
import { useQuery } from '../query.ts';
import { TextLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { TextField } from '../ui/form.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Tag } from '../ui/tag.tsx';
import { t } from '../words.ts';
import styles from './reading.module.css';

const TABS = {
  market: ['role', 'signs', 'moves', 'claims', 'pay', 'industries'],
  trends: ['trends', 'challenges', 'principles'],
  work: ['companies', 'workplace', 'wellbeing'],
  ways: ['education', 'experience', 'language', 'people', 'portfolio', 'additions'],
  questions: ['questions'],
  terms: ['terms', 'tools'],
} as const satisfies Readonly<Record<string, readonly ReadingSection[]>>;
type Tab = keyof typeof TABS;
const tabs = Object.keys(TABS) as Tab[];

const tabOf = (section: string): Tab =>
  tabs.find((tab) => TABS[tab].some((one: ReadingSection) => one === section)) ?? 'market';

type ReadingProps = Readonly<{
  section?: string;
  /** The text that the address leads to. */
  item?: string;
}>;

/** Claims, trends, work, questions and terms, as the guides give them. The address names the part that is open. */
export const Reading = ({ section = 'claims', item }: ReadingProps) => {
  const tab = tabOf(section);
  const query = useQuery('reading.list', {
    sections: READING_SECTIONS.filter((one) => TABS[tab].some((shown) => shown === one)),
  });
  return (
    <Answer query={query}>
      {({ sections }) => <Part key={tab} tab={tab} sections={sections} arrival={item ?? null} />}
    </Answer>
  );
};

type PartProps = Readonly<{
  tab: Tab;
  arrival: string | null;
  sections: readonly Readonly<{ section: ReadingSection; items: readonly ReadingItem[] }>[];
}>;

const Part = ({ tab, sections, arrival }: PartProps) => {
  const [typed, setTyped] = useState('');
  const kept = sections
    .map(({ section, items }) => ({
      section,
      isOwn: items.every(hasNoSource),
      items: items.filter((item) => holds(item, typed)),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <Page>
      <PageHead title={t('reading.title')} lead={t('reading.lead')} />
      <div className={styles.tabs}>
        <Segmented
          label={t('reading.parts')}
          value={tab}
          options={tabs.map((value) => ({ value, label: t(`reading.tabs.${value}`) }))}
          onChange={(value) => {
            location.hash = `/reading/${TABS[value][0]}`;
          }}
        />
      </div>
      <div className={styles.filter}>
        <TextField label={t('reading.filter')} type="search" value={typed} onChange={setTyped} />
      </div>
      {kept.length === 0 && <Empty>{t('reading.none', { typed })}</Empty>}
      {kept.map(({ section, isOwn, items }) => (
        <Section
          key={section}
          id={section}
          title={t(`reading.sections.${section}`)}
          {...(isOwn && { hint: t('reading.noSource') })}
          remark={items.length}
        >
          <ul className={styles.items}>
            {items.map((item) => (
              <Item
                key={item.id}
                item={item}
                isGrouped={section === 'terms' || section === 'tools'}
                isSaid={isOwn}
                isArrival={item.id === arrival}
              />
            ))}
          </ul>
        </Section>
      ))}
      {tab === 'market' && <OwnMarkets />}
    </Page>
  );
};

const holds = ({ title, text, more, skills }: ReadingItem, typed: string): boolean => {
  const wanted = typed.trim().toLowerCase();
  return [title, text, more ?? '', ...skills.map(({ name }) => name)].some((part) =>
    part.toLowerCase().includes(wanted),
  );
};

/** Nobody else said it, and nothing was looked up. */
const hasNoSource = ({ sources, url, checkedOn }: ReadingItem): boolean =>
  sources.length === 0 && url === null && checkedOn === null;

type ItemProps = Readonly<{
  item: ReadingItem;
  /** The second text names a group: it stands with the links. */
  isGrouped: boolean;
  /** The head of the section says already that it has no source. */
  isSaid: boolean;
  isArrival: boolean;
}>;

const Item = ({ item, isGrouped, isSaid, isArrival }: ItemProps) => {
  const { id, title, text, more, status, skills, roles, url, checkedOn } = item;
  return (
    <li id={id} tabIndex={-1} data-arrival={isArrival || undefined}>
      <p className={styles.title}>
        {title} {status !== null && <Tag>{status}</Tag>}
      </p>
      {text !== '' && <p>{text}</p>}
      {more !== null && !isGrouped && <p className={styles.more}>{more}</p>}
      {(skills.length + roles.length > 0 || isGrouped) && (
        <p className={styles.links}>
          {isGrouped && <span className={styles.group}>{more}</span>}
          {roles.map(({ id: role, name }) => (
            <TextLink key={role} href={`#/roles/${encodeURIComponent(role)}`}>
              {name}
            </TextLink>
          ))}
          {skills.map(({ id: skill, name }) => (
            <TextLink key={skill} href={`#/skills/${encodeURIComponent(skill)}`}>
              {name}
            </TextLink>
          ))}
        </p>
      )}
      {!isSaid && (
        <p className={styles.source}>
          {sourceOf(item)}
          {url !== null && (
            <>
              {' '}
              <TextLink href={url} target="_blank" rel="noreferrer">
                {new URL(url).hostname}
              </TextLink>
            </>
          )}
          {checkedOn !== null && ` (${t('reading.checked', { date: fullDate(checkedOn) })})`}
        </p>
      )}
    </li>
  );
};

const sourceOf = ({ sources, url }: ReadingItem): string => {
  if (sources.length > 0) return t('reading.source', { list: sources.join('; ') });
  return url === null ? t('reading.noSource') : `${t('reading.page')}:`;
};
