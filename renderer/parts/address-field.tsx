import { LENGTHS } from '../../shared/values.ts';
import { TextField } from '../ui/form.tsx';
import { t } from '../words.ts';
import { faultOfAddress, keptAddress, withScheme } from './address.ts';

type AddressFieldProps = Readonly<{
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Somebody wished to save it: faults are shown from then on. */
  tried: boolean;
  hint?: string;
  required?: boolean;
  autoFocus?: boolean;
}>;

/** An address that can be typed without its beginning, which is put before it once the field is left. */
export const AddressField = (props: AddressFieldProps) => {
  const { label, value, onChange, tried, hint, required = false, autoFocus = false } = props;
  const fault = faultOfAddress(value) ?? (required && keptAddress(value) === null ? 'wrong' : null);
  return (
    <TextField
      label={label}
      type="url"
      value={value}
      onChange={onChange}
      onBlur={() => onChange(withScheme(value))}
      maxLength={LENGTHS.url}
      autoFocus={autoFocus}
      {...(hint !== undefined && { hint })}
      error={tried && fault !== null ? t(`resource.${fault}`) : undefined}
    />
  );
};
