import type { CategoryProgress, WeeksBack } from '../../shared/model/insights.ts';
import { wholeChange } from '../format.ts';
import { useQuery } from '../query.ts';
import { DataTable } from '../ui/charts/data-table.tsx';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import styles from './insights.module.css';

type Category = CategoryProgress['categories'][number];

/** Topics known over time, category by category: a table with a small line in each row. */
export const Categories = ({ weeks }: Readonly<{ weeks: WeeksBack }>) => {
  const { data } = useQuery('insights.categories', { weeks });
  if (!data) return null;
  const begun = data.categories.filter(({ known }) => known.some((count) => count > 0));
  const left = data.categories.length - begun.length;
  const most = Math.max(1, ...begun.flatMap(({ known }) => known));
  return (
    <Section id="categories" title={t('insights.categories')} hint={t('insights.categoriesUnit')}>
      {begun.length > 0 && (
        <DataTable
          caption={t('insights.categories')}
          columns={[
            { title: t('insights.category') },
            { title: t('insights.over') },
            { title: t('insights.start'), number: true },
            { title: t('insights.now'), number: true },
            { title: t('insights.change'), number: true },
          ]}
          rows={begun.map((category) => {
            const { id, title, known, total } = category;
            const [then, now] = [known[0]!, known.at(-1)!];
            return {
              key: id,
              cells: [
                title,
                <Spark key="over" known={known} most={most} />,
                then,
                t('insights.ofTotal', { known: now, total }),
                wholeChange(now - then),
              ],
            };
          })}
        />
      )}
      {left > 0 && <p className={styles.note}>{t('insights.otherCategories', { count: left })}</p>}
    </Section>
  );
};

type SparkProps = Readonly<{
  known: Category['known'];
  /** What every line of the table has at its top: of all topics of a category, little is known for long. */
  most: number;
}>;

/** Only the course: the figures stand beside it. */
const Spark = ({ known, most }: SparkProps) => {
  const last = Math.max(1, known.length - 1);
  const path = known.map(
    (count, place) =>
      `${place === 0 ? 'M' : 'L'}${((100 * place) / last).toFixed(1)} ${20 - (20 * count) / most}`,
  );
  return (
    <svg className={styles.spark} viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
      <path d={path.join('')} />
    </svg>
  );
};
