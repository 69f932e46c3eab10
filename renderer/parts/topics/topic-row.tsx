import { Ellipsis } from 'lucide-react';
import type { TopicState } from '../../../shared/model/topic.ts';
import { localToday } from '../../clock.ts';
import { shortDate } from '../../format.ts';
import { useStore } from '../../store.ts';
import { IconButton } from '../../ui/button.tsx';
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

/** The way to every status that needs no knowledge of keys: shown on the row in hand, and always where nothing hovers. */
export const TopicMenuButton = ({ topic, tabIndex }: TopicRowProps) => {
  const openStatusMenu = useStore((all) => all.openStatusMenu);
  return (
    <span className={styles.more}>
      <IconButton
        small
        tabIndex={tabIndex}
        label={t('status.more', { text: topic.text })}
        tooltip={t('status.menu')}
        icon={<Ellipsis aria-hidden="true" />}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          openStatusMenu(topic, { x: left, y: bottom });
        }}
      />
    </span>
  );
};

/** One topic of a list. It reads its own state, so a tick renders this row and no other. */
export const TopicRow = ({ topic, tabIndex }: TopicRowProps) => {
  const state = useTopicState(topic.id, topic.state);
  const refused = useStore((all) => all.refused[topic.id]);
  const openStatusMenu = useStore((all) => all.openStatusMenu);
  return (
    <div
      className={styles.row}
      onContextMenu={(event) => {
        event.preventDefault();
        openStatusMenu(topic, { x: event.clientX, y: event.clientY });
      }}
    >
      <RowBody
        lead={<TopicMark topic={topic} tabIndex={tabIndex} />}
        end={
          <span className={styles.end}>
            <span>{remark(state)}</span>
            <TopicMenuButton topic={topic} tabIndex={tabIndex} />
          </span>
        }
        muted={state.status === 'skipped'}
        {...(refused !== undefined && { second: <RefusedText text={refused} /> })}
      >
        <div dir="auto">{topic.text}</div>
      </RowBody>
    </div>
  );
};
