import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ProjectRow } from '../../shared/model/project.ts';
import { PROJECT_STATUSES } from '../../shared/values.ts';
import { localToday } from '../clock.ts';
import { Answer } from '../parts/answer.tsx';
import { useQuery } from '../query.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { t } from '../words.ts';
import { Board } from './board.tsx';
import { NewProject } from './new-project.tsx';
import { hrefOf, standingOf } from './project-words.ts';

type View = 'list' | 'board';

export const Projects = ({ view }: Readonly<{ view: View }>) => (
  <Answer query={useQuery('projects.list', {})}>
    {({ projects }) => <ProjectsPage projects={projects} view={view} />}
  </Answer>
);

type ProjectsPageProps = Readonly<{ projects: readonly ProjectRow[]; view: View }>;

const ProjectsPage = ({ projects, view }: ProjectsPageProps) => {
  const [isNew, setNew] = useState(false);
  const finished = projects.filter((project) => project.finished).length;
  const isEmpty = projects.length === 0;
  return (
    <Page>
      <PageHead
        title={t('project.title')}
        lead={isEmpty ? t('project.lead') : t('project.leadSome', { count: projects.length, finished })}
        actions={
          <>
            {!isEmpty && (
              <Segmented
                label={t('project.view')}
                value={view}
                options={[
                  { value: 'list', label: t('project.list') },
                  { value: 'board', label: t('project.board') },
                ]}
                onChange={(next) => {
                  location.hash = next === 'list' ? '/projects' : '/projects/board';
                }}
              />
            )}
            <ButtonLink href="#/portfolio">{t('project.portfolio')}</ButtonLink>
            <ButtonLink href="#/experience">{t('project.experience')}</ButtonLink>
            <ButtonLink href="#/projects/templates">{t('project.templates')}</ButtonLink>
            <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => setNew(true)}>
              {t('project.new')}
            </Button>
          </>
        }
      />
      {isEmpty && <Empty>{t('project.empty')}</Empty>}
      {!isEmpty && (view === 'board' ? <Board projects={projects} /> : <List projects={projects} />)}
      {isNew && <NewProject template={null} onClose={() => setNew(false)} />}
    </Page>
  );
};

const List = ({ projects }: Readonly<{ projects: readonly ProjectRow[] }>) => {
  const today = localToday();
  return PROJECT_STATUSES.map((status) => {
    const own = projects.filter((project) => project.status === status);
    if (own.length === 0) return null;
    return (
      <Section key={status} id={status} title={t(`project.status.${status}`)} remark={own.length}>
        <Rows label={t(`project.status.${status}`)}>
          {own.map((project) => (
            <Row
              key={project.id}
              href={hrefOf(project.id)}
              second={standingOf(project, today)}
              end={t(`project.kind.${project.kind}`)}
            >
              <span dir="auto">{project.title}</span>
            </Row>
          ))}
        </Rows>
      </Section>
    );
  });
};
