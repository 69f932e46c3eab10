import { Page, PageHead } from '../ui/page.tsx';
import { t } from '../words.ts';
import { Brand } from './brand.tsx';
import styles from './signed-out.module.css';

/** What a tab without a token shows: how to get a signed-in one. */
export const SignedOut = () => (
  <main className={styles.ground}>
    <Brand />
    <Page focused>
      <PageHead title={t('signedOut.title')} lead={t('signedOut.body')} />
      <p>{t('signedOut.how')}</p>
    </Page>
  </main>
);
