import type { RefObject } from 'react';
import { Menu } from '../ui/menu.tsx';
import type { OptionGroup } from './filter-parts.ts';

type FilterMenuProps = Readonly<{
  label: string;
  groups: readonly OptionGroup[];
  anchor: RefObject<HTMLElement | null>;
  onPick: (option: OptionGroup['options'][number]) => void;
  onClose: () => void;
}>;

export const FilterMenu = ({ label, groups, anchor, onPick, onClose }: FilterMenuProps) => (
  <Menu
    label={label}
    anchor={anchor}
    groups={groups.map(({ id, options }) => ({ id, label, selected: null, entries: options }))}
    onAction={(picked) => {
      const option = groups.flatMap(({ options }) => options).find(({ id }) => id === picked);
      if (option) onPick(option);
    }}
    onClose={onClose}
  />
);
