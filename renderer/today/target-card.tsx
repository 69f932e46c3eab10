import type { TargetCard as TargetData } from '../../shared/model/today.ts';
import type { Bar } from '../../shared/values.ts';
import type { RoleForecast } from '../../shared/model/plan.ts';
import { fullDate } from '../format.ts';
import { ForecastLine } from '../parts/forecast/forecast.tsx';
import { RoleBars } from '../parts/readiness/bars.tsx';
import { t } from '../words.ts';
import styles from './today.module.css';

type TargetCardProps = Readonly<{
  target: TargetData;
  explained: Bar | null;
  onExplain: (bar: Bar) => void;
  controls: string;
  /** When it may be finished; undefined until that is worked out. */
  forecast: RoleForecast | undefined;
}>;

/** A target role with its three bars; a click on a bar explains it. */
export const TargetCard = ({ target, explained, onExplain, controls, forecast }: TargetCardProps) => (
  <div>
    <div className={styles.cardHead}>
      <h3>
        <a href={`#/roles/${target.role}`}>{target.title}</a>
      </h3>
      <span className={styles.cardRemark}>
        {t('today.entry', target.entry)}
        {target.date !== null && `, ${t('today.until', { date: fullDate(target.date) })}`}
      </span>
    </div>
    <RoleBars
      role={target.role}
      name={target.title}
      figures={target.figures}
      change={target.change}
      explained={explained}
      onExplain={onExplain}
      controls={controls}
    />
    <p className={styles.forecast}>
      <ForecastLine forecast={forecast} />
    </p>
  </div>
);
