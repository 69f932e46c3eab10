import { useState } from 'react';
import { streakOf, workWeeks } from '../../shared/rules/work-weeks.ts';
import { fullDate } from '../format.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { Track } from '../ui/track.tsx';
import { t } from '../words.ts';
import { amountIn } from './amounts.ts';
import styles from './insights.module.css';
import { TargetDialog } from './target-dialog.tsx';

/** A row of weeks is looked for no further back than this. */
const WEEKS = 520;

/** How the week stands against the person's own target; the row of weeks only for who asked for it. */
export const ThisWeek = () => {
  const { data } = useQuery('insights.days', {});
  const { firstDayOfWeek, weeklyTarget, streak, streakPauses } = useStore(({ settings }) => settings);
  const [isOpen, setOpen] = useState(false);
  const isShown = weeklyTarget !== null || streak;
  const weeks =
    data && isShown
      ? workWeeks(data.days, { today: data.today, firstDayOfWeek, count: streak ? WEEKS : 1 })
      : null;
  const row = weeks ? streakOf(weeks, weeklyTarget, streakPauses) : 0;
  const open = streakPauses.find(({ until }) => until === null);
  return (
    <Section
      id="this-week"
      title={t('insights.target')}
      action={
        <Button small variant="quiet" onClick={() => setOpen(true)}>
          {t(weeklyTarget ? 'insights.targetChange' : 'insights.targetSet')}
        </Button>
      }
    >
      <div className={styles.week}>
        {weeklyTarget && weeks ? (
          <Standing done={weeks.at(-1)![weeklyTarget.unit]} {...weeklyTarget} />
        ) : (
          <p className={styles.quiet}>{t('insights.targetNone')}</p>
        )}
        {streak && <p>{row === 0 ? t('insights.streakNone') : t('insights.streak', { count: row })}</p>}
        {streak && open && (
          <p className={styles.quiet}>{t('insights.streakPaused', { date: fullDate(open.from) })}</p>
        )}
      </div>
      {isOpen && data && <TargetDialog today={data.today} onClose={() => setOpen(false)} />}
    </Section>
  );
};

const Standing = ({
  unit,
  count,
  done,
}: Readonly<{ unit: 'days' | 'topics'; count: number; done: number }>) => (
  <>
    <p>
      {t(done >= count ? 'insights.targetMet' : 'insights.targetSoFar', {
        done,
        amount: amountIn(unit, count),
      })}
    </p>
    <Track kind="neutral" value={(100 * done) / count} />
  </>
);
