import type { ReactNode } from 'react';
import styles from './facts.module.css';

type FactsProps = Readonly<{ items: readonly Readonly<{ term: string; value: ReactNode }>[] }>;

/** Terms and their values, in two columns. */
export const Facts = ({ items }: FactsProps) => (
  <dl className={styles.facts}>
    {items.map(({ term, value }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
