import { lazy, Suspense, useState } from 'react';
import type { ProjectTemplate } from '../../shared/model/project.ts';
import { tenths } from '../format.ts';
import { Answer } from '../parts/answer.tsx';
import { useQuery } from '../query.ts';
import { Button, TextLink } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Empty } from '../ui/empty.tsx';
import { Select } from '../ui/form.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { t } from '../words.ts';
import { hrefOf } from './project-words.ts';
import { keptBy, noFilter, optionsOf, type TemplateFilter } from './template-filter.ts';
import styles from './templates.module.css';

const NewProject = lazy(async () => ({ default: (await import('./new-project.tsx')).NewProject }));

export const Templates = () => (
  <Answer query={useQuery('projects.templates', {})}>
    {({ templates }) => <TemplatesPage templates={templates} />}
  </Answer>
);

const TemplatesPage = ({ templates }: Readonly<{ templates: readonly ProjectTemplate[] }>) => {
  const [filter, setFilter] = useState<TemplateFilter>(noFilter);
  const [begun, setBegun] = useState<ProjectTemplate | null>(null);
  const kept = templates.filter((template) => keptBy(filter, template));
  const options = optionsOf(templates);
  const field = (name: 'role' | 'difficulty' | 'skill') => (
    <Select
      label={t(`templates.${name}`)}
      value={filter[name]}
      options={[{ value: '', label: t('templates.any') }, ...options[name]]}
      onChange={(value) => setFilter({ ...filter, [name]: value })}
    />
  );
  return (
    <Page>
      <PageHead
        crumbs={{ label: t('app.crumbs'), items: [{ text: t('project.title'), href: '#/projects' }] }}
        title={t('templates.title')}
        lead={t('templates.lead', { count: templates.length })}
      />
      <div role="group" aria-label={t('templates.filters')} className={styles.filters}>
        {field('role')}
        {field('difficulty')}
        {field('skill')}
        <Checkbox
          label={t('templates.ready')}
          hint={t('templates.readyHint')}
          checked={filter.ready}
          onChange={(ready) => setFilter({ ...filter, ready })}
        />
      </div>
      <p role="status" className={styles.count}>
        {t('templates.count', { count: kept.length })}
      </p>
      {kept.length === 0 && <Empty>{t('templates.none')}</Empty>}
      <ul>
        {kept.map((template) => (
          <Template key={template.id} template={template} onBegin={() => setBegun(template)} />
        ))}
      </ul>
      <Suspense>{begun && <NewProject template={begun} onClose={() => setBegun(null)} />}</Suspense>
    </Page>
  );
};

type TemplateProps = Readonly<{ template: ProjectTemplate; onBegin: () => void }>;

const Template = ({ template, onBegin }: TemplateProps) => {
  const [isOpen, setOpen] = useState(false);
  const { title, brief, difficulty, estimatedHours, gains, missing, projects } = template;
  const moved = gains.filter(({ points }) => points > 0);
  return (
    <li className={styles.template}>
      <div>
        <h2>{title}</h2>
        <p>{brief}</p>
        <p className={styles.facts}>
          {[difficulty.title, t('templates.hours', { count: estimatedHours })].join(' · ')}
        </p>
        {moved.length > 0 && (
          <p className={styles.gain}>
            {moved
              .map(({ title: name, points }) =>
                t('templates.gain', { role: name, points: tenths(10 * points) }),
              )
              .join(' · ')}
          </p>
        )}
        {missing.length > 0 && (
          <p className={styles.facts}>
            {t('templates.missing', { skills: missing.map(({ name }) => name).join(', ') })}
          </p>
        )}
        {projects.length > 0 && (
          <p className={styles.facts}>
            {t('templates.begun')}
            {projects.map(({ id, title: own }) => (
              <TextLink key={id} href={hrefOf(id)}>
                {own}
              </TextLink>
            ))}
          </p>
        )}
        <Disclosure label={t('templates.details')} open={isOpen} onToggle={() => setOpen(!isOpen)}>
          <Details template={template} />
        </Disclosure>
      </div>
      <Button aria-label={t('templates.beginNamed', { title })} onClick={onBegin}>
        {t('templates.begin')}
      </Button>
    </li>
  );
};

const Details = ({ template }: Readonly<{ template: ProjectTemplate }>) => {
  const { skills, choices, items, common, stretchGoals } = template;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [
      t('templates.shows'),
      [
        ...skills.map(({ name, level }) => `${name} (${t(`level.${level}`)})`),
        ...choices.map(
          ({ title, level }) => `${t('templates.chooseOne', { title })} (${t(`level.${level}`)})`,
        ),
      ],
    ],
    [t('templates.items'), [...items.map(({ text }) => text), ...common]],
    [t('templates.stretch'), stretchGoals],
  ];
  return (
    <div className={styles.details}>
      {lists.map(([title, lines]) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
};
