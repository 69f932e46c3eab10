import { LENGTHS } from '../../shared/values.ts';
import { TextField } from '../ui/form.tsx';
import { t } from '../words.ts';
import { keptAddress, withScheme } from './address.ts';

type AddressFieldProps = Readonly<{
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Somebody wished to save it: faults are shown from then on. */
  tried: boolean;
  required?: boolean;
  autoFocus?: boolean;
}>;

/** An address that can be typed without its beginning, which is put before it once the field is left. */
export const AddressField = (props: AddressFieldProps) => {
  const { label, value, onChange, tried, required = false, autoFocus = false } = props;
  const kept = keptAddress(value);
  const isWrong = kept === undefined || (required && kept === null);
  return (
    <TextField
      label={label}
      type="url"
      value={value}
      onChange={onChange}
      onBlur={() => onChange(withScheme(value))}
      maxLength={LENGTHS.url}
      autoFocus={autoFocus}
      error={tried && isWrong ? t('resource.wrong') : undefined}
    />
  );
};
