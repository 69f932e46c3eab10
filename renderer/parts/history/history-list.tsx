import { useState } from 'react';
import type { HistoryChange, HistoryEntry, HistorySubject } from '../../../shared/model/history.ts';
import { CONFIDENCES, LEVELS, TOPIC_STATUSES } from '../../../shared/values.ts';
import { actionName, finishedName } from '../../action-words.ts';
import { fullDate } from '../../format.ts';
import { useQuery } from '../../query.ts';
import { useStore } from '../../store.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Row, Rows } from '../../ui/rows.tsx';
import { t } from '../../words.ts';
import { ReadFailed } from '../read-failed.tsx';

const FIRST_PAGE = 15;
const PAGE = 100;

/** What happened to something, newest first; a step that still stands as it was left can be taken back by itself. */
export const HistoryList = ({ subject }: Readonly<{ subject: HistorySubject }>) => (
  <Entries subject={subject} before={null} />
);

type EntriesProps = Readonly<{
  subject: HistorySubject;
  /** The entry after which these come; null for the newest ones. */
  before: number | null;
}>;

/** One page of the past and, once asked for, the one before it: each begins where the last one ends now. */
const Entries = ({ subject, before }: EntriesProps) => {
  const [isOpen, setOpen] = useState(false);
  const limit = before === null ? FIRST_PAGE : PAGE;
  const { data, error, retry } = useQuery('history.list', { ...subject, before, limit });
  if (error && !data) return <ReadFailed error={error} onRetry={retry} />;
  if (!data) return null;
  const last = data.entries.at(-1);
  if (!last) return <Empty>{t('past.empty')}</Empty>;
  return (
    <>
      <Rows label={before === null ? t('past.title') : t('past.earlier')}>
        {data.entries.map((entry) => (
          <Entry key={entry.event} entry={entry} />
        ))}
      </Rows>
      {data.more && isOpen && <Entries subject={subject} before={last.event} />}
      {data.more && !isOpen && (
        <Button small variant="quiet" onClick={() => setOpen(true)}>
          {t('past.more')}
        </Button>
      )}
    </>
  );
};

/** A day, or a day and a time. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?$/;

const shown = (what: string, value: string | null): string => {
  if (value === null) return t('past.nothing');
  const level = what === 'level' && LEVELS.find((known) => String(known) === value);
  if (typeof level === 'number') return t(`level.${level}`);
  const confidence = what === 'confidence' && CONFIDENCES.find((known) => String(known) === value);
  if (typeof confidence === 'number') return t(`cert.confidences.${confidence}`);
  const moment = MOMENT.exec(value);
  // A text may look like a day and be none.
  if (moment && !Number.isNaN(Date.parse(moment[1]!)))
    return [fullDate(moment[1]!), ...moment.slice(2).filter(Boolean)].join(', ');
  const status = TOPIC_STATUSES.find((other) => other === value);
  return status === undefined ? value : t(`status.${status}`);
};

/** A new project says all of itself: the first of that tells enough. */
const FEW = 3;

const detailOf = ({ what, before, after }: HistoryChange, subject: string): string => {
  // What is said by "yes" alone has nothing else to say.
  const values =
    before === 'yes' && after === null
      ? { before, after: t('past.no') }
      : { before: shown(what, before), after: shown(what, after) };
  // The line above names it already.
  if (what === subject) return t('past.changeOnly', values);
  // A topic is a sentence, and a colon takes the place of its full stop.
  const part = what.replace(/\.$/, '');
  return before === null
    ? t('past.first', { what: part, after: values.after })
    : t('past.change', { what: part, ...values });
};

const Entry = ({ entry }: Readonly<{ entry: HistoryEntry }>) => {
  const send = useStore((state) => state.send);
  const [isWhole, setWhole] = useState(false);
  const { kind, label, changes, more, blockedBy } = entry;
  const name = kind === 'action' ? finishedName(label) : t(`past.${kind}`, { action: actionName(label) });
  const details = changes.map((change) => detailOf(change, label.subject));
  // One more than few stands there instead of a button that shows one.
  const isCut = !isWhole && details.length > FEW + 1;
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
          {(isCut ? details.slice(0, FEW) : details).join('; ')}
          {isCut && (
            <>
              {' '}
              <TextButton onClick={() => setWhole(true)}>
                {t('past.others', { count: details.length - FEW + more })}
              </TextButton>
            </>
          )}
          {!isCut && more > 0 && ` ${t('past.others', { count: more })}`}
          {kind === 'action' && blockedBy && ` ${t('past.blocked', { action: actionName(blockedBy) })}`}
        </>
      }
    >
      <span dir="auto">{name}</span>
    </Row>
  );
};
