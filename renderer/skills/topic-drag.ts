import { useCallback, type DragEvent } from 'react';
import { clearDrop, leaveDrop, markDrop } from '../parts/drop-mark.ts';
import { useStoreApi } from '../store.ts';
import { moveByDrop, placeOver } from './topic-moves.ts';
import type { TopicAt } from './use-topic-pages.ts';

const TYPE = 'application/x-groundwork-topic';

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;

const shareOf = (row: HTMLElement, event: DragEvent): number => {
  const { top, height } = row.getBoundingClientRect();
  return (event.clientY - top) / height;
};

/** Own topics of a level can be dragged to another place in it; several go together where they are selected. */
export const useTopicDrag = (topicAt: TopicAt, count: number) => {
  const store = useStoreApi();
  const onDragStart = useCallback(
    (event: DragEvent): void => {
      const row = rowOf(event.target);
      const topic = row && topicAt(Number(row.dataset['index']));
      if (!topic?.own) return event.preventDefault();
      event.dataTransfer.setData(TYPE, topic.id);
      event.dataTransfer.effectAllowed = 'move';
    },
    [topicAt],
  );
  const onDragOver = useCallback(
    (event: DragEvent): void => {
      const row = rowOf(event.target);
      const topic = row && topicAt(Number(row.dataset['index']));
      if (!row || !topic?.own || !event.dataTransfer.types.includes(TYPE))
        return clearDrop(event.currentTarget);
      event.preventDefault();
      markDrop(event.currentTarget, row, placeOver(shareOf(row, event)));
      row.style.setProperty('--drop-depth', String(topic.depth - 1));
    },
    [topicAt],
  );
  const onDrop = useCallback(
    (event: DragEvent): void => {
      const row = rowOf(event.target);
      const id = event.dataTransfer.getData(TYPE);
      clearDrop(event.currentTarget);
      if (!row || id === '') return;
      event.preventDefault();
      const index = Number(row.dataset['index']);
      const move = moveByDrop(topicAt, count, index, placeOver(shareOf(row, event)));
      const { selected, send } = store.getState();
      const topics = selected.has(id) ? [...selected] : [id];
      if (move && !topics.includes(topicAt(index)!.id)) void send('topics.move', { topics, ...move });
    },
    [store, topicAt, count],
  );
  const onDragEnd = useCallback((event: DragEvent): void => clearDrop(event.currentTarget), []);
  return { onDragStart, onDragEnter: onDragOver, onDragOver, onDrop, onDragEnd, onDragLeave: leaveDrop };
};
