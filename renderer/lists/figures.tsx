import type { ListSummary } from '../../shared/model/list.ts';
import { t } from '../words.ts';
import styles from './lists.module.css';

const shown = ['tasks', 'checked', 'skills', 'deepest', 'links', 'notes'] as const;

/** What reading the file found, in figures. */
export const Figures = ({ summary }: Readonly<{ summary: ListSummary }>) => (
  <ul className={styles.figures} aria-label={t('preview.figures')}>
    {shown
      .filter((name) => summary[name] > 0 || name === 'tasks' || name === 'checked')
      .map((name) => (
        <li key={name}>
          <b>{t('preview.number', { value: summary[name] })}</b>{' '}
          {t(`preview.${name}`, { count: summary[name] })}
        </li>
      ))}
  </ul>
);
