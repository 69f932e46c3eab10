import { Ellipsis, ExternalLink, StickyNote } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { Topic, TopicState } from '../../../shared/model/topic.ts';
import { localToday } from '../../clock.ts';
import { shortDate } from '../../format.ts';
import { useStore } from '../../store.ts';
import type { TopicRef } from '../../store/dialogs.ts';
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

/** A topic as its menu needs it. */
export const refOf = ({ id, text, own, skill, markdown, level, parent }: Topic): TopicRef => ({
  id,
  text,
  own,
  detail: { skill, markdown, level, parent },
});

type ButtonProps = Readonly<{ topic: TopicRef; tabIndex: 0 | -1 }>;

/** The way to every status that needs no knowledge of keys: shown on the row in hand, and always where nothing hovers. */
export const TopicMenuButton = ({ topic, tabIndex }: ButtonProps) => {
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

type TopicRowProps = Readonly<{ topic: Topic; tabIndex: 0 | -1 }>;

/** Says that there is a note, and opens it. */
const NoteButton = ({ topic, tabIndex }: TopicRowProps) => {
  const openTopicDialog = useStore((all) => all.openTopicDialog);
  const { id, text, skill, markdown, level, parent } = topic;
  return (
    <span className={styles.noted}>
      <IconButton
        small
        tabIndex={tabIndex}
        label={t('own.noteTitle', { text })}
        icon={<StickyNote aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => openTopicDialog({ kind: 'note', topic: { id, text, skill, markdown, level, parent } })}
      />
    </span>
  );
};

/** What it is made of: done of countable leaves, the newest word. */
const Leaves = ({ topic }: Readonly<{ topic: Topic }>) => {
  const leaves = useStore((all) => all.leaves[topic.id]) ?? topic.leaves;
  return topic.leaves && leaves ? <span className={styles.leaves}>{t('own.leaves', leaves)}</span> : null;
};

const Links = ({ topic, tabIndex }: TopicRowProps) => (
  <>
    {topic.links.map(({ title, url }) => (
      <a
        key={url}
        className={styles.link}
        href={url}
        target="_blank"
        rel="noreferrer"
        tabIndex={tabIndex}
        title={t('own.open', { title })}
        aria-label={t('own.open', { title })}
      >
        <ExternalLink aria-hidden="true" />
      </a>
    ))}
  </>
);

/** One topic of a list. It reads its own state, so a tick renders this row and no other. */
export const TopicRow = ({ topic, tabIndex }: TopicRowProps) => {
  const state = useTopicState(topic.id, topic.state);
  const refused = useStore((all) => all.refused[topic.id]);
  const openStatusMenu = useStore((all) => all.openStatusMenu);
  const ref = refOf(topic);
  return (
    <div
      className={styles.row}
      style={{ '--depth': topic.depth - 1 } as CSSProperties}
      onContextMenu={(event) => {
        event.preventDefault();
        openStatusMenu(ref, { x: event.clientX, y: event.clientY });
      }}
    >
      <RowBody
        lead={<TopicMark topic={{ ...ref, state: topic.state }} tabIndex={tabIndex} />}
        end={
          <span className={styles.end}>
            <Leaves topic={topic} />
            {topic.hasNote && <NoteButton topic={topic} tabIndex={tabIndex} />}
            <span>{remark(state)}</span>
            <TopicMenuButton topic={ref} tabIndex={tabIndex} />
          </span>
        }
        muted={state.status === 'skipped'}
        {...(refused !== undefined && { second: <RefusedText text={refused} /> })}
      >
        <div dir="auto">
          {topic.text}
          <Links topic={topic} tabIndex={tabIndex} />
        </div>
      </RowBody>
    </div>
  );
};
