import type { TopicState } from '../../../shared/model/topic.ts';
import { localToday } from '../../clock.ts';
import { shortDate } from '../../format.ts';
import { useStore } from '../../store.ts';
import { RowBody } from '../../ui/rows.tsx';
import { t } from '../../words.ts';
import { TopicMark, useTopicState } from './topic-mark.tsx';
import styles from './topic-row.module.css';

/** Since when it is so, or why it is skipped. */
const remark = (state: TopicState): string => {
  const date = (day: string | null): string => (day === null ? '' : shortDate(day, localToday()));
  switch (state.status) {
    case 'todo':
      return '';
    case 'done':
      return date(state.doneOn);
    case 'learning':
      return t('status.since.learning', { date: date(state.since) });
    case 'revise':
      return t('status.since.revise', { date: date(state.doneOn) });
    case 'skipped':
      return t('status.since.skipped', { reason: state.reason ?? '' });
  }
};

/** Why a change did not stay. */
export const RefusedText = ({ text }: Readonly<{ text: string }>) => (
  <span className={styles.refused}>{text}</span>
);

type TopicRowProps = Readonly<{
  topic: { readonly id: string; readonly text: string; readonly state: TopicState };
  tabIndex: 0 | -1;
}>;

/** One topic of a list. It reads its own state, so a tick renders this row and no other. */
export const TopicRow = ({ topic, tabIndex }: TopicRowProps) => {
  const state = useTopicState(topic.id, topic.state);
  const refused = useStore((all) => all.refused[topic.id]);
  return (
    <RowBody
      lead={<TopicMark topic={topic} tabIndex={tabIndex} />}
      end={remark(state)}
      muted={state.status === 'skipped'}
      {...(refused !== undefined && { second: <RefusedText text={refused} /> })}
    >
      <div dir="auto">{topic.text}</div>
    </RowBody>
  );
};
