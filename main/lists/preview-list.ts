import type { ListRow, ListSummary } from '../../shared/model/list.ts';
import type { StagedList } from './staged.ts';

/** What was found, in figures. */
export const summaryOf = (list: StagedList): ListSummary => {
  const tasks = list.items.filter((item) => item.kind === 'task');
  const totals = list.update?.totals;
  return {
    category: list.category,
    fileName: list.fileName,
    tasks: tasks.length,
    checked: tasks.filter(({ checked }) => checked).length,
    skills: list.items.length - tasks.length,
    deepest: tasks.reduce((deepest, { depth }) => Math.max(deepest, depth), 0),
    links: list.links,
    notes: [list, ...list.items].filter(({ note }) => note !== null).length,
    note: noteShown(list.note),
    lookalikes: list.lookalikes.length,
    tookLookalikes: list.tookLookalikes,
    leftOut: list.leftOut.length,
    tooDeep: list.tooDeep,
    offers: list.items.filter(({ offer }) => offer !== null).length,
    update:
      list.update && totals
        ? {
            category: list.update.category,
            title: list.update.title,
            added: totals.added,
            removed: list.removed.length,
            losing: list.removed.filter(({ loses }) => loses).length,
            moved: totals.moved,
            changed: totals.changed,
            newlyTicked: totals.newlyTicked,
            unticked: totals.unticked,
          }
        : null,
    rows: rowsIn(list),
  };
};

/** UTF-16 units of a note that a preview shows; all of it is kept. */
const NOTE_SHOWN = 2_000;

const noteShown = (note: string | null): string | null =>
  note === null || note.length <= NOTE_SHOWN ? note : `${note.slice(0, NOTE_SHOWN).toWellFormed()}…`;

const rowsIn = ({ items, removed, lookalikes, leftOut }: StagedList): number =>
  items.length + removed.length + lookalikes.length + leftOut.length;

/** A page of the preview: the items of the file, then what is gone from it, what only looks like a task, what is left out. */
export const previewOf = (
  list: StagedList,
  offset: number,
  limit: number,
): { rows: ListRow[]; total: number } => {
  const total = rowsIn(list);
  const rows: ListRow[] = [];
  for (let row = offset; row < Math.min(total, offset + limit); row += 1) rows.push(rowAt(list, row));
  return { rows, total };
};

const rowAt = (list: StagedList, row: number): ListRow => {
  const { items, removed, lookalikes, leftOut } = list;
  const item = items[row];
  if (item?.kind === 'skill') {
    const { kind, name, path, tasks, key, moved, before, note, offer } = item;
    const isUpdate = list.update !== null;
    const change =
      !isUpdate || key === null ? 'added' : moved ? 'moved' : before === null ? 'same' : 'changed';
    return { kind, row, name, path: [...path], tasks, change, note: noteShown(note), offer };
  }
  if (item) {
    const { kind, text, depth, checked, key, moved, changed, before, tick, note, offer } = item;
    const change = key === null ? 'added' : moved ? 'moved' : changed ? 'changed' : 'same';
    return { kind, row, text, depth, checked, change, before, tick, note: noteShown(note), offer };
  }
  let at = row - items.length;
  const gone = removed[at];
  if (gone) return { kind: 'removed', row, text: gone.text, where: gone.where, loses: gone.loses };
  at -= removed.length;
  const lookalike = lookalikes[at];
  if (lookalike) {
    const { line, text, checked } = lookalike;
    return { kind: 'lookalike', row, line, text, checked };
  }
  const { line, kind, text } = leftOut[at - lookalikes.length]!;
  return { kind: 'left out', row, line, what: kind, text };
};
