import { memo, useDeferredValue } from 'react';
import { t } from '../words.ts';
import styles from './palette.module.css';
import { PaletteOption, type PaletteOptionProps } from './palette-option.tsx';
import type { PaletteGroup, PaletteRow } from './rows.ts';

type PaletteGroupsProps = Pick<PaletteOptionProps, 'typed' | 'near' | 'onPoint' | 'onPick'> &
  Readonly<{
    /** Id of the list; those of its lines begin with it. */
    list: string;
    groups: readonly PaletteGroup[];
    /** The lines of all groups, in their order. */
    rows: readonly PaletteRow[];
    selected: number;
  }>;

/** What was found, group by group. A key that was pressed changes nothing here until its answer is there. */
export const PaletteGroups = memo(({ list, groups, rows, selected, ...rest }: PaletteGroupsProps) =>
  useFirstLines(groups).map((group) => (
    <div key={group.id} role="group" aria-labelledby={`${list}-${group.id}`}>
      <div id={`${list}-${group.id}`} className={styles.group}>
        {t(`palette.${group.id}`)}
      </div>
      {group.rows.map((row) => {
        const index = rows.indexOf(row);
        return (
          <PaletteOption
            key={row.key}
            id={`${list}-${index}`}
            index={index}
            row={row}
            isSelected={index === selected}
            {...rest}
          />
        );
      })}
    </div>
  )),
);

/** More lines than the list shows at once in a window of usual height. */
const FIRST_LINES = 16;

/** The lines in sight are there at once, those below them in the next breath: a single letter finds forty. */
const useFirstLines = (groups: readonly PaletteGroup[]): readonly PaletteGroup[] => {
  const whole = useDeferredValue(groups);
  return whole === groups ? groups : firstLinesOf(groups, FIRST_LINES);
};

const firstLinesOf = ([group, ...others]: readonly PaletteGroup[], most: number): PaletteGroup[] => {
  if (!group || most === 0) return [];
  const rows = group.rows.slice(0, most);
  return [{ ...group, rows }, ...firstLinesOf(others, most - rows.length)];
};
