import type { Portfolio as Shown, PortfolioProject, PortfolioShown } from '../../shared/model/portfolio.ts';
import { LENGTHS } from '../../shared/values.ts';
import { fullDate, monthSpan } from '../format.ts';
import { Answer } from '../parts/answer.tsx';
import { ReadFailed } from '../parts/read-failed.tsx';
import { Remark } from '../parts/remark.tsx';
import { useKeptFields, type KeptFields } from '../parts/use-kept-fields.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button, ButtonLink, TextLink } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { Empty } from '../ui/empty.tsx';
import { TextField } from '../ui/form.tsx';
import { Aside, Columns, Page, PageHead, Section } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { t } from '../words.ts';
import styles from './portfolio.module.css';

/** What others may see, with what goes into the file beside it. */
export const Portfolio = () => (
  <Answer query={useQuery('portfolio.chosen', {})}>{(chosen) => <PortfolioPage chosen={chosen} />}</Answer>
);

const PortfolioPage = ({ chosen }: Readonly<{ chosen: PortfolioShown }>) => {
  const send = useStore((state) => state.send);
  const fields = useKeptFields(
    'portfolio.chosen',
    {},
    chosen,
    async ({ without, ...typed }, outlivesPage) =>
      (await send('portfolio.choose', { ...typed, without: [...without] }, { outlivesPage })) !== null,
  );
  const { name, headline, without, ...also } = fields.value;
  const all = useQuery('portfolio.read', { without: [], ...also });
  const savePortfolio = useStore((state) => state.savePortfolio);
  const shipped = all.data?.projects ?? [];
  const shown = all.data && {
    ...all.data,
    projects: shipped.filter(({ id }) => !without.includes(id)),
  };
  const saveAs = (format: 'html' | 'markdown'): void =>
    void savePortfolio({ format, name, headline, ...also, without: [...without] });
  const isEmpty = all.data !== undefined && shipped.length === 0;
  return (
    <Page>
      <PageHead
        crumbs={{ label: t('app.crumbs'), items: [{ text: t('project.title'), href: '#/projects' }] }}
        title={t('portfolio.title')}
        lead={t('portfolio.lead')}
        actions={
          !isEmpty && (
            <>
              <Button onClick={() => saveAs('markdown')}>{t('portfolio.markdown')}</Button>
              <Button variant="primary" onClick={() => saveAs('html')}>
                {t('portfolio.html')}
              </Button>
            </>
          )
        }
      />
      {all.error && !shown && <ReadFailed error={all.error} onRetry={all.retry} />}
      {!all.error && !shown && <Skeleton label={t('app.loading')} />}
      {isEmpty && (
        <Empty actions={<ButtonLink href="#/projects">{t('portfolio.toProjects')}</ButtonLink>}>
          {t('portfolio.empty')}
        </Empty>
      )}
      {shown && !isEmpty && (
        <Columns>
          <Section id="preview" title={t('portfolio.preview')}>
            <div className={styles.whose}>
              <p dir="auto">{name.trim() || t('portfolio.title')}</p>
              {headline.trim() !== '' && <p dir="auto">{headline.trim()}</p>}
            </div>
            <Preview shown={shown} />
          </Section>
          <Aside>
            <Include fields={fields} />
            <Section id="which" title={t('portfolio.projects')}>
              <div className={styles.choices}>
                {shipped.map(({ id, title }) => (
                  <Checkbox
                    key={id}
                    label={<span dir="auto">{title}</span>}
                    checked={!without.includes(id)}
                    onChange={(checked) => {
                      fields.change({
                        without: checked ? without.filter((other) => other !== id) : [...without, id],
                      });
                      void fields.flush();
                    }}
                  />
                ))}
              </div>
              <Remark>{t('portfolio.saveHint')}</Remark>
            </Section>
          </Aside>
        </Columns>
      )}
    </Page>
  );
};

const Include = ({ fields }: Readonly<{ fields: KeptFields<PortfolioShown> }>) => {
  const { value, change, flush } = fields;
  return (
    <Section id="head" title={t('portfolio.include')}>
      <div className={styles.choices}>
        <TextField
          label={t('portfolio.name')}
          value={value.name}
          onChange={(name) => change({ name })}
          onBlur={() => void flush()}
          maxLength={LENGTHS.line}
          autoComplete="name"
        />
        <TextField
          label={t('portfolio.headline')}
          value={value.headline}
          onChange={(headline) => change({ headline })}
          onBlur={() => void flush()}
          maxLength={LENGTHS.line}
        />
        {(['experience', 'notes', 'folders'] as const).map((field) => (
          <Checkbox
            key={field}
            label={t(`portfolio.${field}`)}
            checked={value[field]}
            onChange={(checked) => {
              change({ [field]: checked });
              void flush();
            }}
          />
        ))}
      </div>
    </Section>
  );
};

const Preview = ({ shown }: Readonly<{ shown: Shown }>) => (
  <>
    {shown.projects.map((project) => (
      <Project key={project.id} project={project} />
    ))}
    {shown.experience.map(({ id, title, kind, organisation, started, ended, did }) => (
      <article key={id} className={styles.article}>
        <h3 dir="auto">{title}</h3>
        <p className={styles.facts}>
          {[kind, organisation, monthSpan(started, ended)].filter((part) => part !== '').join(' · ')}
        </p>
        <p dir="auto">{did}</p>
      </article>
    ))}
  </>
);

const Project = ({ project }: Readonly<{ project: PortfolioProject }>) => {
  const { title, kind, finishedOn, brief, part, result, repository, demo, skills, pictures, notes, folder } =
    project;
  return (
    <article className={styles.article}>
      <h3 dir="auto">{title}</h3>
      <p className={styles.facts}>{[t(`project.kind.${kind}`), fullDate(finishedOn)].join(' · ')}</p>
      {[result, brief, part, notes, folder ?? ''].map(
        (text, index) =>
          text !== '' && (
            <p key={index} dir="auto">
              {text}
            </p>
          ),
      )}
      {pictures.map(({ id, caption }) => (
        <Picture key={id} id={id} caption={caption} />
      ))}
      <p className={styles.facts}>
        {skills
          .map(({ name, level }) => t('experience.skillAt', { skill: name, level: t(`level.${level}`) }))
          .join(', ')}
      </p>
      {[repository, demo].map(
        (url) =>
          url !== null && (
            <p key={url}>
              <TextLink href={url} target="_blank" rel="noreferrer" dir="ltr">
                {url}
              </TextLink>
            </p>
          ),
      )}
    </article>
  );
};

const Picture = ({ id, caption }: Readonly<{ id: string; caption: string }>) => {
  const { data } = useQuery('projects.picture', { picture: id });
  return data ? <img className={styles.picture} src={data.image} alt={caption} /> : null;
};
