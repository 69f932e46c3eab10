import { CircleAlert, ChevronDown } from 'lucide-react';
import { type ComponentPropsWithRef, type ReactNode, type Ref, useId } from 'react';
import styles from './form.module.css';

type FieldTexts = Readonly<{
  label: string;
  /** Help below the control. */
  hint?: string;
  /** What is wrong and how to mend it; takes the place of the hint. */
  error?: string | undefined;
}>;

export type ControlProps = Readonly<{
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}>;

type FieldProps = FieldTexts & Readonly<{ children: (control: ControlProps) => ReactNode }>;

/** Label above, message below; hands the control the attributes that tie them together. */
export const Field = ({ label, hint, error, children }: FieldProps) => {
  const id = useId();
  const message = error ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': message === undefined ? undefined : `${id}-message`,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {/* Always there, so that a fault that appears while typing is announced. */}
      <p
        id={`${id}-message`}
        className={styles.message}
        aria-live="polite"
        data-error={error !== undefined || undefined}
      >
        {error !== undefined && <CircleAlert aria-hidden="true" />}
        {message}
      </p>
    </div>
  );
};

type Native<Tag extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentPropsWithRef<Tag>,
  'value' | 'onChange' | 'className' | 'style' | 'id' | 'children' | 'type' | 'ref'
>;

type TextFieldProps = FieldTexts &
  Native<'input'> &
  Readonly<{
    value: string;
    onChange: (value: string) => void;
    type?: 'text' | 'url' | 'search';
    ref?: Ref<HTMLInputElement>;
  }>;

export const TextField = ({
  label,
  hint,
  error,
  value,
  onChange,
  type = 'text',
  ...rest
}: TextFieldProps) => (
  <Field label={label} {...texts(hint, error)}>
    {(control) => (
      <input
        {...rest}
        {...control}
        type={type}
        value={value}
        className={styles.control}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);

type TextAreaProps = FieldTexts &
  Native<'textarea'> &
  Readonly<{ value: string; onChange: (value: string) => void; ref?: Ref<HTMLTextAreaElement> }>;

/** Grows with its text; notes are the person's own words and so stand in the serif. */
export const TextArea = ({ label, hint, error, value, onChange, ...rest }: TextAreaProps) => (
  <Field label={label} {...texts(hint, error)}>
    {(control) => (
      <textarea
        rows={3}
        {...rest}
        {...control}
        value={value}
        className={styles.control}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);

type NumberFieldProps = FieldTexts &
  Native<'input'> &
  Readonly<{
    value: number | null;
    /** Null while the field holds no number. */
    onChange: (value: number | null) => void;
    /** Shown after the figure: "hours". */
    unit?: string;
    ref?: Ref<HTMLInputElement>;
  }>;

export const NumberField = ({ label, hint, error, value, onChange, unit, ...rest }: NumberFieldProps) => (
  <Field label={label} {...texts(hint, error)}>
    {(control) => (
      <span className={styles.withUnit}>
        <input
          inputMode="decimal"
          {...rest}
          {...control}
          type="number"
          value={value ?? ''}
          className={styles.control}
          data-short
          onChange={({ target }) =>
            onChange(Number.isNaN(target.valueAsNumber) ? null : target.valueAsNumber)
          }
        />
        {unit !== undefined && <span aria-hidden="true">{unit}</span>}
      </span>
    )}
  </Field>
);

type DateFieldProps = FieldTexts &
  Native<'input'> &
  Readonly<{
    /** A local date, "2026-11-24"; empty while none is chosen. */
    value: string;
    onChange: (value: string) => void;
    ref?: Ref<HTMLInputElement>;
  }>;

/** A month of a year, "2026-11"; empty while none is chosen. Browsers without such a field take it as text. */
export const MonthField = (props: DateFieldProps) => (
  <PickedField {...props} type="month" placeholder="2026-11" />
);

export const DateField = (props: DateFieldProps) => <PickedField {...props} type="date" />;

/** A time of the day, "09:30"; empty while none is chosen. */
export const TimeField = (props: DateFieldProps) => <PickedField {...props} type="time" />;

type PickedFieldProps = DateFieldProps & Readonly<{ type: 'date' | 'time' | 'month' }>;

const PickedField = ({ label, hint, error, value, onChange, type, ...rest }: PickedFieldProps) => (
  <Field label={label} {...texts(hint, error)}>
    {(control) => (
      <input
        {...rest}
        {...control}
        type={type}
        value={value}
        className={styles.control}
        data-short
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);

type SelectProps<T extends string> = FieldTexts &
  Native<'select'> &
  Readonly<{
    value: T;
    options: readonly Readonly<{ value: T; label: string; disabled?: boolean }>[];
    onChange: (value: T) => void;
    ref?: Ref<HTMLSelectElement>;
  }>;

export const Select = <T extends string>(props: SelectProps<T>) => {
  const { label, hint, error, value, options, onChange, ...rest } = props;
  return (
    <Field label={label} {...texts(hint, error)}>
      {(control) => (
        <span className={styles.select}>
          <select
            {...rest}
            {...control}
            value={value}
            className={styles.control}
            onChange={({ target }) => {
              const picked = options[target.selectedIndex];
              if (picked) onChange(picked.value);
            }}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden="true" />
        </span>
      )}
    </Field>
  );
};

/** Leaves absent texts out, as `exactOptionalPropertyTypes` asks. */
const texts = (hint: string | undefined, error: string | undefined) => ({
  ...(hint !== undefined && { hint }),
  ...(error !== undefined && { error }),
});
