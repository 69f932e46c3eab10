import type { RefObject } from 'react';
import { Menu } from '../ui/menu.tsx';
import type { OptionGroup } from './filter-parts.ts';

type FilterMenuProps = Readonly<{
  label: string;
  groups: readonly OptionGroup[];
  /** Id of the option that is chosen; null for none. */
  chosen: string | null;
  anchor: RefObject<HTMLElement | null>;
  onPick: (option: OptionGroup['options'][number]) => void;
  onClose: () => void;
}>;

export const FilterMenu = ({ label, groups, chosen, anchor, onPick, onClose }: FilterMenuProps) => (
  <Menu
    label={label}
    anchor={anchor}
    groups={groups.map(({ id, options }) => ({ id, label, selected: chosen, entries: options }))}
    onAction={(picked) => {
      const option = groups.flatMap(({ options }) => options).find(({ id }) => id === picked);
      if (option) onPick(option);
    }}
    onClose={onClose}
  />
);
