import { RotateCcw, Signpost, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { NextStep, StepReason } from '../../../shared/model/step.ts';
import { fullDate, listInWords, percent, signed } from '../../format.ts';
import { useStore } from '../../store.ts';
import { Row, Rows } from '../../ui/rows.tsx';
import { t } from '../../words.ts';
import { TopicMark } from '../topics/topic-mark.tsx';
import { RefusedText } from '../topics/topic-row.tsx';
import { duration } from './duration.ts';
import { StepMenu } from './step-menu.tsx';
import styles from './steps.module.css';

const reasonText = (reason: StepReason): string => {
  switch (reason.kind) {
    case 'before':
      return t('steps.before', { skill: reason.skill });
    case 'exam':
      return t('steps.exam', { title: reason.title, date: fullDate(reason.on) });
    case 'faded':
      return t('steps.faded', { value: percent(100 * reason.left) });
    case 'entry':
      return t('steps.entry', { roles: listInWords(reason.roles) });
    case 'stage':
      return t('steps.stage', { stage: t(`stage.${reason.stage}`), role: reason.role });
    case 'several-targets':
      return t('steps.several', { count: reason.count });
    case 'begun':
      return t('steps.begun');
  }
};

const reasons = ({ reasons: all }: NextStep): string => all.map(reasonText).join(', ');

/** The figure that a step moves, in full, as the tooltip says it: by role, with the bar. */
const movesText = ({ kind, gains }: NextStep): string =>
  gains
    .map(({ role, points }) =>
      t('steps.gainOf', {
        role,
        gain: t(kind === 'review' ? 'steps.freshGain' : 'steps.coveredGain', { gain: signed(points) }),
      }),
    )
    .join(', ');

const gainText = ({ kind, gain }: NextStep): string => {
  if (kind === 'topic') return signed(gain);
  return t(kind === 'review' ? 'steps.freshGain' : 'steps.upTo', { gain: signed(gain) });
};

const Gain = ({ step, name }: Readonly<{ step: NextStep; name: string }>) => (
  <span className={styles.gain}>
    <StepMenu step={step} name={name} />
    <span title={movesText(step)}>
      {gainText(step)}
      <span className="sr-only">{` (${movesText(step)})`}</span>
    </span>
  </span>
);

const TopicStep = ({ step }: Readonly<{ step: Extract<NextStep, { kind: 'topic' }> }>) => {
  const refused = useStore((state) => state.refused[step.topic]);
  return (
    <Row
      lead={<TopicMark topic={{ id: step.topic, text: step.text, state: step.state }} />}
      second={
        <>
          <a href={`#/skills/${encodeURIComponent(step.skill)}`}>{step.skillName}</a> ·{' '}
          {t(`level.${step.level}`)} · {reasons(step)}
          {refused !== undefined && <RefusedText text={refused} />}
        </>
      }
      end={<Gain step={step} name={step.text} />}
      endSecond={duration(step.hours)}
      endStrong
    >
      <span dir="auto">{step.text}</span>
    </Row>
  );
};

/** As wide as a status control, so that the texts stand in line. */
const Lead = ({ icon: Icon }: Readonly<{ icon: LucideIcon }>) => (
  <span className={styles.lead}>
    <Icon aria-hidden="true" />
  </span>
);

/** The line of the role that asks for the choice. */
const lineOf = ({ role, group }: Extract<NextStep, { kind: 'choose' }>): string =>
  `#/roles/${encodeURIComponent(role)}/line/${encodeURIComponent(group)}`;

const OtherStep = ({ step }: Readonly<{ step: Exclude<NextStep, { kind: 'topic' }> }>) => {
  const name =
    step.kind === 'choose'
      ? t('today.chooseGroup', { title: step.title })
      : t('steps.review', { skill: step.skillName });
  const about =
    step.kind === 'choose'
      ? t(`level.${step.level}`)
      : t('steps.reviewed', { date: fullDate(step.practisedOn) });
  return (
    <Row
      lead={<Lead icon={step.kind === 'choose' ? Signpost : RotateCcw} />}
      second={`${about} · ${reasons(step)}`}
      href={step.kind === 'choose' ? lineOf(step) : '#/reviews'}
      end={<Gain step={step} name={name} />}
      {...(step.kind === 'review' && { endSecond: duration(step.hours) })}
      endStrong
    >
      {name}
    </Row>
  );
};

const keyOf = ({ step }: NextStep): string => `${step.kind} ${step.id}`;
/** A tick puts the next topic in the place of a skill's step, so a topic is told by itself. */
const rowKey = (step: NextStep): string => (step.kind === 'topic' ? step.topic : keyOf(step));

/** The steps of the core, and in their old places the ones that were ticked here: a tick must not vanish under the hand. */
const useWithTicked = (steps: readonly NextStep[]): readonly NextStep[] => {
  const states = useStore((state) => state.topics);
  const [shown, setShown] = useState(steps);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const newest = new Map(steps.map((step) => [rowKey(step), step]));
  const isDone = (step: NextStep): boolean => step.kind === 'topic' && states[step.topic]?.status === 'done';
  const newlyTicked = shown.filter((step) => isDone(step) && !ticked.includes(rowKey(step))).map(rowKey);
  if (newlyTicked.length > 0) setTicked([...ticked, ...newlyTicked]);
  const kept = shown.flatMap((step) => {
    const key = rowKey(step);
    return newest.get(key) ?? (isDone(step) || ticked.includes(key) ? step : []);
  });
  const keys = new Set(kept.map(rowKey));
  const next = [...kept, ...steps.filter((step) => !keys.has(rowKey(step)))];
  if (next.length !== shown.length || next.some((step, index) => step !== shown[index])) setShown(next);
  return next;
};

type StepRowsProps = Readonly<{ label: string; steps: readonly NextStep[] }>;

/** What to do next, to be ticked in place, each with its reasons, the points that it brings and the time that it takes. */
export const StepRows = ({ label, steps }: StepRowsProps) => (
  <Rows label={label}>
    {useWithTicked(steps).map((step) =>
      step.kind === 'topic' ? (
        <TopicStep key={rowKey(step)} step={step} />
      ) : (
        <OtherStep key={rowKey(step)} step={step} />
      ),
    )}
  </Rows>
);
