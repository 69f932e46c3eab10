import { X } from 'lucide-react';
import { useEffect } from 'react';
import { TOPIC_STATUSES } from '../../shared/values.ts';
import { useStore } from '../store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { StatusIcon } from '../ui/status-mark.tsx';
import { t } from '../words.ts';
import styles from './skill.module.css';

/** What can be done with all selected topics at once; each is one undo step. */
export const SelectionBar = () => {
  const count = useStore((state) => state.selected.size);
  const clear = useStore((state) => state.clearSelection);
  const setSelected = useStore((state) => state.setSelected);
  const askReason = useStore((state) => state.askReason);
  // Another page has other topics.
  useEffect(() => clear, [clear]);
  if (count === 0) return null;
  return (
    <div role="toolbar" aria-label={t('selection.label')} className={styles.selection}>
      <span role="status">{t('selection.count', { count })}</span>
      {TOPIC_STATUSES.map((status) => (
        <Button
          key={status}
          small
          icon={<StatusIcon status={status} />}
          onClick={() => (status === 'skipped' ? askReason('selected') : void setSelected(status))}
        >
          {status === 'skipped' ? t('selection.skip') : t(`status.${status}`)}
        </Button>
      ))}
      <IconButton small label={t('selection.clear')} icon={<X aria-hidden="true" />} onClick={clear} />
    </div>
  );
};
