import type { ComparedLine, RoleLine } from '../../shared/model/own.ts';

/** A line in the editor. `removed` keeps its values, so that it can come back. */
export type EditLine = Omit<ComparedLine, 'change'> & { readonly removed: boolean };

export const editLine = ({ change, ...line }: ComparedLine): EditLine => ({
  ...line,
  removed: change === 'removed',
});

/** What a line is against the original, as it stands in the editor. */
export const changeOf = (line: EditLine): ComparedLine['change'] => {
  const { original, removed, level, weight, stage, entry } = line;
  if (original === null) return 'added';
  if (removed) return 'removed';
  const isSame =
    original.level === level &&
    original.weight === weight &&
    original.stage === stage &&
    original.entry === entry;
  return isSame ? 'same' : 'changed';
};

/** The differences to keep: a line as the original has it is none. */
export const roleLines = (lines: readonly EditLine[]): RoleLine[] =>
  lines.flatMap((line): RoleLine[] => {
    const { need, level, weight, stage, entry } = line;
    const change = changeOf(line);
    if (change === 'same') return [];
    return change === 'removed' ? [{ change, need }] : [{ change, need, level, weight, stage, entry }];
  });

/** The line as the original has it. */
export const restored = (line: EditLine): EditLine => ({ ...line, ...line.original, removed: false });
