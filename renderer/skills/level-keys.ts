import { useCallback, type KeyboardEvent } from 'react';
import { TOPIC_STATUSES } from '../../shared/values.ts';
import { useTopicKeys } from '../parts/topics/topic-mark.tsx';
import { refOf } from '../parts/topics/topic-row.tsx';
import { useStoreApi } from '../store.ts';
import { t } from '../words.ts';
import { moveByKey, type Direction } from './topic-moves.ts';
import type { TopicAt } from './use-topic-pages.ts';

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

type Rows = {
  readonly skill: string;
  /** Place of the first row of the level among the topics of the skill. */
  readonly offset: number;
  readonly count: number;
  readonly topicAt: TopicAt;
  /** A topic is about to leave this row by key. */
  readonly onMoved: (topic: string, from: number) => void;
};

/** What keys do on a row of topics: tick, set a status, select, move, edit. */
export const useLevelKeys = ({ skill, offset, count, topicAt, onMoved }: Rows) => {
  const store = useStoreApi();
  const onTopicKey = useTopicKeys();
  return useCallback(
    (index: number, event: KeyboardEvent): void => {
      const topic = topicAt(index);
      const isRow = event.target instanceof Element && event.target.hasAttribute('data-index');
      if (!topic) return;
      const {
        selected,
        selectRange,
        clearSelection,
        send,
        announce,
        openTopicDialog,
        askReason,
        setSelected,
      } = store.getState();
      const direction = event.altKey && !event.ctrlKey && !event.metaKey ? directions[event.key] : undefined;
      if (direction) {
        event.preventDefault();
        const move = moveByKey(topicAt, count, index, direction);
        if (!move) return;
        announce(t('own.moved', { text: topic.text }));
        onMoved(topic.id, index);
        void send('topics.move', { topics: [topic.id], ...move });
        return;
      }
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a' && isRow) {
        event.preventDefault();
        void selectRange({ skill, from: offset, to: offset + count - 1 });
        return;
      }
      if (event.key === 'Escape' && selected.size > 0) {
        event.preventDefault();
        clearSelection();
        return;
      }
      if (event.key === 'F2' && topic.own) {
        event.preventDefault();
        openTopicDialog({ kind: 'edit', topic });
        return;
      }
      const status = TOPIC_STATUSES[Number(event.key) - 1];
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isPlain && status !== undefined && selected.has(topic.id) && selected.size > 1) {
        event.preventDefault();
        if (status === 'skipped') askReason('selected');
        else void setSelected(status);
        return;
      }
      if (isRow || event.key !== ' ') onTopicKey(refOf(topic), event);
    },
    [store, onTopicKey, skill, offset, count, topicAt, onMoved],
  );
};
