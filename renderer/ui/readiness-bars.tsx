import type { Bar } from '../../shared/values.ts';
import { ChevronDown } from 'lucide-react';

import styles from './readiness-bars.module.css';
import { Track, type TrackSize } from './track.tsx';

export type ReadinessRow = Readonly<{
  bar: Bar;
  label: string;
  /** 0 to 100; null while there is nothing to measure, shown as a dash. */
  value: number | null;
  /** The figure as shown: "43 %", or "43.2 %" beside a change. */
  text: string;
  /** "+1.4", with a true minus. */
  change?: string;
  /** The figure as spoken: "43.2 percent, up 1.4 this week". */
  valueText: string;
  onExplain?: () => void;
  expanded?: boolean;
  /** Name of the button, beginning with the label: "Covered 43 %, show why". */
  explainLabel?: string;
  /** Id of the element that explains the figure. */
  controls?: string;
}>;

type ReadinessBarsProps = Readonly<{
  name: string;
  rows: readonly ReadinessRow[];
  size?: TrackSize;
}>;

const Cells = ({ row, size }: Readonly<{ row: ReadinessRow; size: TrackSize }>) => (
  <>
    <span className={styles.label}>{row.label}</span>
    <Track value={row.value} kind={row.bar} size={size} />
    <span className={styles.figure} aria-hidden={row.value === null || undefined}>
      {row.value === null ? '–' : row.text}
    </span>
    <span className={styles.change}>{row.change}</span>
  </>
);

/** A meter lies over the button of its row rather than in it, since a button would hide it from screen readers. */
const ReadinessBar = ({ row, size }: Readonly<{ row: ReadinessRow; size: TrackSize }>) => (
  <div className={styles.row}>
    {row.onExplain && (
      <button
        type="button"
        className={styles.explain}
        aria-label={row.explainLabel ?? `${row.label} ${row.text}`}
        aria-expanded={row.expanded ?? false}
        aria-controls={row.expanded ? row.controls : undefined}
        onClick={row.onExplain}
      />
    )}
    {row.value === null ? (
      <div className={styles.cells}>
        <Cells row={row} size={size} />
        <span className="sr-only">{row.valueText}</span>
      </div>
    ) : (
      <div
        className={styles.cells}
        role="meter"
        aria-label={row.label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={row.value}
        aria-valuetext={row.valueText}
      >
        <Cells row={row} size={size} />
      </div>
    )}
    {row.onExplain && <ChevronDown className={styles.chevron} aria-hidden="true" />}
  </div>
);

export const ReadinessBars = ({ name, rows, size = 'medium' }: ReadinessBarsProps) => (
  <div
    className={styles.bars}
    role="group"
    aria-label={name}
    data-size={size}
    data-change={rows.some((row) => row.change !== undefined) || undefined}
    data-explain={rows.some((row) => row.onExplain) || undefined}
  >
    {rows.map((row) => (
      <ReadinessBar key={row.bar} row={row} size={size} />
    ))}
  </div>
);
