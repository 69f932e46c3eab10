import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { Target } from '../../../shared/model/role.ts';
import { IconButton } from '../../ui/button.tsx';
import { t } from '../../words.ts';
import styles from './target-list.module.css';

type TargetListProps = Readonly<{
  targets: readonly Target[];
  titleOf: (role: string) => string;
  /** Gets what to do with the list as it is then. */
  onChange: (change: (targets: readonly Target[]) => readonly Target[]) => void;
  label: string;
}>;

const moved = (targets: readonly Target[], role: string, by: number): readonly Target[] => {
  const from = targets.findIndex((target) => target.role === role);
  const list = [...targets];
  list.splice(Math.max(0, from + by), 0, ...list.splice(from, 1));
  return list;
};

/** The target roles in the person's order, each with a day if wanted. */
export const TargetList = ({ targets, titleOf, onChange, label }: TargetListProps) => (
  <ol className={styles.targets} aria-label={label}>
    {targets.map(({ role, date }, index) => (
      <li key={role}>
        <span className={styles.place}>{index + 1}</span>
        <a href={`#/roles/${role}`} className={styles.title}>
          {titleOf(role)}
        </a>
        <input
          type="date"
          min="2000-01-01"
          max="2099-12-31"
          className={styles.date}
          aria-label={t('roles.date', { role: titleOf(role) })}
          defaultValue={date ?? ''}
          key={`${role} ${date ?? ''}`}
          onBlur={({ target }) => {
            const next = target.value === '' ? null : target.value;
            if (target.validity.valid && next !== date) {
              onChange((now) => now.map((other) => (other.role === role ? { role, date: next } : other)));
            }
          }}
        />
        <IconButton
          label={t('roles.up', { role: titleOf(role) })}
          icon={<ChevronUp aria-hidden="true" />}
          disabled={index === 0}
          onClick={() => onChange((now) => moved(now, role, -1))}
        />
        <IconButton
          label={t('roles.down', { role: titleOf(role) })}
          icon={<ChevronDown aria-hidden="true" />}
          disabled={index === targets.length - 1}
          onClick={() => onChange((now) => moved(now, role, 1))}
        />
        <IconButton
          label={t('roles.removeNamed', { role: titleOf(role) })}
          icon={<X aria-hidden="true" />}
          onClick={() => onChange((now) => now.filter((other) => other.role !== role))}
        />
      </li>
    ))}
  </ol>
);
