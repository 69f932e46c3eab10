import { lazy, Suspense, useRef, useState, type RefObject } from 'react';
import { FilterChip } from '../ui/filter-chip.tsx';
import { t } from '../words.ts';
import type { OptionGroup } from './filter-parts.ts';

const FilterMenu = lazy(async () => ({ default: (await import('./filter-menu.tsx')).FilterMenu }));

type FilterChoiceProps = Readonly<{
  label: string;
  /** Id of the chosen option and its name; null for none. */
  chosen: Readonly<{ id: string; name: string }> | null;
  groups: readonly OptionGroup[];
  onPick: (option: OptionGroup['options'][number]) => void;
  onClear: () => void;
  anchor?: RefObject<HTMLButtonElement | null>;
}>;

/** A part of the filter that is chosen from a menu. */
export const FilterChoice = ({
  label,
  chosen,
  groups,
  onPick,
  onClear,
  anchor: given,
}: FilterChoiceProps) => {
  const own = useRef<HTMLButtonElement>(null);
  const anchor = given ?? own;
  const [isOpen, setOpen] = useState(false);
  const text = chosen === null ? label : t('filter.is', { part: label, value: chosen.name });
  return (
    <>
      <FilterChip
        anchor={anchor}
        isOn={chosen !== null}
        clearLabel={t('filter.clearPart', { value: text })}
        onOpen={() => setOpen(true)}
        onClear={onClear}
      >
        {text}
      </FilterChip>
      {isOpen && (
        <Suspense>
          <FilterMenu
            label={label}
            groups={groups}
            chosen={chosen?.id ?? null}
            anchor={anchor}
            onPick={onPick}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
};
