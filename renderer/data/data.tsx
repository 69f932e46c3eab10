import type { OwnList } from '../../shared/model/list.ts';
import { Answer } from '../parts/answer.tsx';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Facts } from '../ui/facts.tsx';
import { Aside, Columns, Page, PageHead, Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';
import { Copies } from './copies.tsx';
import { Health } from './health.tsx';
import { News } from './news.tsx';
import { Portable } from './portable.tsx';
import { Rescue } from './rescue.tsx';
import { Restored } from './restored.tsx';
import styles from './data.module.css';

export const Data = () => (
  <Answer query={useQuery('lists.list', {})}>{({ lists }) => <DataPage lists={lists} />}</Answer>
);

const DataPage = ({ lists }: Readonly<{ lists: readonly OwnList[] }>) => {
  const news = useQuery('catalogue.news', {}).data?.news ?? null;
  return (
    <Page>
      <PageHead
        title={t('dataRoom.title')}
        lead={t('dataRoom.lead')}
        actions={
          <ButtonLink variant={news ? 'secondary' : 'primary'} href="#/bring">
            {t('dataRoom.bring')}
          </ButtonLink>
        }
      />
      <Columns>
        <div>
          <Restored />
          <Rescue />
          {news && <News news={news} />}
          <Section id="lists" title={t('dataRoom.lists')} {...(lists.length > 0 && { remark: lists.length })}>
            {lists.length > 0 ? <Lists lists={lists} /> : <Empty>{t('dataRoom.listsEmpty')}</Empty>}
          </Section>
        </div>
        <Aside>
          <Copies />
          <Health />
          <Portable />
          <File />
        </Aside>
      </Columns>
    </Page>
  );
};

const Lists = ({ lists }: Readonly<{ lists: readonly OwnList[] }>) => {
  const exportList = useStore((state) => state.exportList);
  return (
    <Rows label={t('dataRoom.lists')}>
      {lists.map(({ category, title, source, skills, topics }) => (
        <Row
          key={category}
          href={`#/skills/in/${encodeURIComponent(category)}`}
          second={[
            t('dataRoom.listSize', { count: skills }),
            t('dataRoom.ticked', topics),
            ...(source === null ? [] : [t('dataRoom.from', { file: source })]),
          ].join(' · ')}
          end={
            <span className={styles.buttons}>
              <Button
                small
                aria-label={t('dataRoom.exportNamed', { title })}
                onClick={() => void exportList(category)}
              >
                {t('dataRoom.export')}
              </Button>
              <ButtonLink
                small
                variant="quiet"
                href={`#/bring/${encodeURIComponent(category)}`}
                aria-label={t('dataRoom.newerNamed', { title })}
              >
                {t('dataRoom.newer')}
              </ButtonLink>
            </span>
          }
        >
          <span dir="auto">{title}</span>
        </Row>
      ))}
    </Rows>
  );
};

const File = () => {
  const { data } = useQuery('app.read', {});
  const showSample = useStore((state) => state.showSample);
  if (!data) return null;
  return (
    <>
      <Section id="file" title={t('dataRoom.file')}>
        <Facts
          items={[
            { term: t('dataRoom.where'), value: <span className={styles.path}>{data.file}</span> },
            { term: t('dataRoom.version'), value: data.version },
          ]}
        />
        <Remark>{t('dataRoom.saved')}</Remark>
      </Section>
      {!data.sample && (
        <Section id="sample" title={t('dataRoom.sample')}>
          <Remark>{t('dataRoom.sampleHint')}</Remark>
          <div className={styles.below}>
            <Button small onClick={() => void showSample(true)}>
              {t('dataRoom.enterSample')}
            </Button>
          </div>
        </Section>
      )}
    </>
  );
};
