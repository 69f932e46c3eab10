import { useState } from 'react';
import styles from './charts.module.css';
import { Reader } from './reader.tsx';
import { useWidth } from './use-width.ts';

type HeatmapProps = Readonly<{
  label: string;
  /** One value per day, whole weeks but for the last. */
  values: readonly number[];
  /** From this value on a cell is full. */
  full: number;
  titleOf: (place: number) => string;
  format: (value: number) => string;
  /** Names of the seven rows; empty for none. */
  rows: readonly string[];
  /** Words below the columns, each at a week. */
  ticks: readonly Readonly<{ place: number; text: string }>[];
  /** Words at the two ends of the key. */
  none: string;
  most: string;
}>;

const WEEK = 7;
const STEPS = [1, 2, 3, 4] as const;

/** Days as squares, a column per week. Reading goes by day, and by week with the arrows to the sides. */
export const Heatmap = (props: HeatmapProps) => {
  const { label, values, full, titleOf, format, rows, ticks, none, most } = props;
  const { ref, width, rem } = useWidth<HTMLDivElement>();
  const [at, setAt] = useState<number | null>(null);
  const weeks = Math.ceil(values.length / WEEK);
  const left = 1.5 * rem;
  const slot = Math.min(2 * rem, (width - left) / weeks);
  const size = slot * 0.8;
  const shown = at === null ? null : Math.min(at, values.length - 1);
  const stepOf = (value: number): number | undefined =>
    value === 0 ? undefined : Math.min(STEPS.length, Math.ceil((value / full) * STEPS.length));
  const place = shown ?? values.length - 1;
  return (
    <div ref={ref} className={styles.chart} dir="ltr">
      <Reader
        label={label}
        count={values.length}
        at={shown}
        onRead={setAt}
        across={WEEK}
        down={1}
        valueText={`${titleOf(place)}: ${format(values[place]!)}`}
        placeAt={(px, py) => {
          const week = Math.floor((px - left) / slot);
          const day = Math.floor(py / slot);
          const found = week * WEEK + day;
          return week >= 0 && day >= 0 && day < WEEK && found < values.length ? found : null;
        }}
      >
        <svg height={slot * WEEK + 1.5 * rem} aria-hidden="true">
          {rows.map((row, index) => (
            // The same letter stands for two days of a week.
            // oxlint-disable-next-line react/no-array-index-key
            <text key={index} x={0} y={slot * index + size / 2 + 4}>
              {row}
            </text>
          ))}
          {values.map((value, day) => (
            // To name each day would take longer than to draw it.
            // oxlint-disable-next-line react/no-array-index-key
            <rect
              key={day}
              className={styles.cell}
              data-step={stepOf(value)}
              data-current={day === shown || undefined}
              x={left + slot * Math.floor(day / WEEK)}
              y={slot * (day % WEEK)}
              width={size}
              height={size}
              rx={Math.min(3, size / 5)}
            />
          ))}
          {ticks.map(({ place: week, text }) => (
            <text key={week} x={left + slot * week} y={slot * WEEK + 1.125 * rem}>
              {text}
            </text>
          ))}
        </svg>
      </Reader>
      <div className={styles.heatFoot}>
        <span aria-hidden="true">{shown !== null && `${titleOf(shown)}: ${format(values[shown]!)}`}</span>
        <span className={styles.key}>
          {none}
          {[undefined, ...STEPS].map((step) => (
            <svg key={step ?? 0} viewBox="0 0 14 14" aria-hidden="true">
              <rect className={styles.cell} data-step={step} width="14" height="14" rx="2" />
            </svg>
          ))}
          {most}
        </span>
      </div>
    </div>
  );
};
