import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { StatusIcon } from '../ui/status-mark.tsx';
import { t } from '../words.ts';
import styles from './skill.module.css';

const PAGE = 50;

type DrawerProps = Readonly<{ skill: string; count: number; startsOpen: boolean }>;

/** Topics that the person skipped, out of every count, each with its reason and a way back. */
export const SkippedDrawer = ({ skill, count, startsOpen }: DrawerProps) => {
  const [isOpen, setOpen] = useState(startsOpen);
  if (count === 0) return null;
  return (
    <div className={styles.drawer}>
      <Disclosure label={t('drawer.title')} remark={count} open={isOpen} onToggle={() => setOpen(!isOpen)}>
        <Skipped skill={skill} />
      </Disclosure>
    </div>
  );
};

const Skipped = ({ skill }: Readonly<{ skill: string }>) => {
  const [limit, setLimit] = useState(PAGE);
  const { data } = useQuery('topics.list', { skill, skipped: true, limit });
  const setStatus = useStore((state) => state.setStatus);
  if (!data) return null;
  return (
    <>
      <Rows label={t('drawer.title')}>
        {data.topics.map((topic) => (
          <Row
            key={topic.id}
            muted
            lead={<StatusIcon status="skipped" />}
            end={t('status.since.skipped', { reason: topic.state.reason ?? '' })}
            endSecond={
              <IconButton
                small
                label={t('drawer.back', { text: topic.text })}
                icon={<Undo2 aria-hidden="true" />}
                onClick={() => void setStatus(topic.id, 'todo')}
              />
            }
          >
            <span dir="auto">{topic.text}</span>
          </Row>
        ))}
      </Rows>
      {data.total > limit && limit < 200 && (
        <Button small variant="quiet" onClick={() => setLimit(200)}>
          {t('drawer.more')}
        </Button>
      )}
    </>
  );
};
