import type { Today } from '../../shared/model/today.ts';
import { dayOfMonth, longDay, weekday } from '../format.ts';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import styles from './today.module.css';

/** Tallest column in rem; days with very many ticks share the scale with the rest. */
const HEIGHT = 2.25;

/** The last two weeks as a strip: topics ticked per day. */
export const LastDays = ({ days }: Readonly<{ days: Today['days'] }>) => {
  const total = days.reduce((sum, { ticked }) => sum + ticked, 0);
  const active = days.filter(({ ticked }) => ticked > 0).length;
  const most = Math.max(5, ...days.map(({ ticked }) => ticked));
  const spoken = days.map(({ date, ticked }) => `${longDay(date)} ${ticked}`).join(', ');
  return (
    <Section id="days" title={t('today.days')} remark={t('today.ticked', { count: total, days: active })}>
      <div className={styles.strip} role="img" aria-label={t('today.daysSpoken', { list: spoken })}>
        {days.map(({ date, ticked }, index) => (
          <div key={date} data-today={index === days.length - 1 || undefined}>
            <div className={styles.column}>
              {ticked > 0 && <b>{ticked}</b>}
              <i style={{ blockSize: `${(ticked / most) * HEIGHT}rem` }} />
            </div>
            <span>
              {weekday(date, 'narrow')} {dayOfMonth(date)}
            </span>
          </div>
        ))}
      </div>
    </Section>
  );
};
