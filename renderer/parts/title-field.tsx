import { charactersIn } from '../../shared/rules/characters.ts';
import { LENGTHS } from '../../shared/values.ts';
import { TextField } from '../ui/form.tsx';
import { t } from '../words.ts';

/** Characters of a title as people count them. */
const MOST = 200;

/** Whether a title can be kept: there is one, and a row can hold it. */
export const isTitle = (typed: string): boolean => {
  const title = typed.trim();
  return title !== '' && charactersIn(title) <= MOST;
};

type TitleFieldProps = Readonly<{
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Said once somebody wished to save it without one. */
  missing: string;
  tried: boolean;
}>;

/** A title of any script. What is too long stays as it was typed or pasted, and is said at once. */
export const TitleField = ({ label, value, onChange, missing, tried }: TitleFieldProps) => {
  const count = charactersIn(value.trim());
  const error =
    count > MOST ? t('limit.long', { count, most: MOST }) : tried && count === 0 ? missing : undefined;
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      maxLength={LENGTHS.title}
      error={error}
      autoFocus
    />
  );
};
