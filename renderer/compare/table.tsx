import type { ReactNode } from 'react';
import type { RoleComparison } from '../../shared/model/plan.ts';
import styles from './compare.module.css';

type RolesTableProps = Readonly<{
  caption: string;
  /** Names what the first column holds; for screen readers only where it speaks for itself. */
  first: string;
  roles: RoleComparison['roles'];
  children: ReactNode;
}>;

/** A table with one column per role. */
export const RolesTable = ({ caption, first, roles, children }: RolesTableProps) => (
  <table className={styles.table} data-roles={roles.length}>
    <caption className="sr-only">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">
          <span className="sr-only">{first}</span>
        </th>
        {roles.map(({ id, title }) => (
          <th key={id} scope="col">
            <a href={`#/roles/${encodeURIComponent(id)}`} dir="auto">
              {title}
            </a>
          </th>
        ))}
      </tr>
    </thead>
    {children}
  </table>
);

/** One line of it: a heading and a cell per role. */
export const RolesLine = ({ head, cells }: Readonly<{ head: ReactNode; cells: readonly ReactNode[] }>) => (
  <tr>
    <th scope="row">{head}</th>
    {cells.map((cell, index) => (
      <td key={index}>{cell}</td>
    ))}
  </tr>
);
