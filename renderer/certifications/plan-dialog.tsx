import { useId, useState } from 'react';
import type { CertificationDetail } from '../../shared/model/certification.ts';
import type { Plan } from '../../shared/model/certification-plan.ts';
import {
  EXAM_HOURS_A_WEEK,
  LENGTHS,
  PLAN_STATUSES,
  STUDY_HOURS,
  type PlanStatus,
} from '../../shared/values.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox, RadioRow } from '../ui/choice.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { DateField, NumberField, Select, TextField, TimeField } from '../ui/form.tsx';
import { t } from '../words.ts';
import { comesTwice, ownZone, zones } from './exam-words.ts';

type PlanDialogProps = Readonly<{ certification: CertificationDetail; onClose: () => void }>;

/** The field is empty for the usual figure, and wrong outside of its range. */
const isWrong = (value: number | null, low: number, high: number): boolean =>
  value !== null && (value < low || value > high);

/** Where the person stands with an exam, when and where it is, and how much time there is for it. */
export const PlanDialog = ({ certification, onClose }: PlanDialogProps) => {
  const { id, facts, plan } = certification;
  const [status, setStatus] = useState<PlanStatus>(plan?.status ?? 'studying');
  const [day, setDay] = useState(plan?.exam?.local.slice(0, 10) ?? '');
  const [time, setTime] = useState(plan?.exam?.local.slice(11) ?? '');
  const [zone, setZone] = useState(plan?.exam?.zone ?? ownZone());
  const [later, setLater] = useState(plan?.exam?.later ?? false);
  const [online, setOnline] = useState(plan?.online ?? false);
  const [place, setPlace] = useState(plan?.place ?? '');
  const [hoursPerWeek, setHoursPerWeek] = useState(plan?.hoursPerWeek ?? null);
  const [studyHours, setStudyHours] = useState(plan?.studyHours ?? null);
  const [tried, setTried] = useState(false);
  const zoneList = useId();
  const send = useStore((state) => state.send);
  const local = time === '' ? day : `${day}T${time}`;
  const isTwice = time !== '' && day !== '' && comesTwice(local, zone);
  const fault = {
    day: status === 'booked' && day === '',
    hours: isWrong(hoursPerWeek, EXAM_HOURS_A_WEEK.least, EXAM_HOURS_A_WEEK.most),
    study: isWrong(studyHours, 1, 2_000),
  };
  const save = async (next: Plan | null): Promise<void> => {
    if (await send('certifications.plan', { certification: id, plan: next }, { undoable: next === null }))
      onClose();
  };
  const submit = (): void => {
    setTried(true);
    if (fault.day || fault.hours || fault.study) return;
    void save({
      status,
      exam: day === '' ? null : { local, zone: zone.trim(), later: isTwice && later },
      online,
      place: online ? '' : place.trim(),
      hoursPerWeek,
      studyHours,
    });
  };
  return (
    <FormDialog
      title={t('certPlan.title', { name: facts.name })}
      cancel={t('certPlan.cancel')}
      confirm={t('certPlan.save')}
      {...(plan && {
        extra: (
          <Button variant="quiet" onClick={() => void save(null)}>
            {t('certPlan.remove')}
          </Button>
        ),
      })}
      onCancel={onClose}
      onSubmit={submit}
    >
      <Select
        label={t('certPlan.status')}
        value={status}
        options={PLAN_STATUSES.map((value) => ({ value, label: t(`certs.plans.${value}`) }))}
        onChange={setStatus}
      />
      <DateField
        label={t('certPlan.day')}
        value={day}
        onChange={setDay}
        error={tried && fault.day ? t('certPlan.needsDay') : undefined}
      />
      <TimeField label={t('certPlan.time')} value={time} onChange={setTime} disabled={day === ''} />
      <TextField
        label={t('certPlan.zone')}
        hint={t('certPlan.zoneHint')}
        value={zone}
        list={zoneList}
        autoComplete="off"
        spellCheck={false}
        onChange={setZone}
        maxLength={100}
      />
      <datalist id={zoneList}>
        {zones().map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {isTwice && <Checkbox label={t('certPlan.later', { time })} checked={later} onChange={setLater} />}
      <RadioRow
        label={t('certPlan.where')}
        value={online ? 'online' : 'place'}
        options={[
          { value: 'place', label: t('certPlan.atPlace') },
          { value: 'online', label: t('certPlan.online') },
        ]}
        onChange={(value) => setOnline(value === 'online')}
      />
      {!online && (
        <TextField label={t('certPlan.place')} value={place} onChange={setPlace} maxLength={LENGTHS.line} />
      )}
      <NumberField
        label={t('certPlan.hoursPerWeek')}
        hint={t('certPlan.hoursHint')}
        value={hoursPerWeek}
        onChange={setHoursPerWeek}
        min={EXAM_HOURS_A_WEEK.least}
        max={EXAM_HOURS_A_WEEK.most}
        step={0.5}
        error={tried && fault.hours ? t('certPlan.wrongHours') : undefined}
      />
      <NumberField
        label={t('certPlan.studyHours')}
        hint={t('certPlan.studyHint', { count: STUDY_HOURS[facts.level] })}
        value={studyHours}
        onChange={setStudyHours}
        min={1}
        max={2_000}
        error={tried && fault.study ? t('certPlan.wrongStudy') : undefined}
      />
    </FormDialog>
  );
};
