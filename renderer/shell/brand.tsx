import { t } from '../words.ts';
import styles from './shell.module.css';

export const Brand = () => (
  <div className={styles.brand}>
    <svg viewBox="0 0 18 18" aria-hidden="true">
      <path d="M2 14.5h14M4.5 10h9M7 5.5h4" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
    <b>{t('app.name')}</b>
  </div>
);
