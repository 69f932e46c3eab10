import { useState } from 'react';
import styles from './charts.module.css';
import { Reader } from './reader.tsx';
import { useWidth } from './use-width.ts';

export type Tone = 'covered' | 'proven' | 'fresh';

export type Series = Readonly<{
  tone: Tone;
  label: string;
  /** 0 to 100 per place; null where there is no figure. */
  values: readonly (number | null)[];
}>;

type LineChartProps = Readonly<{
  /** What the chart shows, in a sentence. */
  label: string;
  series: readonly Series[];
  /** Names a place in full, for the tip and for screen readers. */
  titleOf: (place: number) => string;
  /** Words below the axis, each at a place. */
  ticks: readonly Readonly<{ place: number; text: string }>[];
  /** Places at which something happened that a line cannot show. */
  marks?: readonly Readonly<{ place: number; text: string }>[];
  format: (value: number | null) => string;
}>;

const GRID = [100, 75, 50, 25, 0] as const;
/** In rem: the plot, the room for figures before it, for labels behind it and for dates below it. */
const SIZE = { height: 13.5, start: 2.25, end: 7.5, bottom: 1.75, top: 0.75 } as const;
const LABEL_GAP = 1.25;

/** Up to three lines from 0 to 100, labelled at their ends. */
export const LineChart = ({ label, series, titleOf, ticks, marks = [], format }: LineChartProps) => {
  const { ref, width, rem } = useWidth<HTMLDivElement>();
  const [at, setAt] = useState<number | null>(null);
  const count = series[0]!.values.length;
  const left = SIZE.start * rem;
  const right = Math.max(left + 40, width - SIZE.end * rem);
  const top = SIZE.top * rem;
  const bottom = top + SIZE.height * rem;
  const x = (place: number): number => left + ((right - left) * place) / Math.max(1, count - 1);
  const y = (value: number): number => bottom - ((bottom - top) * value) / 100;
  const ends = spread(
    series.flatMap(({ tone, label: name, values }) => {
      const value = values.at(-1) ?? null;
      return value === null ? [] : [{ tone, name, value, y: y(value) }];
    }),
    LABEL_GAP * rem,
    bottom,
  );
  const shown = at === null ? null : Math.min(at, count - 1);
  const valuesAt = (place: number): string =>
    series.map(({ label: name, values }) => `${name} ${format(values[place]!)}`).join(', ');
  return (
    <div ref={ref} className={styles.chart} dir="ltr">
      <Reader
        label={label}
        count={count}
        at={shown}
        onRead={setAt}
        valueText={`${titleOf(shown ?? count - 1)}: ${valuesAt(shown ?? count - 1)}`}
        placeAt={(px) =>
          Math.max(0, Math.min(count - 1, Math.round(((px - left) / (right - left)) * (count - 1))))
        }
      >
        <svg height={bottom + SIZE.bottom * rem} aria-hidden="true">
          {GRID.map((value) => (
            <g key={value}>
              <line
                className={value === 0 ? styles.axis : styles.grid}
                x1={left}
                x2={right}
                y1={y(value)}
                y2={y(value)}
              />
              <text x={left - 8} y={y(value) + 4} textAnchor="end">
                {value}
              </text>
            </g>
          ))}
          {ticks.map(({ place, text }) => (
            <text key={place} x={x(place)} y={bottom + 1.25 * rem} textAnchor="middle">
              {text}
            </text>
          ))}
          {marks.map(({ place, text }) => (
            <g key={`${place} ${text}`}>
              <line className={styles.goal} x1={x(place)} x2={x(place)} y1={top} y2={bottom} />
              <title>{text}</title>
            </g>
          ))}
          {series.map(({ tone, values }) => (
            <path key={tone} className={styles.line} data-tone={tone} d={pathOf(values, x, y)} />
          ))}
          {shown !== null && (
            <line className={styles.rule} x1={x(shown)} x2={x(shown)} y1={top} y2={bottom} />
          )}
          {ends.map((end) => (
            <g key={end.tone}>
              <End tone={end.tone} x={x(count - 1)} y={y(end.value)} />
              <text data-tone={end.tone} x={right + 12} y={end.y + 5}>
                {end.name} {format(end.value)}
              </text>
            </g>
          ))}
          {shown !== null &&
            series.map(({ tone, values }) => {
              const value = values[shown];
              return value === null || value === undefined ? null : (
                <circle
                  key={tone}
                  className={styles.point}
                  data-tone={tone}
                  cx={x(shown)}
                  cy={y(value)}
                  r="3.5"
                />
              );
            })}
        </svg>
      </Reader>
      {shown !== null && (
        <div
          className={styles.tip}
          aria-hidden="true"
          style={x(shown) > width / 2 ? { right: width - x(shown) + 12 } : { left: x(shown) + 12 }}
        >
          <strong>{titleOf(shown)}</strong>
          <dl>
            {series.map(({ tone, label: name, values }) => (
              <div key={tone}>
                <dt>{name}</dt>
                <dd>{format(values[shown]!)}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </div>
  );
};

/** Each line ends in a shape of its own, so that it is told apart without colour. */
const End = ({ tone, x, y }: Readonly<{ tone: Tone; x: number; y: number }>) => {
  if (tone === 'covered') return <circle className={styles.mark} data-tone={tone} cx={x} cy={y} r="4" />;
  if (tone === 'proven')
    return <rect className={styles.mark} data-tone={tone} x={x - 4} y={y - 4} width="8" height="8" />;
  return <path className={styles.mark} data-tone={tone} d={`M${x} ${y - 5}l5 8.5h-10z`} />;
};

/** A gap in the figures is a gap in the line. */
const pathOf = (
  values: readonly (number | null)[],
  x: (place: number) => number,
  y: (value: number) => number,
): string => {
  let isOpen = false;
  return values
    .map((value, place) => {
      if (value === null) {
        isOpen = false;
        return '';
      }
      const command = isOpen ? 'L' : 'M';
      isOpen = true;
      return `${command}${x(place).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
};

/** Moves labels apart that would lie over each other, keeping their order and the last above `limit`. */
const spread = <E extends { readonly y: number }>(ends: readonly E[], gap: number, limit: number): E[] => {
  const sorted = ends.toSorted((a, b) => a.y - b.y);
  const places = sorted.map((end) => end.y);
  for (let index = 1; index < places.length; index += 1)
    places[index] = Math.max(places[index]!, places[index - 1]! + gap);
  for (let index = places.length - 1; index >= 0; index -= 1)
    places[index] = Math.min(places[index]!, limit - gap * (places.length - 1 - index));
  return sorted.map((end, index) => ({ ...end, y: places[index]! }));
};
