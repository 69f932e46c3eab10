import type { TableDifference } from '../../shared/model/backup.ts';
import { t, type WordKey } from '../words.ts';
import { tables } from '../words/en/copies.ts';
import styles from './data.module.css';

type DifferencesProps = Readonly<{
  /** Null where the present file cannot be read. */
  differences: readonly TableDifference[] | null;
  rows: number;
}>;

/** What another file has that this one has not, and the other way round, in words. */
export const Differences = ({ differences, rows }: DifferencesProps) => {
  if (differences === null) return <p>{t('restore.unreadable', { rows })}</p>;
  if (differences.length === 0) return <p>{t('restore.nothing')}</p>;
  return (
    <>
      <p>{t('restore.differs')}</p>
      <ul className={styles.differences}>
        {differences.map((difference) => (
          <Difference key={difference.table} difference={difference} />
        ))}
      </ul>
    </>
  );
};

const sides = ['gone', 'back', 'changed'] as const;

const Difference = ({ difference }: Readonly<{ difference: TableDifference }>) => (
  <li>
    <b>{tableName(difference.table)}</b>
    {sides
      .filter((side) => difference[side] > 0)
      .map((side) => {
        const names = difference.names[side];
        const listed = names.join(', ');
        return (
          <div key={side}>
            {t(`restore.${side}`, { count: difference[side] })}
            {names.length > 0 && (
              <span className={styles.before} dir="auto">
                {' '}
                {difference[side] > names.length ? t('restore.more', { names: listed }) : listed}
              </span>
            )}
          </div>
        );
      })}
  </li>
);

const tableName = (table: string): string =>
  Object.hasOwn(tables, table) ? t(`tables.${table}` as WordKey) : t('tables.other', { table });
