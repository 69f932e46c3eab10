import { TextArea, TextField } from '../ui/form.tsx';
import { t } from '../words.ts';

/** Whether a text is short enough to be kept, in UTF-16 units as the core counts them. */
export const fits = (text: string, most: number): boolean => text.length <= most;

type LimitedProps = Readonly<{
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  most: number;
}>;

const errorOf = (value: string, most: number): string | undefined =>
  fits(value, most) ? undefined : t('limit.long', { count: value.length, most });

/** A line. What is pasted into it stays whole: that it is too long is said, and nothing is cut off unseen. */
export const LimitedLine = ({ most, ...rest }: LimitedProps) => (
  <TextField {...rest} error={errorOf(rest.value, most)} />
);

/** A longer text, as `LimitedLine`. */
export const LimitedArea = ({ most, ...rest }: LimitedProps) => (
  <TextArea {...rest} error={errorOf(rest.value, most)} />
);
