import { X } from 'lucide-react';
import { useEffect } from 'react';
import { LEVELS, TOPIC_STATUSES, type Level } from '../../shared/values.ts';
import { useStore } from '../store.ts';
import { atFoot } from '../ui/at-foot.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { RowSelect } from '../ui/row-select.tsx';
import { StatusIcon } from '../ui/status-mark.tsx';
import { t } from '../words.ts';
import styles from './skill.module.css';

/** What can be done with all selected topics at once; each is one undo step. Topics of an own skill can have another level. */
export const SelectionBar = ({ isOwn }: Readonly<{ isOwn: boolean }>) => {
  const selected = useStore((state) => state.selected);
  const setLevel = useStore((state) => state.setLevel);
  const clear = useStore((state) => state.clearSelection);
  const setSelected = useStore((state) => state.setSelected);
  const askReason = useStore((state) => state.askReason);
  // Another page has other topics.
  useEffect(() => clear, [clear]);
  if (selected.size === 0) return null;
  return (
    <div role="toolbar" aria-label={t('selection.label')} className={styles.selection} ref={atFoot}>
      <span role="status">{t('selection.count', { count: selected.size })}</span>
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
      {isOwn && (
        <RowSelect<Level | 0>
          label={t('selection.level')}
          value={0}
          options={[
            { value: 0, label: t('selection.toLevel') },
            ...LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) })),
          ]}
          onChange={(level) => level !== 0 && void setLevel([...selected], level)}
        />
      )}
      <IconButton small label={t('selection.clear')} icon={<X aria-hidden="true" />} onClick={clear} />
    </div>
  );
};
