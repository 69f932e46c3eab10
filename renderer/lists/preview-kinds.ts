import type { ListRow, ListSummary } from '../../shared/model/list.ts';
import { t } from '../words.ts';

type Id =
  | 'all'
  | 'offers'
  | 'added'
  | 'removed'
  | 'moved'
  | 'changed'
  | 'ticked'
  | 'unticked'
  | 'lookalikes'
  | 'leftOut';

/** A tab of the preview: which lines it shows. */
export type RowKind = {
  readonly id: Id;
  readonly label: string;
  readonly holds: ((row: ListRow) => boolean) | null;
};

const hasChange =
  (change: 'added' | 'moved' | 'changed') =>
  (row: ListRow): boolean =>
    'change' in row && row.change === change;
const hasTick =
  (tick: 'newly ticked' | 'unticked') =>
  (row: ListRow): boolean =>
    row.kind === 'task' && row.tick === tick;
const isOf =
  (kind: ListRow['kind']) =>
  (row: ListRow): boolean =>
    row.kind === kind;

/** The tabs of a preview, with their counts; only those that show something, and `all` first. */
export const kindsOf = ({ update, offers, lookalikes, leftOut }: ListSummary): readonly RowKind[] => {
  const counted: readonly (readonly [Exclude<Id, 'all'>, number, (row: ListRow) => boolean])[] = [
    ['added', update?.added ?? 0, hasChange('added')],
    ['removed', update?.removed ?? 0, isOf('removed')],
    ['moved', update?.moved ?? 0, hasChange('moved')],
    ['changed', update?.changed ?? 0, hasChange('changed')],
    ['ticked', update?.newlyTicked ?? 0, hasTick('newly ticked')],
    ['unticked', update?.unticked ?? 0, hasTick('unticked')],
    ['offers', offers, (row) => 'offer' in row && row.offer !== null],
    ['lookalikes', lookalikes, isOf('lookalike')],
    ['leftOut', leftOut, isOf('left out')],
  ];
  return [
    { id: 'all', label: t('preview.all'), holds: null },
    ...counted
      .filter(([, count]) => count > 0)
      .map(([id, count, holds]) => ({
        id,
        label: t('preview.chip', { name: t(`preview.${id}`), count }),
        holds,
      })),
  ];
};
