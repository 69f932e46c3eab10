import { useCallback, useMemo, useState } from 'react';
import type { Input } from '../../shared/contract.ts';
import type { ListRow, ListSummary, OwnList } from '../../shared/model/list.ts';
import type { Level } from '../../shared/values.ts';
import { Answer } from '../parts/answer.tsx';
import { ReadFailed } from '../parts/read-failed.tsx';
import { Remark } from '../parts/remark.tsx';
import { useScroller } from '../parts/scroller.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorBox } from '../ui/error-box.tsx';
import { Aside, Columns, Page, PageHead, Section } from '../ui/page.tsx';
import { Chip } from '../ui/tag.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { t } from '../words.ts';
import type { Reading } from './bring.tsx';
import { Figures } from './figures.tsx';
import { NoteText } from './note-text.tsx';
import { kindsOf, type RowKind } from './preview-kinds.ts';
import { PreviewRow } from './preview-row.tsx';
import { PreviewSide } from './preview-side.tsx';
import { usePreviewRows } from './use-preview-rows.ts';
import styles from './lists.module.css';

type PreviewProps = Readonly<{
  job: string;
  isPasted: boolean;
  reading: Reading;
  lists: readonly OwnList[];
  /** What was decided about an earlier reading of the same file. */
  decided: Decided | null;
  /** Reads the same file again, as something else. */
  onRead: (reading: Reading, decided: Decided) => void;
  onLeave: () => void;
}>;

/** What the person decides before the list is brought; rows whose offer they turned round are kept in `turned`. */
export type Choices = {
  readonly title: string;
  readonly level: Level;
  readonly turned: ReadonlySet<number>;
  readonly keepLeftOut: boolean;
  readonly removed: 'keep' | 'remove';
};

/** What stays decided when the file is read as something else; rows and what happens to removed ones belong to a reading. */
export type Decided = Pick<Choices, 'level' | 'keepLeftOut'> & {
  /** Null for the name that the list comes with. */
  readonly title: string | null;
};

/** What a list becomes, to be looked at and decided on before anything is saved. */
export const Preview = (props: PreviewProps) => (
  <Answer query={useQuery('lists.summary', { job: props.job })}>
    {(summary) => <PreviewPage {...props} summary={summary} />}
  </Answer>
);

type Update = NonNullable<ListSummary['update']>;
const isSame = ({ added, removed, moved, changed, newlyTicked, unticked }: Update): boolean =>
  added + removed + moved + changed + newlyTicked + unticked === 0;

/** An offer of the catalogue is off until it is taken; the person's own same text is the same thing until they say no. */
const isJoined = (row: ListRow, turned: ReadonlySet<number>): boolean =>
  'offer' in row && row.offer !== null && row.offer.catalogue === turned.has(row.row);

