import { useId, useRef, useState } from 'react';
import { CONFIDENCES, type Confidence } from '../../shared/values.ts';
import { TextButton } from '../ui/button.tsx';
import { t } from '../words.ts';
import styles from './confidence-field.module.css';

type ConfidenceFieldProps = Readonly<{
  label: string;
  /** Null while it is not rated. */
  value: Confidence | null;
  /** Names what is rated, for the control that takes the rating back. */
  name: string;
  /** Null takes the rating back. Says whether it was taken. */
  onChange: (value: Confidence | null) => Promise<boolean>;
}>;

/** Five steps, filled up to the one that is chosen, with its word beside them. Native radio buttons below. */
export const ConfidenceField = ({ label, name, value: saved, onChange }: ConfidenceFieldProps) => {
  const group = useId();
  const steps = useRef<HTMLDivElement>(null);
  // Shown at once, until it is read again or was refused.
  const [chosen, setChosen] = useState<{
    readonly value: Confidence | null;
    readonly before: Confidence | null;
  } | null>(null);
  const value = chosen && chosen.before === saved ? chosen.value : saved;
  const choose = async (next: Confidence | null): Promise<void> => {
    setChosen({ value: next, before: saved });
    if (!(await onChange(next))) setChosen(null);
  };
  const clear = async (): Promise<void> => {
    // The control goes away with the rating; who came by keyboard stays at the part.
    steps.current?.querySelector('input')?.focus();
    await choose(null);
  };
  return (
    <div className={styles.field}>
      <div ref={steps} role="radiogroup" aria-label={label} className={styles.steps}>
        {CONFIDENCES.map((step) => (
          <label
            key={step}
            title={t(`cert.confidences.${step}`)}
            data-on={(value !== null && step <= value) || undefined}
          >
            <input
              type="radio"
              name={group}
              value={step}
              checked={step === value}
              onChange={() => void choose(step)}
            />
            <span className="sr-only">{t(`cert.confidences.${step}`)}</span>
          </label>
        ))}
      </div>
      <span className={styles.word} aria-hidden="true">
        {value === null ? t('cert.unrated') : t(`cert.confidences.${value}`)}
      </span>
      {value !== null && (
        <TextButton aria-label={t('cert.unrateIn', { name })} onClick={() => void clear()}>
          {t('cert.unrate')}
        </TextButton>
      )}
    </div>
  );
};
