import { workWeeks } from '../../shared/rules/work-weeks.ts';
import { fullDate } from '../format.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { BarChart } from '../ui/charts/bar-chart.tsx';
import { DataTable } from '../ui/charts/data-table.tsx';
import { t } from '../words.ts';
import { amountIn } from './amounts.ts';
import { monthTicks } from './chart-words.ts';
import { ViewSection } from './view-section.tsx';

const WEEKS = 12;

/** The last weeks beside the person's own target, where there is one. */
export const Weeks = () => {
  const { data } = useQuery('insights.days', {});
  const { firstDayOfWeek, weeklyTarget } = useStore(({ settings }) => settings);
  if (!data) return null;
  const weeks = workWeeks(data.days, { today: data.today, firstDayOfWeek, count: WEEKS });
  const unit = weeklyTarget?.unit ?? 'topics';
  const label = t('insights.weeklyLabel', {
    unit: t(unit === 'days' ? 'insights.unitDays' : 'insights.unitTopics'),
    weeks: WEEKS,
  });
  return (
    <ViewSection
      id="weeks"
      title={t('insights.weekly')}
      hint={t(unit === 'days' ? 'insights.unitDays' : 'insights.unitTopics')}
      chart={() => (
        <BarChart
          label={label}
          values={weeks.map((week) => week[unit])}
          titleOf={(place) => t('insights.weekOf', { date: fullDate(weeks[place]!.from) })}
          format={(value) => amountIn(unit, value)}
          ticks={monthTicks(weeks.map(({ from }) => from))}
          goal={
            weeklyTarget && {
              value: weeklyTarget.count,
              text: t('insights.goal', { amount: amountIn(unit, weeklyTarget.count) }),
            }
          }
        />
      )}
      table={() => (
        <DataTable
          caption={label}
          columns={[
            { title: t('insights.week') },
            { title: t('insights.unitDays'), number: true },
            { title: t('insights.unitTopics'), number: true },
          ]}
          rows={weeks.toReversed().map(({ from, days, topics }) => ({
            key: from,
            cells: [fullDate(from), days, topics],
          }))}
        />
      )}
    />
  );
};
