import type { DayOfWork, WorkDays as Worked } from '../../shared/model/insights.ts';
import { epochDay } from '../../shared/rules/days.ts';
import { weekStart } from '../../shared/rules/work-weeks.ts';
import { fullDate, longDay, monthName, weekday } from '../format.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { DataTable } from '../ui/charts/data-table.tsx';
import { Heatmap } from '../ui/charts/heatmap.tsx';
import { Empty } from '../ui/empty.tsx';
import { t } from '../words.ts';
import { daysUpTo } from './chart-words.ts';
import { ViewSection } from './view-section.tsx';

/** From so many things on, a day has the fullest shade. */
const FULL = 8;
const WEEK = 7;

const amountOf = ({ topics, reviews, proofs }: DayOfWork): number => topics + reviews + proofs;

const worded = (amount: number): string =>
  amount === 0 ? t('insights.workNone') : t('insights.work', { count: amount });

/** The heatmap of days on which something was done. */
export const WorkDays = ({ weeks }: Readonly<{ weeks: number }>) => {
  const { data } = useQuery('insights.days', {});
  const first = useStore(({ settings }) => settings.firstDayOfWeek);
  if (!data) return null;
  const start = weekStart(epochDay(data.today), first) - WEEK * (weeks - 1);
  const dates = daysUpTo(data.today, epochDay(data.today) - start + 1);
  const byDate = new Map(data.days.map((day) => [day.date, day]));
  const values = dates.map((date) => {
    const day = byDate.get(date);
    return day ? amountOf(day) : 0;
  });
  const active = values.filter((value) => value > 0).length;
  const shown = data.days.filter(({ date }) => date >= dates[0]!).toReversed();
  const from = begun(data);
  const label = t('insights.daysLabel', { weeks, count: active });
  return (
    <ViewSection
      id="work"
      title={t('insights.days')}
      {...(from !== null && { hint: hintOf(active, dates, from) })}
      chart={() => (
        <Heatmap
          label={label}
          values={values}
          full={FULL}
          titleOf={(place) => longDay(dates[place]!)}
          format={worded}
          rows={dates.slice(0, WEEK).map((date, index) => (index % 2 === 0 ? weekday(date, 'narrow') : ''))}
          ticks={weekTicks(dates)}
          none={t('insights.heatNone')}
          most={t('insights.heatMost', { count: FULL })}
        />
      )}
      table={() =>
        shown.length === 0 ? (
          <Empty>{t('insights.noDays')}</Empty>
        ) : (
          <DataTable
            caption={label}
            columns={[
              { title: t('insights.date') },
              { title: t('insights.topics'), number: true },
              { title: t('insights.reviews'), number: true },
              { title: t('insights.proofs'), number: true },
            ]}
            rows={shown.map(({ date, topics, reviews, proofs }) => ({
              key: date,
              cells: [fullDate(date), topics, reviews, proofs],
            }))}
          />
        )
      }
    />
  );
};

/** The first day on which anything was done or written down; null before it. */
const begun = ({ first, days }: Worked): string | null =>
  [first, days[0]?.date ?? null].filter((date) => date !== null).toSorted()[0] ?? null;

/** How many of the days that are shown; days before the person began are none that they left out. */
const hintOf = (active: number, dates: readonly string[], from: string): string => {
  const count = dates.filter((date) => date >= from).length;
  if (count === dates.length) return t('insights.daysOf', { active, all: count });
  return t('insights.daysSince', { active, count });
};

/** The month below the first week that begins in it; every second month in a long range. */
const weekTicks = (dates: readonly string[]): { place: number; text: string }[] => {
  const starts = dates.filter((_, index) => index % WEEK === 0);
  const months = starts.flatMap((date, place) =>
    place === 0 || date.slice(0, 7) === starts[place - 1]!.slice(0, 7)
      ? []
      : [{ place, text: monthName(date) }],
  );
  return starts.length > 30 ? months.filter((_, index) => index % 2 === 0) : months;
};
