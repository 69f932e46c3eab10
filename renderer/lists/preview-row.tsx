import { memo, type CSSProperties, type ReactNode } from 'react';
import type { ListOffer, ListRow } from '../../shared/model/list.ts';
import { Box } from '../ui/choice.tsx';
import { StatusIcon } from '../ui/status-mark.tsx';
import { t } from '../words.ts';
import { NoteText } from './note-text.tsx';
import styles from './lists.module.css';

type PreviewRowProps = Readonly<{
  row: ListRow;
  /** The list is there already: what is new and what moved is said. */
  isUpdate: boolean;
  isJoined: boolean;
  /** Takes the offer of a row, or gives it back. */
  onTurn: (row: number) => void;
  tabIndex: 0 | -1;
}>;

/** One line of the preview. */
export const PreviewRow = memo((props: PreviewRowProps) => {
  const { row } = props;
  switch (row.kind) {
    case 'skill':
      return <SkillRow {...props} row={row} />;
    case 'task':
      return <TaskRow {...props} row={row} />;
    case 'removed':
      return (
        <Line
          text={row.text}
          second={t('preview.removedFrom', { where: row.where })}
          remarks={[row.loses ? t('preview.loses') : '', t('preview.isRemoved')]}
        />
      );
    case 'lookalike':
      return (
        <Line
          lead={<StatusIcon status={row.checked ? 'done' : 'todo'} />}
          text={row.text}
          second={t('preview.line', { line: row.line })}
          remarks={[t('preview.looksLike')]}
          muted
        />
      );
    case 'left out':
      return (
        <Line
          text={row.text}
          second={t('preview.line', { line: row.line })}
          remarks={[t('preview.leftOutAs', { what: row.what })]}
          muted
        />
      );
  }
});

type Of<K extends ListRow['kind']> = Omit<PreviewRowProps, 'row'> &
  Readonly<{ row: Extract<ListRow, { kind: K }> }>;

const changeWord = (change: 'added' | 'same' | 'moved' | 'changed', isUpdate: boolean): string => {
  if (!isUpdate || change === 'same') return '';
  if (change === 'added') return t('preview.isAdded');
  return change === 'moved' ? t('preview.isMoved') : t('preview.isChanged');
};

const SkillRow = ({ row, isUpdate, ...rest }: Of<'skill'>) => (
  <Line
    strong
    text={row.name}
    after={t('preview.skillTasks', { count: row.tasks })}
    {...(row.path.length > 0 && { second: row.path.join(' › ') })}
    remarks={[changeWord(row.change, isUpdate)]}
    note={row.note}
    noteTab={rest.tabIndex}
    offer={<Offer {...rest} row={row.row} offer={row.offer} />}
  />
);

const tickWord = { none: '', 'newly ticked': 'preview.isTicked', unticked: 'preview.isUnticked' } as const;

const TaskRow = ({ row, isUpdate, ...rest }: Of<'task'>) => {
  const tick = tickWord[row.tick];
  // What it becomes: a tick of the person's stays.
  const isDone = row.checked || row.tick === 'unticked';
  return (
    <Line
      depth={row.depth}
      lead={
        <>
          <StatusIcon status={isDone ? 'done' : 'todo'} />
          <span className="sr-only">{isDone ? t('preview.isDone') : t('preview.isOpen')}: </span>
        </>
      }
      text={row.text}
      {...(row.before !== null && { second: t('preview.wasText', { text: row.before }) })}
      remarks={[changeWord(row.change, isUpdate), tick === '' ? '' : t(tick)]}
      note={row.note}
      noteTab={rest.tabIndex}
      offer={<Offer {...rest} row={row.row} offer={row.offer} />}
    />
  );
};

type OfferProps = Readonly<{
  row: number;
  offer: ListOffer | null;
  isJoined: boolean;
  onTurn: (row: number) => void;
  tabIndex: 0 | -1;
}>;

const Offer = ({ row, offer, isJoined, onTurn, tabIndex }: OfferProps) =>
  offer && (
    <label className={styles.offer}>
      <Box checked={isJoined} tabIndex={tabIndex} onChange={() => onTurn(row)} />
      <span dir="auto">{t('preview.same', { name: offer.name, where: offer.where })}</span>
    </label>
  );

type LineProps = Readonly<{
  text: string;
  depth?: number;
  lead?: ReactNode;
  after?: string;
  second?: string;
  /** Words at the end; empty ones are left out. */
  remarks: readonly string[];
  offer?: ReactNode;
  /** The note that goes with it. */
  note?: string | null;
  noteTab?: 0 | -1;
  strong?: boolean;
  muted?: boolean;
}>;

const Line = (props: LineProps) => {
  const { text, depth = 0, lead, after, second, remarks, offer, strong = false, muted = false } = props;
  const { note = null, noteTab = -1 } = props;
  return (
    <div
      className={styles.line}
      data-muted={muted || undefined}
      data-strong={strong || undefined}
      style={{ '--depth': depth } as CSSProperties}
    >
      {lead !== undefined && <span className={styles.lead}>{lead}</span>}
      <div className={styles.words}>
        <span dir="auto">{text}</span>
        {after !== undefined && <span className={styles.quiet}> {after}</span>}
        {second !== undefined && (
          <div className={styles.second} dir="auto">
            {second}
          </div>
        )}
        {note !== null && <NoteText text={note} tabIndex={noteTab} />}
        {offer}
      </div>
      <span className={styles.remark}>{remarks.filter((word) => word !== '').join(', ')}</span>
    </div>
  );
};
