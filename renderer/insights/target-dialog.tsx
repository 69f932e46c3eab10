import { useState } from 'react';
import type { Settings } from '../../shared/model/settings.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { NumberField } from '../ui/form.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { t } from '../words.ts';

type Unit = NonNullable<Settings['weeklyTarget']>['unit'];

const MOST: Readonly<Record<Unit, number>> = { days: 7, topics: 200 };

/** Begins or ends a pause; a day that is paused and taken up again is no pause. */
const pausesWith = (
  pauses: Settings['streakPauses'],
  isPaused: boolean,
  today: string,
): Settings['streakPauses'] => {
  const open = pauses.find(({ until }) => until === null);
  if ((open !== undefined) === isPaused) return pauses;
  if (isPaused) return [...pauses, { from: today, until: null }];
  const rest = pauses.filter((pause) => pause !== open);
  return open!.from === today ? rest : [...rest, { from: open!.from, until: today }];
};

type TargetDialogProps = Readonly<{ today: string; onClose: () => void }>;

export const TargetDialog = ({ today, onClose }: TargetDialogProps) => {
  const { weeklyTarget, streak, streakPauses } = useStore(({ settings }) => settings);
  const change = useStore((state) => state.changeSettings);
  const [unit, setUnit] = useState<Unit>(weeklyTarget?.unit ?? 'days');
  const [count, setCount] = useState<number | null>(weeklyTarget?.count ?? 3);
  const [shown, setShown] = useState(streak);
  const [paused, setPaused] = useState(streakPauses.some(({ until }) => until === null));
  const [tried, setTried] = useState(false);
  const most = MOST[unit];
  const isRight = count !== null && Number.isInteger(count) && count >= 1 && count <= most;
  const save = (target: Settings['weeklyTarget']): void => {
    onClose();
    void change({
      weeklyTarget: target,
      streak: shown,
      streakPauses: pausesWith(streakPauses, paused, today),
    });
  };
  return (
    <FormDialog
      title={t('insights.dialog')}
      cancel={t('insights.cancel')}
      confirm={t('insights.save')}
      {...(weeklyTarget && {
        extra: (
          <Button variant="quiet" onClick={() => save(null)}>
            {t('insights.noTarget')}
          </Button>
        ),
      })}
      onSubmit={() => {
        setTried(true);
        if (isRight) save({ unit, count });
      }}
      onCancel={onClose}
    >
      <Segmented
        label={t('insights.unit')}
        value={unit}
        options={[
          { value: 'days', label: t('insights.unitDays') },
          { value: 'topics', label: t('insights.unitTopics') },
        ]}
        onChange={setUnit}
      />
      <NumberField
        label={t('insights.count')}
        value={count}
        min={1}
        max={most}
        error={tried && !isRight ? t('insights.countWrong', { most }) : undefined}
        onChange={setCount}
      />
      <Checkbox label={t('insights.showStreak')} checked={shown} onChange={setShown} />
      <Checkbox
        label={t('insights.pauseStreak')}
        hint={t('insights.pauseHint')}
        checked={paused}
        onChange={setPaused}
      />
    </FormDialog>
  );
};
