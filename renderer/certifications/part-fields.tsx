import { Plus, X } from 'lucide-react';
import type { Domain } from '../../shared/model/certification-facts.ts';
import { weightSum } from '../../shared/rules/certification.ts';
import { LENGTHS, WEIGHT_KINDS } from '../../shared/values.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { NumberField, Select, TextField } from '../ui/form.tsx';
import { t } from '../words.ts';
import { newPart } from './fact-draft.ts';
import type { FactFieldsProps } from './fact-fields.tsx';
import styles from './facts.module.css';

/** The parts of the exam with their weights. Any sum is taken; what it is is said. */
export const PartFields = ({ draft, set, faults }: FactFieldsProps) => {
  const { domains, weightsKind } = draft;
  const sum = weightSum(domains);
  const change = (id: string, part: Partial<Domain>): void =>
    set({ domains: domains.map((domain) => (domain.id === id ? { ...domain, ...part } : domain)) });
  const isRange = weightsKind === 'range';
  return (
    <div className={styles.parts}>
      <Select
        label={t('certFacts.weightsKind')}
        value={weightsKind}
        options={WEIGHT_KINDS.map((value) => ({ value, label: t(`certFacts.weightKinds.${value}`) }))}
        onChange={(value) => set({ weightsKind: value })}
      />
      {domains.map((domain, index) => {
        const name = domain.name || t('certFacts.partName', { number: index + 1 });
        return (
          <div key={domain.id} className={styles.part} role="group" aria-label={name}>
            <TextField
              label={t('certFacts.partName', { number: index + 1 })}
              value={domain.name}
              maxLength={LENGTHS.line}
              onChange={(value) => change(domain.id, { name: value })}
            />
            <NumberField
              label={t('certFacts.low')}
              value={domain.low}
              min={0}
              max={100}
              step="any"
              unit="%"
              onChange={(low) => change(domain.id, isRange ? { low } : { low, high: low })}
            />
            {isRange ? (
              <NumberField
                label={t('certFacts.high')}
                value={domain.high}
                min={0}
                max={100}
                step="any"
                unit="%"
                onChange={(high) => change(domain.id, { high })}
              />
            ) : (
              <span />
            )}
            <IconButton
              label={t('certFacts.removePart', { name })}
              icon={<X aria-hidden="true" />}
              onClick={() => set({ domains: domains.filter(({ id }) => id !== domain.id) })}
            />
          </div>
        );
      })}
      {faults?.parts && <p className={styles.fault}>{t('certFacts.partMissing')}</p>}
      {sum !== null && (
        <p className={styles.sum} role="status">
          {t(Math.abs(sum - 100) > 0.05 && !isRange ? 'certFacts.sumOff' : 'certFacts.sum', {
            sum: Math.round(sum * 10) / 10,
          })}
        </p>
      )}
      <div>
        <Button
          icon={<Plus aria-hidden="true" />}
          onClick={() => set({ domains: [...domains, newPart(domains)] })}
        >
          {t('certFacts.addPart')}
        </Button>
      </div>
    </div>
  );
};
