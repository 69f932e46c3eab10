import { CERTIFICATION_LEVELS, LENGTHS } from '../../shared/values.ts';
import { AddressField } from '../parts/address-field.tsx';
import { useQuery } from '../query.ts';
import { Checkbox } from '../ui/choice.tsx';
import { DateField, NumberField, Select, TextArea, TextField } from '../ui/form.tsx';
import { t } from '../words.ts';
import type { FactDraft, FactFaults } from './fact-draft.ts';
import styles from './facts.module.css';

export type FactFieldsProps = Readonly<{
  draft: FactDraft;
  set: (change: Partial<FactDraft>) => void;
  /** What is wrong, once saving was tried. */
  faults: FactFaults | null;
}>;

const STATUSES = ['active', 'retiring', 'retired'] as const;

/** Texts of a draft that one line holds. */
type Line = 'name' | 'issuer' | 'code' | 'passingScale';
type Amount = 'durationMinutes' | 'questions' | 'passing' | 'costUsd' | 'validityMonths' | 'renewalOpensDays';
type Long = 'statusNote' | 'questionsNote' | 'renewal' | 'retake' | 'prerequisites' | 'notes';

const useFields = ({ draft, set }: FactFieldsProps) => ({
  line: (name: Line, label: string, error?: string) => (
    <TextField
      label={label}
      value={draft[name]}
      maxLength={LENGTHS.line}
      error={error}
      onChange={(value) => set({ [name]: value })}
    />
  ),
  amount: (name: Amount, label: string, unit?: string) => (
    <NumberField
      label={label}
      value={draft[name]}
      min={0}
      step="any"
      {...(unit !== undefined && { unit })}
      onChange={(value) => set({ [name]: value !== null && value > 0 ? value : null })}
    />
  ),
  long: (name: Long, label: string) => (
    <div className={styles.wide}>
      <TextArea
        label={label}
        rows={1}
        value={draft[name]}
        maxLength={LENGTHS.description}
        onChange={(value) => set({ [name]: value })}
      />
    </div>
  ),
});

/** The exam itself. `own` is the id of the certification, which cannot be its own successor. */
export const ExamFields = (props: FactFieldsProps & Readonly<{ own: string | null }>) => {
  const { draft, set, faults, own } = props;
  const { line, amount, long } = useFields(props);
  const { data } = useQuery('certifications.list', {});
  const others = (data?.certifications ?? []).filter(({ id }) => id !== own);
  return (
    <>
      {line('name', t('certFacts.name'), faults?.name ? t('certFacts.nameMissing') : undefined)}
      {line('issuer', t('certFacts.issuer'), faults?.issuer ? t('certFacts.issuerMissing') : undefined)}
      {line('code', t('certFacts.code'))}
      <Select
        label={t('certFacts.level')}
        value={draft.level}
        options={CERTIFICATION_LEVELS.map((value) => ({ value, label: t(`certs.levels.${value}`) }))}
        onChange={(level) => set({ level })}
      />
      <Select
        label={t('certFacts.status')}
        value={draft.status}
        options={STATUSES.map((value) => ({ value, label: t(`certFacts.statuses.${value}`) }))}
        onChange={(status) => set({ status })}
      />
      {draft.status !== 'active' && (
        <>
          <DateField
            label={t('certFacts.retiredOn')}
            value={draft.retiredOn}
            onChange={(retiredOn) => set({ retiredOn })}
          />
          <Select
            label={t('certFacts.replacedBy')}
            value={draft.replacedBy ?? ''}
            options={[
              { value: '', label: t('certFacts.noSuccessor') },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(value) => set({ replacedBy: value === '' ? null : value })}
          />
        </>
      )}
      {long('statusNote', t('certFacts.statusNote'))}
      {amount('durationMinutes', t('certFacts.duration'), t('certFacts.minutes'))}
      {amount('questions', t('certFacts.questions'))}
      {amount('passing', t('certFacts.passing'))}
      {line('passingScale', t('certFacts.passingScale'))}
      {amount('costUsd', t('certFacts.cost'), t('certFacts.usd'))}
      <AddressField
        label={t('certFacts.officialUrl')}
        value={draft.officialUrl}
        tried={faults !== null}
        onChange={(officialUrl) => set({ officialUrl })}
      />
      <AddressField
        label={t('certFacts.guideUrl')}
        value={draft.guideUrl}
        tried={faults !== null}
        onChange={(guideUrl) => set({ guideUrl })}
      />
      {long('prerequisites', t('certFacts.prerequisites'))}
    </>
  );
};

/** What comes after the exam: how long it holds, how it is renewed, when it may be tried again. */
export const AfterFields = (props: FactFieldsProps) => {
  const { draft, set, faults } = props;
  const { amount, long } = useFields(props);
  return (
    <>
      <Checkbox
        label={t('certFacts.never')}
        checked={draft.neverExpires}
        onChange={(neverExpires) => set({ neverExpires, ...(neverExpires && { validityMonths: null }) })}
      />
      {!draft.neverExpires && amount('validityMonths', t('certFacts.validity'), t('certFacts.months'))}
      {amount('renewalOpensDays', t('certFacts.renewalOpens'), t('certFacts.days'))}
      <TextField
        label={t('certFacts.waits')}
        hint={t('certFacts.waitsHint')}
        value={draft.retakeWaits}
        error={faults?.retakeWaits ? t('certFacts.waitsWrong') : undefined}
        onChange={(retakeWaits) => set({ retakeWaits })}
      />
      {long('renewal', t('certFacts.renewal'))}
      {long('retake', t('certFacts.retake'))}
      {long('notes', t('certFacts.notes'))}
    </>
  );
};
