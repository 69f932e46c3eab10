import { CalendarClock, CircleSlash, Ellipsis } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { NextStep } from '../../../shared/model/step.ts';
import { TOPIC_STATUSES } from '../../../shared/values.ts';
import { useStore } from '../../store.ts';
import { IconButton } from '../../ui/button.tsx';
import type { MenuGroup } from '../../ui/menu.tsx';
import { StatusIcon } from '../../ui/status-mark.tsx';
import { t } from '../../words.ts';
import { usePickStatus, useTopicState } from '../topics/topic-mark.tsx';

const Menu = lazy(async () => ({ default: (await import('../../ui/menu.tsx')).Menu }));

/** Everything that can be done with a step: start it, set another status, put it aside. */
export const StepMenu = ({ step, name }: Readonly<{ step: NextStep; name: string }>) => {
  const [isOpen, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const send = useStore((state) => state.send);
  const pick = usePickStatus();
  const topic = step.kind === 'topic' ? step : null;
  const { status } = useTopicState(topic?.topic ?? '', topic?.state);
  const statuses: MenuGroup = {
    id: 'status',
    label: t('steps.status'),
    selected: status,
    entries: TOPIC_STATUSES.map((entry, index) => ({
      id: entry,
      label:
        entry === 'learning'
          ? t('steps.start')
          : entry === 'skipped'
            ? t('status.skip')
            : t(`status.${entry}`),
      icon: <StatusIcon status={entry} />,
      keys: String(index + 1),
      disabled: entry === 'revise' && status !== 'done' && status !== 'revise',
    })),
  };
  const aside: MenuGroup = {
    id: 'aside',
    label: t('steps.aside'),
    entries: [
      { id: 'week', label: t('steps.week'), icon: <CalendarClock aria-hidden="true" />, keys: 'w' },
      { id: 'always', label: t('steps.always'), icon: <CircleSlash aria-hidden="true" />, keys: 'x' },
    ],
  };
  const act = (id: string): void => {
    const picked = TOPIC_STATUSES.find((entry) => entry === id);
    if (picked && topic) pick({ id: topic.topic, text: topic.text }, picked);
    if (id === 'week' || id === 'always')
      void send('steps.rest', { step: step.step, rest: id }, { undoable: true });
  };
  return (
    <>
      <IconButton
        small
        ref={trigger}
        label={t('steps.more', { text: name })}
        aria-haspopup="menu"
        icon={<Ellipsis aria-hidden="true" />}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Suspense>
          <Menu
            label={t('steps.more', { text: name })}
            groups={topic ? [statuses, aside] : [aside]}
            anchor={trigger}
            onAction={act}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
};