const PreviewPage = (props: PreviewProps & Readonly<{ summary: ListSummary }>) => {
  const { job, isPasted, reading, lists, decided, onLeave, summary } = props;
  const { update } = summary;
  const { rows, error } = usePreviewRows(job);
  const ownTitle = update?.title ?? summary.category;
  const [choices, setChoices] = useState<Choices>({
    title: decided?.title ?? ownTitle,
    level: decided?.level ?? 1,
    turned: new Set(),
    keepLeftOut: decided?.keepLeftOut ?? false,
    removed: update && update.losing === 0 ? 'remove' : 'keep',
  });
  const onRead = (next: Reading): void => {
    const { title, level, keepLeftOut } = choices;
    props.onRead(next, { title: title === ownTitle ? null : title, level, keepLeftOut });
  };
  const { apply, isBusy, isRefused } = useApply(job);
  const onTurn = useCallback(
    (row: number) => setChoices((now) => ({ ...now, turned: turned(now.turned, row) })),
    [],
  );
  const isTitled = choices.title.trim() !== '';
  const isReady = rows.length === summary.rows && isTitled;
  const bring = (): void => {
    if (!isReady || isBusy) return;
    const { title, level, turned, keepLeftOut, removed } = choices;
    const joined = rows.filter((row) => isJoined(row, turned)).map(({ row }) => row);
    void apply({ title: title.trim(), level, joined, keepLeftOut, removed });
  };
  const again = (
    <Button small onClick={() => onRead(reading)}>
      {t('preview.again')}
    </Button>
  );
  return (
    <Page>
      <PageHead
        title={
          update
            ? t('preview.updateTitle', { title: update.title })
            : t('preview.title', { title: summary.category })
        }
        lead={t(update && isSame(update) ? 'preview.sameLead' : 'preview.lead', {
          file: isPasted ? t('preview.pasted') : summary.fileName,
        })}
        actions={
          <>
            <Button variant="quiet" onClick={onLeave}>
              {t('preview.another')}
            </Button>
            <Button variant="primary" aria-disabled={!isReady || isBusy} onClick={bring}>
              {update ? t('preview.update') : t('preview.apply', { count: summary.tasks })}
            </Button>
          </>
        }
      />
      {isRefused && (
        <div className={styles.fault}>
          <ErrorBox happened={t('preview.refused')} safe={t('bring.nothingChanged')} todo="" action={again} />
        </div>
      )}
      <Figures summary={summary} />
      {summary.note !== null && (
        <div className={styles.listNote}>
          <NoteText text={summary.note} />
        </div>
      )}
      <Columns>
        <div>
          <Section id="becomes" title={t('preview.becomes')}>
            {error ? (
              <ReadFailed error={error} onRetry={() => onRead(reading)} />
            ) : (
              <Lines rows={rows} summary={summary} turned={choices.turned} onTurn={onTurn} />
            )}
            {!error && rows.length < summary.rows && (
              <Remark>{t('preview.loading', { done: rows.length, total: summary.rows })}</Remark>
            )}
          </Section>
        </div>
        <Aside>
          <PreviewSide
            summary={summary}
            reading={reading}
            lists={lists}
            choices={choices}
            onChange={(patch) => setChoices((now) => ({ ...now, ...patch }))}
            onRead={onRead}
          />
        </Aside>
      </Columns>
    </Page>
  );
};

const turned = (rows: ReadonlySet<number>, row: number): ReadonlySet<number> => {
  const next = new Set(rows);
  if (!next.delete(row)) next.add(row);
  return next;
};

/** Brings the list once, however often the button is pressed, and leads to it. */
const useApply = (job: string) => {
  const send = useStore((state) => state.send);
  const [isBusy, setBusy] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const apply = async (choices: Omit<Input<'lists.apply'>, 'request' | 'job'>): Promise<void> => {
    setBusy(true);
    const made = await send('lists.apply', { job, ...choices }, { undoable: true });
    setBusy(false);
    if (made) location.hash = `/skills/in/${encodeURIComponent(made.id)}`;
    else setRefused(true);
  };
  return { apply, isBusy, isRefused };
};

type LinesProps = Readonly<{
  rows: readonly ListRow[];
  summary: ListSummary;
  turned: ReadonlySet<number>;
  onTurn: (row: number) => void;
}>;

const Lines = ({ rows, summary, turned: turnedRows, onTurn }: LinesProps) => {
  const kinds = useMemo(() => kindsOf(summary), [summary]);
  const [kind, setKind] = useState<RowKind['id']>('all');
  const shown = useMemo(() => {
    const holds = kinds.find(({ id }) => id === kind)?.holds;
    return holds ? rows.filter(holds) : rows;
  }, [rows, kinds, kind]);
  const getScrollElement = useScroller();
  const isUpdate = summary.update !== null;
  return (
    <>
      {kinds.length > 1 && (
        <div className={styles.chips} role="group" aria-label={t('preview.show')}>
          {kinds.map(({ id, label }) => (
            <Chip key={id} on={id === kind} onPress={() => setKind(id)}>
              {label}
            </Chip>
          ))}
        </div>
      )}
      {shown.length === 0 && rows.length === summary.rows && <Empty>{t('preview.nothing')}</Empty>}
      <VirtualList
        // Other lines are another list: it begins at its top.
        key={kind}
        label={t('preview.list')}
        count={shown.length}
        estimate={2.25}
        getScrollElement={getScrollElement}
        keyOf={useCallback((index: number) => String(shown[index]?.row ?? index), [shown])}
        renderRow={useCallback(
          (index: number, { tabIndex }: { readonly tabIndex: 0 | -1 }) => {
            const row = shown[index];
            return (
              row && (
                <PreviewRow
                  row={row}
                  isUpdate={isUpdate}
                  isJoined={isJoined(row, turnedRows)}
                  onTurn={onTurn}
                  tabIndex={tabIndex}
                />
              )
            );
          },
          [shown, isUpdate, turnedRows, onTurn],
        )}
      />
    </>
  );
};
