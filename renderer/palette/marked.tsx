import type { ReactNode } from 'react';
import { marksOf } from '../../shared/rules/search-marks.ts';
import styles from './palette.module.css';

type MarkedProps = Readonly<{ text: string; typed: string; near: readonly string[] }>;

/** A text in which what was typed is underlined. */
export const Marked = ({ text, typed, near }: MarkedProps) => {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const [start, end] of marksOf(text, typed, near)) {
    parts.push(text.slice(from, start));
    parts.push(
      <mark key={start} className={styles.mark}>
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
};
