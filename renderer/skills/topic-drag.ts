import { useCallback, type DragEvent } from 'react';
import type { Topic } from '../../shared/model/topic.ts';
import { useStoreApi } from '../store.ts';
import { moveByDrop, placeOver } from './topic-moves.ts';

const TYPE = 'application/x-groundwork-topic';

type TopicAt = (index: number) => Topic | undefined;

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;

const shareOf = (row: HTMLElement, event: DragEvent): number => {
  const { top, height } = row.getBoundingClientRect();
  return (event.clientY - top) / height;
};

const clear = (list: EventTarget): void => {
  if (!(list instanceof Element)) return;
  for (const row of list.querySelectorAll('[data-drop]')) row.removeAttribute('data-drop');
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
      clear(event.currentTarget);
      if (!row || !event.dataTransfer.types.includes(TYPE)) return;
      const topic = topicAt(Number(row.dataset['index']));
      if (!topic?.own) return;
      event.preventDefault();
      row.dataset['drop'] = placeOver(shareOf(row, event));
      row.style.setProperty('--drop-depth', String(topic.depth - 1));
    },
    [topicAt],
  );
  /** Leaving one part of a row for another says so too: only who leaves the list takes the mark along. */
  const onDragLeave = useCallback((event: DragEvent): void => {
    const isWithin = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
    if (!isWithin) clear(event.currentTarget);
  }, []);
  const onDrop = useCallback(
    (event: DragEvent): void => {
      const row = rowOf(event.target);
      const id = event.dataTransfer.getData(TYPE);
      clear(event.currentTarget);
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
  const onDragEnd = useCallback((event: DragEvent): void => clear(event.currentTarget), []);
  return { onDragStart, onDragEnter: onDragOver, onDragOver, onDrop, onDragEnd, onDragLeave };
};
