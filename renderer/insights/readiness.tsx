import type { RoleProgress, WeeksBack } from '../../shared/model/insights.ts';
import type { RoleRow } from '../../shared/model/role.ts';
import { BARS } from '../../shared/values.ts';
import { fullDate, percent } from '../format.ts';
import { ReadFailed } from '../parts/read-failed.tsx';
import { useQuery } from '../query.ts';
import { DataTable } from '../ui/charts/data-table.tsx';
import { LineChart } from '../ui/charts/line-chart.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { t } from '../words.ts';
import { monthTicks } from './chart-words.ts';
import styles from './insights.module.css';
import { ViewSection } from './view-section.tsx';

/** The three bars of a role over time. */
export const Readiness = ({ role, weeks }: Readonly<{ role: RoleRow; weeks: WeeksBack }>) => {
  const { data, error, retry } = useQuery('insights.role', { role: role.id, weeks });
  if (error) return <ReadFailed error={error} onRetry={retry} />;
  if (!data) return <Skeleton label={t('app.loading')} />;
  return (
    <ViewSection
      id="readiness"
      title={t('insights.readiness')}
      hint={t('insights.readinessUnit')}
      chart={() => <Chart progress={data} />}
      table={() => (
        <DataTable
          caption={labelOf(data)}
          columns={[
            { title: t('insights.date') },
            ...BARS.map((bar) => ({ title: t(`bar.${bar}`), number: true })),
          ]}
          rows={data.points.toReversed().map(({ date, figures }) => ({
            key: date,
            cells: [fullDate(date), ...BARS.map((bar) => percent(figures?.[bar] ?? null))],
          }))}
        />
      )}
    />
  );
};

const labelOf = ({ title, points }: RoleProgress): string =>
  t('insights.readinessLabel', {
    role: title,
    from: fullDate(points[0]!.date),
    to: fullDate(points.at(-1)!.date),
  });

const Chart = ({ progress }: Readonly<{ progress: RoleProgress }>) => {
  const { points, catalogueDates } = progress;
  const dates = points.map(({ date }) => date);
  const marks = catalogueDates.map((taken) => ({
    place: Math.max(
      0,
      dates.findIndex((date) => date >= taken),
    ),
    text: `${t('insights.catalogue')}: ${fullDate(taken)}`,
  }));
  return (
    <>
      <LineChart
        label={labelOf(progress)}
        series={BARS.map((bar) => ({
          tone: bar,
          label: t(`bar.${bar}`),
          values: points.map(({ figures }) => figures?.[bar] ?? null),
        }))}
        titleOf={(place) => fullDate(dates[place]!)}
        ticks={monthTicks(dates)}
        marks={marks}
        format={percent}
      />
      {marks.length > 0 && (
        <p className={styles.note}>{t('insights.catalogueNote', { count: marks.length })}</p>
      )}
    </>
  );
};
