import { useState } from 'react';
import styles from './charts.module.css';
import { Reader } from './reader.tsx';
import { useWidth } from './use-width.ts';

type BarChartProps = Readonly<{
  label: string;
  values: readonly number[];
  titleOf: (place: number) => string;
  /** The value with its unit. */
  format: (value: number) => string;
  ticks: readonly Readonly<{ place: number; text: string }>[];
  /** A line across all bars, with its name. */
  goal: Readonly<{ value: number; text: string }> | null;
}>;

const SIZE = { height: 5, start: 2.25, bottom: 1.5, top: 0.75 } as const;

/** One bar per place, with the figure of the one that is read, or of the last one. */
export const BarChart = ({ label, values, titleOf, format, ticks, goal }: BarChartProps) => {
  const { ref, width, rem } = useWidth<HTMLDivElement>();
  const [at, setAt] = useState<number | null>(null);
  const count = values.length;
  const most = Math.max(1, goal?.value ?? 0, ...values);
  const left = SIZE.start * rem;
  const top = SIZE.top * rem;
  const bottom = top + SIZE.height * rem;
  const slot = (width - left) / count;
  const y = (value: number): number => bottom - ((bottom - top) * value) / most;
  const shown = Math.min(at ?? count - 1, count - 1);
  return (
    <div ref={ref} className={styles.chart} dir="ltr">
      <Reader
        label={label}
        count={count}
        at={at}
        onRead={setAt}
        valueText={`${titleOf(shown)}: ${format(values[shown]!)}`}
        placeAt={(px) => Math.max(0, Math.min(count - 1, Math.floor((px - left) / slot)))}
      >
        <svg height={bottom + SIZE.bottom * rem} aria-hidden="true">
          <line className={styles.axis} x1={left} x2={width} y1={bottom} y2={bottom} />
          {[0, most].map((value) => (
            <text key={value} x={left - 8} y={y(value) + 4} textAnchor="end">
              {value}
            </text>
          ))}
          {values.map((value, place) => (
            <rect
              // Bars have no other name than their place.
              key={titleOf(place)}
              className={styles.bar}
              data-current={(at !== null && place === shown) || undefined}
              x={left + slot * (place + 0.15)}
              y={y(value)}
              width={slot * 0.7}
              height={bottom - y(value)}
              rx={Math.min(2, slot / 4)}
            />
          ))}
          {goal && (
            <line className={styles.goal} x1={left} x2={width} y1={y(goal.value)} y2={y(goal.value)} />
          )}
          {ticks.map(({ place, text }) => (
            <text key={place} x={left + slot * (place + 0.5)} y={bottom + 1.125 * rem} textAnchor="middle">
              {text}
            </text>
          ))}
        </svg>
      </Reader>
      <div className={styles.heatFoot}>
        <span aria-hidden="true">{`${titleOf(shown)}: ${format(values[shown]!)}`}</span>
        {goal && <span>{goal.text}</span>}
      </div>
    </div>
  );
};
