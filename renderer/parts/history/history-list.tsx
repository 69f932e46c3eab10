import { useState } from 'react';
import type { HistoryEntry, HistorySubject } from '../../../shared/model/history.ts';
import { TOPIC_STATUSES } from '../../../shared/values.ts';
import { actionName } from '../../action-words.ts';
import { fullDate } from '../../format.ts';
import { useQuery } from '../../query.ts';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Row, Rows } from '../../ui/rows.tsx';
import { t } from '../../words.ts';
import { ReadFailed } from '../read-failed.tsx';

const PAGE = 15;

/** What happened to something, newest first; a step that still stands as it was left can be taken back by itself. */
export const HistoryList = ({ subject }: Readonly<{ subject: HistorySubject }>) => {
  const [limit, setLimit] = useState(PAGE);
  const { data, error, retry } = useQuery('history.list', { ...subject, limit });
  if (error && !data) return <ReadFailed error={error} onRetry={retry} />;
  if (!data) return null;
  if (data.entries.length === 0) return <Empty>{t('past.empty')}</Empty>;
  return (
    <>
      <Rows label={t('past.title')}>
        {data.entries.map((entry) => (
          <Entry key={entry.event} entry={entry} />
        ))}
      </Rows>
      {data.more && limit < 100 && (
        <Button small variant="quiet" onClick={() => setLimit(Math.min(100, limit + PAGE))}>
          {t('past.more')}
        </Button>
      )}
    </>
  );
};

const shown = (value: string | null): string => {
  if (value === null) return t('past.nothing');
  const status = TOPIC_STATUSES.find((other) => other === value);
  return status === undefined ? value : t(`status.${status}`);
};

const Entry = ({ entry }: Readonly<{ entry: HistoryEntry }>) => {
  const send = useStore((state) => state.send);
  const { kind, label, changes, more, blockedBy } = entry;
  const name = kind === 'action' ? actionName(label) : t(`past.${kind}`, { action: actionName(label) });
  const details = changes.map(({ what, before, after }) =>
    t('past.change', { what, before: shown(before), after: shown(after) }),
  );
  return (
    <Row
      end={fullDate(entry.localDate)}
      endSecond={
        entry.canRevert ? (
          <Button small variant="quiet" onClick={() => void send('history.revert', { action: entry.event })}>
            {t('past.revert')}
          </Button>
        ) : undefined
      }
      second={
        <>
          {details.join('; ')}
          {more > 0 && ` ${t('past.others', { count: more })}`}
          {kind === 'action' && blockedBy && ` ${t('past.blocked', { action: actionName(blockedBy) })}`}
        </>
      }
    >
      <span dir="auto">{name}</span>
    </Row>
  );
};
