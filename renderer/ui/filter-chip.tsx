import { ChevronDown, X } from 'lucide-react';
import type { RefObject } from 'react';
import styles from './tag.module.css';

type FilterChipProps = Readonly<{
  /** What it chooses by: "Role"; with its value while one is chosen: "Role: API Developer". */
  children: string;
  isOn: boolean;
  /** Opens the choice, below the chip. */
  onOpen: () => void;
  onClear: () => void;
  anchor: RefObject<HTMLButtonElement | null>;
}>;

/** A filter with several values: opens its menu, and while one is chosen, takes it back. One button, so that it keeps the focus. */
export const FilterChip = ({ children, isOn, onOpen, onClear, anchor }: FilterChipProps) => (
  <button
    ref={anchor}
    type="button"
    className={styles.chip}
    {...(isOn ? { 'aria-pressed': true, onClick: onClear } : { 'aria-haspopup': 'menu', onClick: onOpen })}
  >
    {children}
    {isOn ? <X aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
  </button>
);
