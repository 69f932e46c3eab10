import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './choice.module.css';

type CheckboxProps = Readonly<{
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Some of what it stands for is checked, some is not. */
  mixed?: boolean;
  hint?: ReactNode;
  disabled?: boolean;
}>;

/** The box alone, for a place that names it in its own way. */
export const Box = (props: Omit<ComponentProps<'input'>, 'type' | 'className'>) => (
  <input {...props} type="checkbox" className={styles.box} />
);

export const Checkbox = ({ label, checked, onChange, mixed = false, hint, disabled }: CheckboxProps) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // `indeterminate` exists only as a property.
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <div className={styles.choice}>
      <Box
        ref={input}
        id={id}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
};

type RadioRowProps<T extends string> = Readonly<{
  label: string;
  /** The label is in sight already, for instance as the line above. */
  hideLabel?: boolean;
  options: readonly Readonly<{ value: T; label: ReactNode; detail?: ReactNode; disabled?: boolean }>[];
  /** Null while nothing is chosen. */
  value: T | null;
  onChange: (value: T) => void;
  /** One below the other instead of side by side. */
  stacked?: boolean;
}>;

export const RadioRow = <T extends string>(props: RadioRowProps<T>) => {
  const { label, hideLabel = false, options, value, onChange, stacked = false } = props;
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={hideLabel ? 'sr-only' : styles.legend}>{label}</legend>
      <div className={styles.options} data-stacked={stacked || undefined}>
        {options.map((option) => (
          <label key={option.value} className={styles.radio}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
            {option.detail !== undefined && <span className={styles.detail}>{option.detail}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
};
