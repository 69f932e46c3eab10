import type { KeyboardEvent, MouseEvent } from 'react';
import type { SkillDetail } from '../../shared/model/skill.ts';
import type { Level } from '../../shared/values.ts';
import { useStoreApi } from '../store.ts';
import { focusNextLevel } from './level-focus.ts';
import type { TopicAt } from './use-topic-pages.ts';

type LevelSelectionOptions = {
  readonly skill: SkillDetail;
  readonly level: Level;
  /** Topics of lower levels, which come first: rows are counted over all levels. */
  readonly offset: number;
  readonly topicAt: TopicAt;
};

type LevelSelection = {
  /** Selects with Shift or Ctrl; false where the event says neither, or the topic is not read yet. */
  readonly select: (index: number, event: KeyboardEvent | MouseEvent) => boolean;
  readonly selectByBox: (event: MouseEvent) => void;
  /** The focus came to `index` by a key, which selects on the way with Shift. */
  readonly onMove: (index: number, event: KeyboardEvent) => void;
  /** The arrow keys go on from one level to the next, and with Shift the selection does. */
  readonly leave: (index: number, by: 1 | -1, event: KeyboardEvent) => void;
};

/** Selecting topics of one level, on into the levels beside it. */
export const useLevelSelection = ({
  skill,
  level,
  offset,
  topicAt,
}: LevelSelectionOptions): LevelSelection => {
  const store = useStoreApi();
  const selectTo = (from: number, to: number): void => {
    const { anchor, selectRange, select: choose, selected } = store.getState();
    if (anchor === null) choose(selected, from);
    void selectRange({ skill: skill.id, from, to });
  };
  const select: LevelSelection['select'] = (index, event) => {
    const { anchor, select: choose, selected } = store.getState();
    const topic = topicAt(index);
    if (!topic) return false;
    const at = offset + index;
    if (event.shiftKey) {
      selectTo(anchor ?? at, at);
      // The browser takes it for a selection of text.
      getSelection()?.removeAllRanges();
      return true;
    }
    if (!event.ctrlKey && !event.metaKey) return false;
    const next = new Set(selected);
    if (!next.delete(topic.id)) next.add(topic.id);
    choose(next, at);
    return true;
  };
  return {
    select,
    // A box is part of its row for whoever selects: a range of rows that ends at a box does not tick that one.
    selectByBox: (event) => {
      const row = (event.target as Element).closest('[role="checkbox"]')?.closest('[data-index]');
      if (row && select(Number(row.getAttribute('data-index')), event)) event.stopPropagation();
    },
    onMove: (index, event) => {
      if (!event.shiftKey) return;
      const { anchor, select: choose, selected } = store.getState();
      const by = event.key === 'ArrowUp' ? 1 : -1;
      if (anchor === null && event.key.startsWith('Arrow')) choose(selected, offset + index + by);
      select(index, event);
    },
    leave: (index, by, event) => {
      const at = offset + index;
      if (focusNextLevel(skill, level, by, event) && event.shiftKey) {
        selectTo(store.getState().anchor ?? at, at + by);
      }
    },
  };
};
