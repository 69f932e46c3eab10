import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import styles from './charts.module.css';

type ReaderProps = Readonly<{
  /** What the chart shows, in a sentence. */
  label: string;
  count: number;
  /** The place that is read; null while nobody reads. */
  at: number | null;
  onRead: (at: number | null) => void;
  /** The place in words. */
  valueText: string;
  /** Places that the arrow to the right and the one downwards go; up and down are those of a slider if left out. */
  across?: number;
  down?: number;
  /** The place below a pointer, from the start of the element. */
  placeAt: (x: number, y: number) => number | null;
  children: ReactNode;
}>;

/** Makes a drawing readable place by place: arrows, Home and End, or a pointer. A slider to screen readers. */
export const Reader = (props: ReaderProps) => {
  const { label, count, at, onRead, valueText, across = 1, down = -1, placeAt, children } = props;
  const last = count - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: -across,
    ArrowRight: across,
    ArrowUp: -down,
    ArrowDown: down,
    PageUp: -4 * across,
    PageDown: 4 * across,
    Home: -count,
    End: count,
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape' && at !== null) return onRead(null);
    const by = moves[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // The first press shows where reading begins.
    const from = at === null && Math.abs(by) < count ? last : (at ?? last) + by;
    onRead(Math.max(0, Math.min(last, from)));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    onRead(placeAt(event.clientX - box.left, event.clientY - box.top));
  };
  return (
    <div
      className={styles.reader}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at ?? last}
      aria-valuetext={valueText}
      onKeyDown={onKeyDown}
      onPointerMove={onPointerMove}
      onPointerLeave={() => onRead(null)}
      onBlur={() => onRead(null)}
    >
      {children}
    </div>
  );
};
