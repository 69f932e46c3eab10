import { useState } from 'react';
import type { DoneMark, Journey as JourneyData, RoadmapStep } from '../../shared/model/journey.ts';
import { percent } from '../format.ts';
import { Answer } from '../parts/answer.tsx';
import { useQuery } from '../query.ts';
import { TextLink } from '../ui/button.tsx';
import { Select } from '../ui/form.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { t } from '../words.ts';
import styles from './journey.module.css';
import { Bar, Ladder } from './ladder.tsx';
import { Marks } from './marks.tsx';

const VIEWS = ['roadmap', 'ladder', 'duties', 'checklists'] as const;
type View = (typeof VIEWS)[number];

/** The way from the first program to leading work, with what of it is done. */
export const Journey = () => {
  const [role, setRole] = useState<string | null>(null);
  const [view, setView] = useState<View>('roadmap');
  return (
    <Answer query={useQuery('journey.read', { role })}>
      {(journey) => (
        <Page>
          <PageHead title={t('journey.title')} lead={t('journey.lead', { role: journey.role.title })} />
          <div className={styles.controls}>
            <Segmented
              label={t('journey.view')}
              value={view}
              options={VIEWS.map((value) => ({ value, label: t(`journey.views.${value}`) }))}
              onChange={setView}
            />
            {(view === 'ladder' || view === 'duties') && <RoleField journey={journey} onChange={setRole} />}
          </div>
          <Part view={view} journey={journey} />
        </Page>
      )}
    </Answer>
  );
};

type RoleFieldProps = Readonly<{ journey: JourneyData; onChange: (role: string) => void }>;

const RoleField = ({ journey, onChange }: RoleFieldProps) => {
  const roles = useQuery('roles.list', {}).data?.roles ?? [journey.role];
  return (
    <Select
      label={t('journey.role')}
      value={journey.role.id}
      options={roles.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={onChange}
    />
  );
};

const Part = ({ view, journey }: Readonly<{ view: View; journey: JourneyData }>) => {
  switch (view) {
    case 'roadmap':
      return (
        <Section id="roadmap" title={t('journey.roadmap')}>
          {journey.roadmap.map((step, index) => (
            <Step key={step.id} step={step} number={index + 1} />
          ))}
        </Section>
      );
    case 'ladder':
      return <Ladder journey={journey} />;
    case 'duties':
      return journey.duties.map(({ id, title, items }) => (
        <List key={id} id={id} title={title || t('journey.common')} items={items} />
      ));
    case 'checklists':
      return (
        <>
          <Section
            id="first-job"
            title={t('journey.firstJob')}
            remark={countOf(journey.firstJob.map(({ mark }) => mark))}
          >
            {journey.firstJob.map(({ title, mark }, index) => (
              <div key={mark.id} className={styles.part}>
                <h3>{`${index + 1}. ${title}`}</h3>
                <Marks marks={[mark]} />
                <SkillLinks mark={mark} />
              </div>
            ))}
          </Section>
          {journey.checklist.map(({ id, title, items }) => (
            <List key={id} id={id} title={title} items={items} />
          ))}
        </>
      );
  }
};

const countOf = (marks: readonly DoneMark[]): string =>
  t('journey.counted', { done: marks.filter(({ doneOn }) => doneOn !== null).length, total: marks.length });

type ListProps = Readonly<{ id: string; title: string; items: readonly DoneMark[] }>;

const List = ({ id, title, items }: ListProps) => (
  <Section id={id} title={title} remark={countOf(items)}>
    <Marks marks={items} />
  </Section>
);

const SkillLinks = ({ mark }: Readonly<{ mark: DoneMark }>) => (
  <p className={styles.head}>
    {mark.skills.map(({ id, name }) => (
      <TextLink key={id} href={`#/skills/${encodeURIComponent(id)}`}>
        {name}
      </TextLink>
    ))}
  </p>
);

/** So many open skills are named. */
const NAMED = 6;

type Logged = RoadmapStep['logged'][number];

const addressOf = ({ kind, id }: Logged): string =>
  kind === 'project' ? `#/projects/${encodeURIComponent(id)}` : '#/experience';

/** Projects, work and education that belong to a step, each with its kind. */
const LoggedLine = ({ logged }: Readonly<{ logged: readonly Logged[] }>) =>
  logged.length === 0 ? (
    <p className={styles.quiet}>{t('journey.noneLogged')}</p>
  ) : (
    <p className={styles.head}>
      <span className={styles.quiet}>{t('journey.logged')}</span>
      {logged.map((entry) => (
        <span key={entry.id}>
          <TextLink href={addressOf(entry)}>
            <bdi>{entry.title}</bdi>
          </TextLink>{' '}
          <span className={styles.quiet}>{t(`journey.kind.${entry.kind}`)}</span>
        </span>
      ))}
    </p>
  );

const Step = ({ step, number }: Readonly<{ step: RoadmapStep; number: number }>) => {
  const { title, summary, covered, proven, open, logged, exits } = step;
  const names = open.slice(0, NAMED).map(({ name }) => name);
  const more = open.length - names.length;
  const list = [...names, ...(more > 0 ? [t('journey.openMore', { count: more })] : [])].join(', ');
  return (
    <div className={styles.part}>
      <h3>{`${number}. ${title}`}</h3>
      <p>{summary}</p>
      <div className={styles.bars}>
        <Bar label={t('journey.covered')} share={covered} text={percent(100 * covered)} />
        <Bar label={t('journey.proven')} share={proven} text={percent(100 * proven)} />
      </div>
      <p className={styles.quiet}>
        {open.length === 0 ? t('journey.allKnown') : t('journey.open', { list })}
      </p>
      <LoggedLine logged={logged} />
      <p className={styles.quiet}>{t('journey.exits')}</p>
      <Marks marks={exits} />
    </div>
  );
};
