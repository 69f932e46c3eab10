import type { ReactNode } from 'react';
import styles from './charts.module.css';

type Column = Readonly<{ title: string; number?: boolean }>;

type DataTableProps = Readonly<{
  caption: string;
  columns: readonly Column[];
  /** The first cell names its row. */
  rows: readonly Readonly<{ key: string; cells: readonly ReactNode[] }>[];
}>;

/** The numbers of a chart; long ones scroll by themselves. */
export const DataTable = ({ caption, columns, rows }: DataTableProps) => (
  // Reached by keyboard, since it scrolls.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className={styles.scroll} role="group" aria-label={caption} tabIndex={0}>
    <table className={styles.table}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, number = false }) => (
            <th key={title} scope="col" data-number={number || undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]!.title} data-number={columns[index + 1]!.number || undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
