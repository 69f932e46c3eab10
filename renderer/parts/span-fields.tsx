import type { faultOfDays } from '../../shared/rules/projects.ts';
import { DateField, MonthField } from '../ui/form.tsx';

const fields = { day: DateField, month: MonthField };

type SpanFieldsProps = Readonly<{
  unit: keyof typeof fields;
  /** Labels, and help below the end. */
  words: Readonly<{ from: string; to: string; hint?: string }>;
  /** Local dates or months; empty while none is chosen. */
  from: string;
  to: string;
  onFrom: (value: string) => void;
  onTo: (value: string) => void;
  /** What is wrong, in words, once it is to be shown; `missing` of the start. */
  faults: Readonly<Partial<Record<NonNullable<ReturnType<typeof faultOfDays>> | 'missing', string>>>;
  /** The last day, or month, that may be chosen as the end. */
  latest: string;
}>;

/** When something began and ended. A fault is said at the field that has to change. */
export const SpanFields = ({ unit, words, from, to, onFrom, onTo, faults, latest }: SpanFieldsProps) => {
  const Field = fields[unit];
  const isEndLate = to > latest;
  return (
    <>
      <Field
        label={words.from}
        value={from}
        onChange={onFrom}
        error={faults.missing ?? (isEndLate ? undefined : faults.future)}
      />
      <Field
        label={words.to}
        {...(words.hint !== undefined && { hint: words.hint })}
        value={to}
        max={latest}
        onChange={onTo}
        error={faults.reversed ?? (isEndLate ? faults.future : undefined)}
      />
    </>
  );
};
