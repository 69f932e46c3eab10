import { useCallback, useEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { isCounted, type Level } from '../../shared/values.ts';
import type { LevelCount, SkillDetail } from '../../shared/model/skill.ts';
import { useScroller, useVisibleRange } from '../parts/scroller.ts';
import { useStore, useStoreApi } from '../store.ts';
import { toggled } from '../parts/topics/topic-mark.tsx';
import { TopicRow } from '../parts/topics/topic-row.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { VirtualList, type VirtualListHandle } from '../ui/virtual-list.tsx';
import { t } from '../words.ts';
import { useLevelKeys } from './level-keys.ts';
import styles from './skill.module.css';
import { AddTopic } from './topic-add.tsx';
import { useTopicDrag } from './topic-drag.ts';
import { useTopicPages } from './use-topic-pages.ts';

type LevelSectionProps = Readonly<{
  skill: SkillDetail;
  count: LevelCount;
  /** The row that the address leads to. */
  arrival: number | null;
  /** The field for own topics is open. */
  isAdding: boolean;
  onAdding: (isAdding: boolean) => void;
}>;

/** The topics of one level, to be ticked by click, Space or the keys 1 to 5, and selected with Shift. */
export const LevelSection = ({ skill, count, arrival, isAdding, onAdding }: LevelSectionProps) => {
  const { level, topics } = count;
  // Topics of lower levels come first in the skill.
  const offset = skill.levels.reduce((sum, other) => sum + (other.level < level ? other.topics : 0), 0);
  const name = t(`level.${level}`);
  const { visible, onVisibleRange } = useVisibleRange();
  const topicAt = useTopicPages(skill.id, offset, topics, visible);
  const getScrollElement = useScroller();
  const store = useStoreApi();
  const selected = useStore((state) => state.selected);
  const list = useRef<VirtualListHandle>(null);
  const onMoved = useFollowedTopic(list, topicAt, topics);
  useLeveledTopic(list, topicAt, count);
  const onLevelKey = useLevelKeys({ skill: skill.id, offset, count: topics, topicAt, onMoved });
  const drag = useTopicDrag(topicAt, topics);
  useEffect(() => {
    if (arrival === null) return undefined;
    // The heading has the focus first, as on every arrival.
    const timer = setTimeout(() => list.current?.focusRow(arrival), 0);
    return () => clearTimeout(timer);
  }, [arrival]);
  /** Rows are counted over all levels. */
  const selectTo = (from: number, to: number): void => {
    const { anchor, selectRange, select: choose, selected: now } = store.getState();
    if (anchor === null) choose(now, from);
    void selectRange({ skill: skill.id, from, to });
  };
  const select = (index: number, event: KeyboardEvent | MouseEvent): boolean => {
    const { anchor, select: choose, selected: now } = store.getState();
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
    const next = new Set(now);
    if (!next.delete(topic.id)) next.add(topic.id);
    choose(next, at);
    return true;
  };

  /** A box is part of its row for whoever selects: a range of rows that ends at a box does not tick that one. */
  const selectByBox = (event: MouseEvent): void => {
    const row = (event.target as Element).closest('[role="checkbox"]')?.closest('[data-index]');
    if (row && select(Number(row.getAttribute('data-index')), event)) event.stopPropagation();
  };

  /** The arrow keys go on from one level to the next, and with Shift the selection does. */
  const leave = (index: number, by: 1 | -1, event: KeyboardEvent): void => {
    const at = offset + index;
    if (goTo(skill, level, by, event) && event.shiftKey) selectTo(store.getState().anchor ?? at, at + by);
  };

  return (
    <Section
      id={`level-${level}`}
      title={name}
      hint={t(`levelMeaning.${level}`)}
      remark={<LevelCountText count={count} topicAt={topicAt} />}
      action={<KnowLevel skill={skill.id} count={count} topicAt={topicAt} />}
    >
      <div className={styles.drag} onClickCapture={selectByBox} {...drag}>
        <VirtualList
          handle={list}
          label={t('skill.topics', { skill: skill.name, level: name })}
          count={topics}
          estimate={2.25}
          getScrollElement={getScrollElement}
          onVisibleRange={onVisibleRange}
          selectedLabel={t('selection.selected')}
          keyOf={useCallback((index: number) => String(index), [])}
          rowOf={(index) => {
            const id = topicAt(index)?.id;
            return id !== undefined && selected.has(id) ? { selected: true } : {};
          }}
          renderRow={useCallback(
            (index: number, { tabIndex }: { readonly tabIndex: 0 | -1 }) => {
              const topic = topicAt(index);
              if (!topic) return <span className={styles.gap} />;
              const row = <TopicRow topic={topic} tabIndex={tabIndex} />;
              return topic.own ? <div draggable>{row}</div> : row;
            },
            [topicAt],
          )}
          onMove={(index, event) => {
            if (!event.shiftKey) return;
            const { anchor, select: choose, selected: now } = store.getState();
            const by = event.key === 'ArrowUp' ? 1 : -1;
            if (anchor === null && event.key.startsWith('Arrow')) choose(now, offset + index + by);
            select(index, event);
          }}
          onKey={(index, event) => {
            if (event.key === 'ArrowDown' && index === topics - 1) leave(index, 1, event);
            if (event.key === 'ArrowUp' && index === 0) leave(index, -1, event);
            onLevelKey(index, event);
          }}
          onActivate={(index, event) => {
            if (select(index, event)) return;
            const topic = topicAt(index);
            if (!topic) return;
            const { topics: states, setStatus, selected: now, clearSelection } = store.getState();
            if (now.size > 0) clearSelection();
            void setStatus(topic.id, toggled(states[topic.id]?.status ?? topic.state.status));
          }}
        />
      </div>
      <AddTopic skill={skill.id} level={level} isOpen={isAdding} onOpen={onAdding} />
    </Section>
  );
};

/** Rows to either side among which a topic that was moved by a key can be. */
const REACH = 500;

/** The focus goes with a topic that was moved by key, once its new place is read. */
const useFollowedTopic = (
  list: RefObject<VirtualListHandle | null>,
  topicAt: TopicAt,
  count: number,
): ((topic: string, from: number) => void) => {
  const moved = useRef<{ readonly topic: string; readonly from: number } | null>(null);
  useEffect(() => {
    if (!moved.current) return;
    const { topic, from } = moved.current;
    // The row itself, or its mark that was clicked.
    const row = document.activeElement?.closest('[data-index]');
    const isHere = row?.getAttribute('data-index') === String(from);
    if (!isHere) return void (moved.current = null);
    for (let at = Math.max(0, from - REACH); at < Math.min(count, from + REACH); at += 1) {
      if (topicAt(at)?.id !== topic || at === from) continue;
      moved.current = null;
      return list.current?.focusRow(at);
    }
  }, [list, topicAt, count]);
  return useCallback((topic, from) => void (moved.current = { topic, from }), []);
};

/** The focus goes with a topic that came here from another level: it stands at the end. */
const useLeveledTopic = (
  list: RefObject<VirtualListHandle | null>,
  topicAt: TopicAt,
  { level, topics: count }: LevelCount,
): void => {
  const following = useStore((state) => (state.following?.level === level ? state.following.topic : null));
  const followed = useStore((state) => state.followed);
  useEffect(() => {
    if (following === null) return;
    for (let at = count - 1; at >= Math.max(0, count - REACH); at -= 1) {
      if (topicAt(at)?.id !== following) continue;
      followed();
      // Who went elsewhere meanwhile stays there.
      const here = document.activeElement;
      if (here === document.body || here?.closest('[data-index]')) list.current?.focusRow(at);
      return;
    }
  }, [list, topicAt, count, following, followed]);
};

/** Each level is a list of its own: gives the focus to the next one. False where there is none. */
const goTo = (skill: SkillDetail, level: Level, by: 1 | -1, event: KeyboardEvent): boolean => {
  const at = skill.levels.findIndex((count) => count.level === level) + by;
  const next = skill.levels[at];
  if (!next) return false;
  const row = by === 1 ? 0 : next.topics - 1;
  const target = document.querySelector<HTMLElement>(`#level-${next.level} [data-index='${row}']`);
  if (!target) return false;
  event.preventDefault();
  target.focus();
  return true;
};

type TopicAt = ReturnType<typeof useTopicPages>;

type LevelCountProps = Readonly<{ count: LevelCount; topicAt: TopicAt }>;

/**
 * Counts what is on the page, so that it follows a tick at once; long lists keep to the core's last count. Handed over as one
 * text ("2/3"), so that a tick elsewhere renders nothing here.
 */
const useLevelCount = ({ count, topicAt }: LevelCountProps): { done: number; total: number } => {
  const counted = useStore(({ topics }) => {
    const known = `${count.done}/${count.total}`;
    if (count.topics > 60) return known;
    let done = 0;
    let total = 0;
    for (let index = 0; index < count.topics; index += 1) {
      const topic = topicAt(index);
      if (!topic) return known;
      if (topic.leaves !== null) continue;
      const { status } = topics[topic.id] ?? topic.state;
      if (isCounted(status)) done += 1;
      if (status !== 'skipped') total += 1;
    }
    return `${done}/${total}`;
  });
  const [done, total] = counted.split('/').map(Number);
  return { done: done!, total: total! };
};

const LevelCountText = (props: LevelCountProps) => t('figure.ofTotal', useLevelCount(props));

const KnowLevel = ({ skill, ...props }: LevelCountProps & Readonly<{ skill: string }>) => {
  const { level } = props.count;
  const name = t(`level.${level}`);
  const know = useStore((state) => state.know);
  const { done, total } = useLevelCount(props);
  return (
    <Button
      small
      variant="quiet"
      // Not `disabled`, which would drop the focus of the key that pressed it.
      aria-disabled={done === total}
      title={t('skill.knowLevelHint', { level: name })}
      onClick={() => done < total && void know(skill, level)}
    >
      {t('skill.knowLevel', { level: name })}
    </Button>
  );
};
