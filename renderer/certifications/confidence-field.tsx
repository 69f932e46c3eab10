import { useId, useState } from 'react';
import { CONFIDENCES, type Confidence } from '../../shared/values.ts';
import { t } from '../words.ts';
import styles from './confidence-field.module.css';

type ConfidenceFieldProps = Readonly<{
  label: string;
  /** Null while it is not rated. */
  value: Confidence | null;
  /** Says whether it was taken. */
  onChange: (value: Confidence) => Promise<boolean>;
}>;

/** Five steps, filled up to the one that is chosen, with its word beside them. Native radio buttons below. */
export const ConfidenceField = ({ label, value: saved, onChange }: ConfidenceFieldProps) => {
  const name = useId();
  // Shown at once, until it is read again or was refused.
  const [chosen, setChosen] = useState<{
    readonly value: Confidence;
    readonly before: Confidence | null;
  } | null>(null);
  const value = chosen && chosen.before === saved ? chosen.value : saved;
  const choose = async (next: Confidence): Promise<void> => {
    setChosen({ value: next, before: saved });
    if (!(await onChange(next))) setChosen(null);
  };
  return (
    <div className={styles.field}>
      <div role="radiogroup" aria-label={label} className={styles.steps}>
        {CONFIDENCES.map((step) => (
          <label
            key={step}
            title={t(`cert.confidences.${step}`)}
            data-on={(value !== null && step <= value) || undefined}
          >
            <input
              type="radio"
              name={name}
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
    </div>
  );
};
