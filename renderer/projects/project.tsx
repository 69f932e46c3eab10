import { lazy, Suspense, useState } from 'react';
import type { ProjectDetail } from '../../shared/model/project.ts';
import { PROJECT_STATUSES } from '../../shared/values.ts';
import { fullDate } from '../format.ts';
import { Answer } from '../parts/answer.tsx';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button, TextLink } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';
import { Select } from '../ui/form.tsx';
import { Aside, Columns, Page, PageHead, Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';
import { DoneList } from './done-list.tsx';
import { Look } from './look.tsx';
import { Pictures } from './pictures.tsx';
import { shippedWord } from './project-words.ts';
import { ProofSection } from './proof-section.tsx';
import styles from './project.module.css';

const ProjectDialog = lazy(async () => ({ default: (await import('./project-dialog.tsx')).ProjectDialog }));
const HistoryList = lazy(async () => ({
  default: (await import('../parts/history/history-list.tsx')).HistoryList,
}));

export const Project = ({ id }: Readonly<{ id: string }>) => (
  <Answer query={useQuery('projects.read', { project: id })}>
    {(project) => <ProjectPage project={project} />}
  </Answer>
);

const ProjectPage = ({ project }: Readonly<{ project: ProjectDetail }>) => {
  const [isEditing, setEditing] = useState(false);
  const send = useStore((state) => state.send);
  const { id, title, brief, status, part, result, notes, proves } = project;
  const shipped = shippedWord(project, proves);
  const remove = async (): Promise<void> => {
    if (await send('projects.remove', { project: id }, { undoable: true })) location.hash = '/projects';
  };
  return (
    <Page>
      <PageHead
        crumbs={{ label: t('app.crumbs'), items: [{ text: t('project.title'), href: '#/projects' }] }}
        title={title}
        {...(brief !== '' && { lead: <span dir="auto">{brief}</span> })}
        actions={
          <>
            <Button variant="quiet" onClick={() => void remove()}>
              {t('project.remove')}
            </Button>
            <Button variant="primary" onClick={() => setEditing(true)}>
              {t('project.edit')}
            </Button>
          </>
        }
      />
      <Columns>
        <div>
          <div className={styles.status}>
            <Select
              label={t('project.statusField')}
              value={status}
              options={PROJECT_STATUSES.map((value) => ({ value, label: t(`project.status.${value}`) }))}
              {...(shipped !== null && { hint: shipped })}
              onChange={(next) => void send('projects.move', { project: id, status: next, before: null })}
            />
          </div>
          <DoneList project={project} />
          {(['part', 'result', 'notes'] as const).map((field) => {
            const text = { part, result, notes }[field];
            if (text === '') return null;
            return (
              <Section key={field} id={field} title={t(`project.${field}`)}>
                <p className={styles.text} dir="auto">
                  {text}
                </p>
              </Section>
            );
          })}
          <Pictures project={project} />
          <Look project={project} />
          <Section id="history" title={t('project.history')}>
            <Suspense>
              <HistoryList subject={{ kind: 'project', id }} />
            </Suspense>
          </Section>
        </div>
        <Aside>
          <div>
            <Section id="record" title={t('project.record')}>
              <div className={styles.below}>
                <Record project={project} />
              </div>
            </Section>
          </div>
          <div>
            <ProofSection project={project} />
          </div>
        </Aside>
      </Columns>
      <Suspense>
        {isEditing && <ProjectDialog project={project} onClose={() => setEditing(false)} />}
      </Suspense>
    </Page>
  );
};

const Record = ({ project }: Readonly<{ project: ProjectDetail }>) => {
  const { kind, startedOn, finishedOn, repository, demo, folder, tags, template, namedBy } = project;
  const day = (date: string | null): string => (date === null ? t('project.none') : fullDate(date));
  const address = (url: string | null) =>
    url === null ? (
      t('project.none')
    ) : (
      <TextLink href={url} target="_blank" rel="noreferrer" dir="ltr">
        {url.replace(/^https?:\/\//, '')}
      </TextLink>
    );
  return (
    <div className={styles.facts}>
      <Facts
        items={[
          { term: t('project.kindField'), value: t(`project.kind.${kind}`) },
          { term: t('project.started'), value: day(startedOn) },
          { term: t('project.finishedOn'), value: day(finishedOn) },
          { term: t('project.repository'), value: address(repository) },
          { term: t('project.demo'), value: address(demo) },
          ...(folder === null ? [] : [{ term: t('project.folder'), value: <span dir="ltr">{folder}</span> }]),
          ...(tags.length === 0 ? [] : [{ term: t('project.tags'), value: <span>{tags.join(', ')}</span> }]),
        ]}
      />
      {template && (
        <Remark>{t('project.from', { title: template.title, hours: template.estimatedHours })}</Remark>
      )}
      {namedBy.length > 0 && (
        <Rows label={t('project.namedBy')}>
          {namedBy.map((entry) => (
            <Row
              key={entry.id}
              href={`#/experience/${encodeURIComponent(entry.id)}`}
              second={t('project.namedBy')}
            >
              <span dir="auto">{entry.title}</span>
            </Row>
          ))}
        </Rows>
      )}
    </div>
  );
};
