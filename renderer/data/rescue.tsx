import { useState } from 'react';
import type { Backup } from '../../shared/model/backup.ts';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import { copyWithin } from './copy-name.ts';
import { Restore } from './restore.tsx';
import styles from './data.module.css';

/** Stands first while the file is damaged: the newest copy is one button away. */
export const Rescue = () => {
  const isDamaged = useQuery('app.read', {}).data?.damaged ?? false;
  const { data } = useQuery('backups.list', {});
  const [chosen, setChosen] = useState<Backup | null>(null);
  if (!isDamaged || !data) return null;
  const newest = data.backups.find(({ verified }) => verified);
  return (
    <Section id="rescue" title={t('rescue.title')}>
      <Remark>{t('rescue.lead')}</Remark>
      <Remark>
        {newest ? t('rescue.newest', { when: copyWithin(newest, data.backups) }) : t('rescue.noCopy')}
      </Remark>
      {newest && (
        <div className={styles.below}>
          <Button variant="primary" onClick={() => setChosen(newest)}>
            {t('rescue.restore')}
          </Button>
        </div>
      )}
      {chosen && <Restore backup={chosen} all={data.backups} onClose={() => setChosen(null)} />}
    </Section>
  );
};
