import { Signpost } from 'lucide-react';
import { useState } from 'react';
import type { NextStep, StepReason } from '../../shared/model/today.ts';
import { signed } from '../format.ts';
import { TopicMark } from '../parts/topics/topic-mark.tsx';
import { useStore } from '../store.ts';
import { RefusedText, TopicMenuButton } from '../parts/topics/topic-row.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';
import styles from './today.module.css';

const reasonText = (reason: StepReason): string => {
  switch (reason.kind) {
    case 'entry':
      return t('today.reasonEntry', { role: reason.role });
    case 'gap':
      return t('today.reasonGap', { role: reason.role });
    case 'several-targets':
      return t('today.reasonSeveral', { count: reason.count });
    case 'begun':
      return t('today.reasonBegun');
  }
};

const reasons = (step: NextStep): string => step.reasons.map(reasonText).join(', ');

const TopicStep = ({ step }: Readonly<{ step: Extract<NextStep, { kind: 'topic' }> }>) => {
  const refused = useStore((state) => state.refused[step.topic]);
  return (
    <Row
      lead={<TopicMark topic={{ id: step.topic, text: step.text, state: step.state }} />}
      second={
        <>
          <a href={`#/skills/${step.skill}`}>{step.skillName}</a> · {t(`level.${step.level}`)} ·{' '}
          {reasons(step)}
          {refused !== undefined && <RefusedText text={refused} />}
        </>
      }
      end={
        <span className={styles.gain}>
          <TopicMenuButton topic={{ id: step.topic, text: step.text }} tabIndex={0} />
          {signed(step.gain)}
        </span>
      }
      endStrong
    >
      <span dir="auto">{step.text}</span>
    </Row>
  );
};

/** As wide as a status control, so that the texts stand in line. */
const ChooseIcon = () => (
  <span className={styles.choose}>
    <Signpost aria-hidden="true" />
  </span>
);

const keyOf = (step: NextStep): string => (step.kind === 'topic' ? step.topic : step.group);

/** The steps of the core, and in their old places the ones that were ticked here: a tick must not vanish under the hand. */
const useWithTicked = (steps: readonly NextStep[]): readonly NextStep[] => {
  const states = useStore((state) => state.topics);
  const [shown, setShown] = useState(steps);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const newest = new Map(steps.map((step) => [keyOf(step), step]));
  const isDone = (step: NextStep): boolean => step.kind === 'topic' && states[step.topic]?.status === 'done';
  const newlyTicked = shown.filter((step) => isDone(step) && !ticked.includes(keyOf(step))).map(keyOf);
  if (newlyTicked.length > 0) setTicked([...ticked, ...newlyTicked]);
  const kept = shown.flatMap((step) => {
    const key = keyOf(step);
    return newest.get(key) ?? (isDone(step) || ticked.includes(key) ? step : []);
  });
  const keys = new Set(kept.map(keyOf));
  const next = [...kept, ...steps.filter((step) => !keys.has(keyOf(step)))];
  if (next.length !== shown.length || next.some((step, index) => step !== shown[index])) setShown(next);
  return next;
};

/** What to do next, to be ticked in place, each with its reasons. */
export const NextSteps = ({ steps }: Readonly<{ steps: readonly NextStep[] }>) => (
  <Rows label={t('today.next')}>
    {useWithTicked(steps).map((step) =>
      step.kind === 'topic' ? (
        <TopicStep key={step.topic} step={step} />
      ) : (
        <Row
          key={step.group}
          lead={<ChooseIcon />}
          second={`${t(`level.${step.level}`)} · ${reasons(step)}`}
          href={`#/roles/${step.role}`}
        >
          {t('today.chooseGroup', { title: step.title })}
        </Row>
      ),
    )}
  </Rows>
);
