import type { TableDifference } from '../../shared/model/backup.ts';
import { t, type WordKey } from '../words.ts';
import { tables } from '../words/en/copies.ts';
import styles from './data.module.css';

type DifferencesProps = Readonly<{
  /** Null where the present file cannot be read. */
  differences: readonly TableDifference[] | null;
  rows: number;
  /** Whether a copy comes back or a file comes in. */
  words: Words;
}>;
type Words = 'restore' | 'portable';

/** What another file has that this one has not, and the other way round, in words. */
export const Differences = ({ differences, rows, words }: DifferencesProps) => {
  if (differences === null) return <p>{t('restore.unreadable', { rows })}</p>;
  if (differences.length === 0) return <p>{t(`${words}.nothing`)}</p>;
  return (
    <>
      <p>{t(`${words}.differs`)}</p>
      <ul className={styles.differences}>
        {differences.map((difference) => (
          <Difference key={difference.table} difference={difference} words={words} />
        ))}
      </ul>
    </>
  );
};

const sides = ['gone', 'back', 'changed'] as const;

const Difference = ({ difference, words }: Readonly<{ difference: TableDifference; words: Words }>) => (
  <li>
    <b>{tableName(difference.table)}</b>
    {sides
      .filter((side) => difference[side] > 0)
      .map((side) => (
        <div key={side}>
          <Side difference={difference} side={side} words={words} />
        </div>
      ))}
  </li>
);

type SideProps = Readonly<{ difference: TableDifference; side: (typeof sides)[number]; words: Words }>;

/** How many there are, and the first few by name; each in quotes, since many are sentences. */
const Side = ({ difference, side, words }: SideProps) => {
  const [names, count] = [difference.names[side], difference[side]];
  const told = t(`${words}.${side}`, { count });
  if (names.length === 0) return told;
  const listed = names.map((name) => t('restore.name', { name })).join(', ');
  return (
    <>
      {told}:{' '}
      <span className={styles.before} dir="auto">
        {count > names.length ? t('restore.more', { names: listed }) : listed}
      </span>
    </>
  );
};

export const tableName = (table: string): string =>
  Object.hasOwn(tables, table) ? t(`tables.${table}` as WordKey) : t('tables.other', { table });
