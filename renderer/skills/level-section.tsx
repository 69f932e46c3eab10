import { useCallback, type KeyboardEvent } from 'react';
import { isCounted, type Level } from '../../shared/values.ts';
import type { LevelCount, SkillDetail } from '../../shared/model/skill.ts';
import { useScroller, useVisibleRange } from '../parts/scroller.ts';
import { useStore, useStoreApi } from '../store.ts';
import { toggled, useTopicKeys } from '../parts/topics/topic-mark.tsx';
import { TopicRow } from '../parts/topics/topic-row.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { t } from '../words.ts';
import styles from './skill.module.css';
import { useTopicPages } from './use-topic-pages.ts';

type LevelSectionProps = Readonly<{
  skill: SkillDetail;
  count: LevelCount;
}>;

/** The topics of one level, to be ticked by click, Space or the keys 1 to 5. */
export const LevelSection = ({ skill, count }: LevelSectionProps) => {
  const { level, topics } = count;
  // Topics of lower levels come first in the skill.
  const offset = skill.levels.reduce((sum, other) => sum + (other.level < level ? other.topics : 0), 0);
  const name = t(`level.${level}`);
  const { visible, onVisibleRange } = useVisibleRange();
  const topicAt = useTopicPages(skill.id, offset, topics, visible);
  const getScrollElement = useScroller();
  const store = useStoreApi();
  const onTopicKey = useTopicKeys();

  return (
    <Section
      id={`level-${level}`}
      title={name}
      hint={t(`levelMeaning.${level}`)}
      remark={<LevelCountText count={count} topicAt={topicAt} />}
      action={<KnowLevel skill={skill.id} count={count} topicAt={topicAt} />}
    >
      <VirtualList
        label={t('skill.topics', { skill: skill.name, level: name })}
        count={topics}
        estimate={2.25}
        getScrollElement={getScrollElement}
        onVisibleRange={onVisibleRange}
        keyOf={useCallback((index: number) => String(index), [])}
        renderRow={useCallback(
          (index: number, { tabIndex }: { readonly tabIndex: 0 | -1 }) => {
            const topic = topicAt(index);
            return topic ? <TopicRow topic={topic} tabIndex={tabIndex} /> : <span className={styles.gap} />;
          },
          [topicAt],
        )}
        onKey={(index, event) => {
          if (event.key === 'ArrowDown' && index === topics - 1) goTo(skill, level, 1, event);
          if (event.key === 'ArrowUp' && index === 0) goTo(skill, level, -1, event);
          const topic = topicAt(index);
          const isRow = event.target instanceof Element && event.target.hasAttribute('data-index');
          if (topic && (isRow || event.key !== ' ')) onTopicKey(topic, event);
        }}
        onActivate={(index) => {
          const topic = topicAt(index);
          if (!topic) return;
          const { topics: states, setStatus } = store.getState();
          void setStatus(topic.id, toggled(states[topic.id]?.status ?? topic.state.status));
        }}
      />
    </Section>
  );
};

/** Each level is a list of its own; the arrow keys go on from one to the next all the same. */
const goTo = (skill: SkillDetail, level: Level, by: 1 | -1, event: KeyboardEvent): void => {
  const at = skill.levels.findIndex((count) => count.level === level) + by;
  const next = skill.levels[at];
  if (!next) return;
  const row = by === 1 ? 0 : next.topics - 1;
  const target = document.querySelector<HTMLElement>(`#level-${next.level} [data-index='${row}']`);
  if (!target) return;
  event.preventDefault();
  target.focus();
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
