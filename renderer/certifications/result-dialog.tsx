import { useState } from 'react';
import type { CertificationDetail } from '../../shared/model/certification.ts';
import type { ExamResult } from '../../shared/model/exam-result.ts';
import { LENGTHS, SHOWN_BY } from '../../shared/values.ts';
import { localToday } from '../clock.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox, RadioRow } from '../ui/choice.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { DateField, NumberField, TextField } from '../ui/form.tsx';
import { t } from '../words.ts';
import styles from './result-dialog.module.css';

type ResultDialogProps = Readonly<{
  certification: CertificationDetail;
  kind: ExamResult['kind'];
  result: ExamResult | null;
  onClose: () => void;
}>;

type Outcome = 'passed' | 'failed' | 'open';
const OUTCOMES: readonly Outcome[] = ['passed', 'failed', 'open'];

const isPercent = (value: number | null): boolean => value === null || (value >= 0 && value <= 100);

/** A mock exam with its scores, or a real attempt with its outcome. */
export const ResultDialog = ({ certification, kind, result, onClose }: ResultDialogProps) => {
  const { id, facts, objectives } = certification;
  const isPractice = kind === 'practice';
  const today = localToday();
  const [takenOn, setTakenOn] = useState(result?.takenOn ?? today);
  const [title, setTitle] = useState(result?.title ?? '');
  const [score, setScore] = useState(result?.score ?? null);
  const [domains, setDomains] = useState<Readonly<Record<string, number | null>>>(result?.domains ?? {});
  const [outcome, setOutcome] = useState<Outcome>(result ? (result.outcome ?? 'open') : 'passed');
  const [resultOn, setResultOn] = useState(result?.resultOn ?? '');
  const [earn, setEarn] = useState(result === null);
  const [tried, setTried] = useState(false);
  const send = useStore((state) => state.send);
  const parts = Object.fromEntries(Object.entries(domains).filter((part) => part[1] !== null)) as Record<
    string,
    number
  >;
  const fault = {
    taken: takenOn === '' || takenOn > today,
    result: !isPractice && outcome !== 'open' && resultOn !== '' && (resultOn < takenOn || resultOn > today),
    score: isPractice && !isPercent(score),
    empty: isPractice && score === null && Object.keys(parts).length === 0,
    parts: Object.values(parts).some((value) => !isPercent(value)),
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (Object.values(fault).some(Boolean)) return;
    const isPass = !isPractice && outcome === 'passed';
    const answer = await send('results.save', {
      result: result?.id ?? null,
      certification: id,
      kind,
      takenOn,
      title: title.trim(),
      score,
      domains: parts,
      outcome: isPractice || outcome === 'open' ? null : outcome,
      resultOn: isPractice || outcome === 'open' || resultOn === '' ? null : resultOn,
      earn: isPass && earn,
    });
    if (answer) onClose();
  };
  const remove = async (): Promise<void> => {
    if (result && (await send('results.remove', { result: result.id }, { undoable: true }))) onClose();
  };
  const newTitle = isPractice
    ? t('certResult.practiceTitle')
    : t('certResult.attemptTitle', { name: facts.name });
  return (
    <FormDialog
      title={result ? t('certResult.editTitle') : newTitle}
      cancel={t('own.cancel')}
      confirm={t('own.save')}
      {...(result && {
        extra: (
          <Button variant="quiet" onClick={() => void remove()}>
            {t('certResult.remove')}
          </Button>
        ),
      })}
      onCancel={onClose}
      onSubmit={() => void save()}
    >
      <DateField
        label={t('certResult.takenOn')}
        value={takenOn}
        max={today}
        onChange={setTakenOn}
        error={tried && fault.taken ? t('certResult.future') : undefined}
      />
      {!isPractice && (
        <RadioRow
          label={t('certResult.outcome')}
          value={outcome}
          options={OUTCOMES.map((value) => ({ value, label: t(`certResult.outcomes.${value}`) }))}
          onChange={setOutcome}
        />
      )}
      <NumberField
        label={t(isPractice ? 'certResult.percent' : 'certResult.score')}
        {...(!isPractice &&
          facts.passingScale !== '' && { hint: t('certResult.scoreHint', { scale: facts.passingScale }) })}
        value={score}
        onChange={setScore}
        min={0}
        step="any"
        error={
          tried && (fault.score || fault.empty)
            ? t(fault.score ? 'certResult.wrongPercent' : 'certResult.needsScore')
            : undefined
        }
      />
      {!isPractice && outcome !== 'open' && (
        <DateField
          label={t('certResult.resultOn')}
          value={resultOn}
          max={today}
          onChange={setResultOn}
          error={
            tried && fault.result
              ? t(resultOn > today ? 'certResult.future' : 'certResult.before')
              : undefined
          }
        />
      )}
      <TextField label={t('certResult.source')} value={title} onChange={setTitle} maxLength={LENGTHS.line} />
      {isPractice && objectives.length > 1 && (
        <fieldset className={styles.parts}>
          <legend>{t('certResult.parts')}</legend>
          {objectives.map((part) => (
            <NumberField
              key={part.id}
              label={part.name}
              value={domains[part.id] ?? null}
              onChange={(value) => setDomains({ ...domains, [part.id]: value })}
              min={0}
              max={100}
              unit="%"
              error={tried && !isPercent(domains[part.id] ?? null) ? t('certResult.wrongPercent') : undefined}
            />
          ))}
        </fieldset>
      )}
      {!isPractice && outcome === 'passed' && (
        <Checkbox
          label={t('certResult.earn')}
          hint={t('certResult.earnHint', { level: t(`level.${SHOWN_BY[facts.level]}`) })}
          checked={earn}
          onChange={setEarn}
        />
      )}
    </FormDialog>
  );
};
