import { useCallback, useEffect, useRef } from 'react';
import { isCounted } from '../../shared/values.ts';
import type { LevelCount, SkillDetail } from '../../shared/model/skill.ts';
import { useScroller, useVisibleRange } from '../parts/scroller.ts';
import { useStore, useStoreApi } from '../store.ts';
import { toggled } from '../parts/topics/topic-mark.tsx';
import { TopicRow } from '../parts/topics/topic-row.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { VirtualList, type VirtualListHandle } from '../ui/virtual-list.tsx';
import { t } from '../words.ts';
import { useFollowedTopic, useLeveledTopic } from './level-focus.ts';
import { useLevelKeys } from './level-keys.ts';
import { useLevelSelection } from './level-selection.ts';
import styles from './skill.module.css';
import { AddTopic } from './topic-add.tsx';
import { useTopicDrag } from './topic-drag.ts';
import { useTopicPages, type TopicAt } from './use-topic-pages.ts';

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
  const { select, selectByBox, onMove, leave } = useLevelSelection({ skill, level, offset, topicAt });
  useEffect(() => {
    if (arrival === null) return undefined;
    // The heading has the focus first, as on every arrival.
    const timer = setTimeout(() => list.current?.focusRow(arrival), 0);
    return () => clearTimeout(timer);
  }, [arrival]);
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
          onMove={onMove}
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
