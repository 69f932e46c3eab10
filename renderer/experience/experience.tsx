import { Pencil, Plus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { Experience as Entry } from '../../shared/model/experience.ts';
import { EXPERIENCE_AREAS, type ExperienceArea } from '../../shared/values.ts';
import { monthSpan } from '../format.ts';
import { Answer } from '../parts/answer.tsx';
import { Proves } from '../parts/proof/proves.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button, IconButton, TextLink } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import styles from './experience.module.css';

const HistoryList = lazy(async () => ({
  default: (await import('../parts/history/history-list.tsx')).HistoryList,
}));
const ExperienceDialog = lazy(async () => ({
  default: (await import('./experience-dialog.tsx')).ExperienceDialog,
}));

type Read = Output<'experience.list'>;
/** An entry that is being changed, or a new one: of an area, or of an education. */
export type Asked =
  | { readonly entry: Entry }
  | { readonly area: ExperienceArea; readonly parent: Entry | null };

const words = {
  work: { title: 'experience.work', empty: 'experience.emptyWork', add: 'experience.addWork' },
  education: {
    title: 'experience.education',
    empty: 'experience.emptyEducation',
    add: 'experience.addEducation',
  },
} as const;

type ExperienceProps = Readonly<{
  /** The entry that the address names. */
  place?: string;
}>;

export const Experience = ({ place }: ExperienceProps) => (
  <Answer query={useQuery('experience.list', {})}>
    {(read) => <ExperiencePage read={read} place={place} />}
  </Answer>
);

const ExperiencePage = ({ read, place }: Readonly<{ read: Read; place: string | undefined }>) => {
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <Page>
      <PageHead
        crumbs={{ label: t('app.crumbs'), items: [{ text: t('project.title'), href: '#/projects' }] }}
        title={t('experience.title')}
        lead={t('experience.lead')}
      />
      {EXPERIENCE_AREAS.map((area) => {
        const own = read.entries.filter((entry) => entry.area === area);
        return (
          <Section
            key={area}
            id={area}
            title={t(words[area].title)}
            action={
              <Button
                small
                variant="quiet"
                icon={<Plus aria-hidden="true" />}
                onClick={() => setAsked({ area, parent: null })}
              >
                {t(words[area].add)}
              </Button>
            }
          >
            {own.length === 0 && <Empty>{t(words[area].empty)}</Empty>}
            <ul>
              {own.map((entry) => (
                <EntryRow key={entry.id} entry={entry} arrived={entry.id === place} onAsk={setAsked} />
              ))}
            </ul>
          </Section>
        );
      })}
      <Suspense>
        {asked && <ExperienceDialog asked={asked} kinds={read.kinds} onClose={() => setAsked(null)} />}
      </Suspense>
    </Page>
  );
};

type EntryRowProps = Readonly<{ entry: Entry; arrived: boolean; onAsk: (asked: Asked) => void }>;

const EntryRow = ({ entry, arrived, onAsk }: EntryRowProps) => {
  const [isOpen, setOpen] = useState(false);
  const send = useStore((state) => state.send);
  const { id, area, parent, kind, title, organisation, started, ended, did, links, shows, projects } = entry;
  return (
    <li className={styles.entry} data-course={parent !== null || undefined}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h3 dir="auto" tabIndex={-1} data-arrival={arrived || undefined}>
            {title}
          </h3>
          <p className={styles.facts}>
            {[kind.title, ...(organisation === '' ? [] : [organisation]), monthSpan(started, ended)].join(
              ' · ',
            )}
          </p>
        </div>
        {area === 'education' && parent === null && (
          <Button
            small
            variant="quiet"
            aria-label={t('experience.addCourseTo', { title })}
            onClick={() => onAsk({ area, parent: entry })}
          >
            {t('experience.addCourse')}
          </Button>
        )}
        <IconButton
          small
          label={t('experience.edit', { title })}
          icon={<Pencil aria-hidden="true" />}
          onClick={() => onAsk({ entry })}
        />
        <IconButton
          small
          label={t('experience.remove', { title })}
          icon={<Trash2 aria-hidden="true" />}
          onClick={() => void send('experience.remove', { experience: id }, { undoable: true })}
        />
      </div>
      {did !== '' && (
        <p className={styles.did} dir="auto">
          {did}
        </p>
      )}
      {links.map(({ url }) => (
        <p key={url}>
          <TextLink href={url} target="_blank" rel="noreferrer" dir="ltr">
            {url}
          </TextLink>
        </p>
      ))}
      {projects.length > 0 && (
        <p className={styles.facts}>
          {t('experience.withProject', { titles: projects.map((project) => project.title).join(', ') })}
        </p>
      )}
      {shows.length > 0 && (
        <>
          <p className={styles.facts}>
            {t('experience.shows', {
              skills: shows
                .map(({ name, level }) =>
                  t('experience.skillAt', { skill: name, level: t(`level.${level}`) }),
                )
                .join(', '),
            })}
          </p>
          <Disclosure label={t('proof.roles')} open={isOpen} onToggle={() => setOpen(!isOpen)}>
            <Proves proves={entry.proves} finished />
          </Disclosure>
        </>
      )}
      <Past entry={entry} />
    </li>
  );
};

/** Read only once it is opened. */
const Past = ({ entry: { id, title } }: Readonly<{ entry: Entry }>) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure
      label={t('experience.past')}
      name={t('experience.pastOf', { title })}
      open={isOpen}
      onToggle={() => setOpen(!isOpen)}
    >
      <Suspense>
        <HistoryList subject={{ kind: 'experience', id }} />
      </Suspense>
    </Disclosure>
  );
};
