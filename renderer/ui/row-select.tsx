import styles from './row-select.module.css';

type RowSelectProps<T extends string | number> = Readonly<{
  label: string;
  value: T;
  options: readonly Readonly<{ value: T; label: string }>[];
  disabled?: boolean;
  isFocused?: boolean;
  onChange: (value: T) => void;
}>;

/** A choice in a row or a cell, which has its label beside it in another form. */
export const RowSelect = <T extends string | number>(props: RowSelectProps<T>) => {
  const { label, value, options, disabled = false, isFocused = false, onChange } = props;
  return (
    <select
      aria-label={label}
      className={styles.select}
      value={value}
      disabled={disabled}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- it had the focus before its row moved
      autoFocus={isFocused}
      onChange={({ target }) => onChange(options[target.selectedIndex]!.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
};
