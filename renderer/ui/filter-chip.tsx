import { ChevronDown, X } from 'lucide-react';
import type { RefObject } from 'react';
import styles from './tag.module.css';

type FilterChipProps = Readonly<{
  /** What it chooses by: "Role"; with its value while one is chosen: "Role: API Developer". */
  children: string;
  isOn: boolean;
  /** What the button that takes the choice back is called. */
  clearLabel: string;
  /** Opens the choices, below the chip. */
  onOpen: () => void;
  onClear: () => void;
  anchor: RefObject<HTMLButtonElement | null>;
}>;

/**
 * A filter with several values: its button opens them, whether one is chosen or not; a chosen one is taken back by the
 * cross beside it, or by Delete.
 */
export const FilterChip = ({ children, isOn, clearLabel, onOpen, onClear, anchor }: FilterChipProps) => {
  const clear = (): void => {
    // The cross goes with the choice.
    anchor.current?.focus();
    onClear();
  };
  return (
    <span className={styles.choice} data-on={isOn || undefined}>
      <button
        ref={anchor}
        type="button"
        className={styles.chip}
        aria-haspopup="menu"
        aria-keyshortcuts={isOn ? 'Delete' : undefined}
        onClick={onOpen}
        onKeyDown={(event) => {
          if (!isOn || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
          event.preventDefault();
          clear();
        }}
      >
        {children}
        <ChevronDown aria-hidden="true" />
      </button>
      {isOn && (
        <button
          type="button"
          className={styles.chip}
          aria-label={clearLabel}
          title={clearLabel}
          onClick={clear}
        >
          <X aria-hidden="true" />
        </button>
      )}
    </span>
  );
};
