import { useId } from 'react';
import styles from './segmented.module.css';

type SegmentedProps<T extends string> = Readonly<{
  label: string;
  options: readonly Readonly<{ value: T; label: string; disabled?: boolean }>[];
  value: T;
  onChange: (value: T) => void;
  /** 28 high, for section heads. */
  small?: boolean;
}>;

/** Native radio buttons: arrow keys, right-to-left and grouping come from the browser. */
export const Segmented = <T extends string>({
  label,
  options,
  value,
  onChange,
  small = false,
}: SegmentedProps<T>) => {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.group} data-small={small || undefined}>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.text} data-text={option.label}>
            {option.label}
          </span>
        </label>
      ))}
    </div>
  );
};
