import { useCallback } from 'react';
import type { LevelCount, SkillDetail } from '../../shared/model/skill.ts';
import { useScroller, useVisibleRange } from '../parts/scroller.ts';
import { useStore, useStoreApi } from '../store.ts';
import { useTopicKeys } from '../parts/topics/topic-mark.tsx';
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
  const know = useStore((state) => state.know);
  const { done, total } = useLevelCount(count, topicAt);

  return (
    <Section
      id={`level-${level}`}
      title={name}
      hint={t(`levelMeaning.${level}`)}
      remark={t('figure.ofTotal', { done, total })}
      action={
        <Button
          small
          variant="quiet"
          disabled={done === total}
          title={t('skill.knowLevelHint', { level: name })}
          onClick={() => void know(skill.id, level)}
        >
          {t('skill.knowLevel', { level: name })}
        </Button>
      }
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
          const topic = topicAt(index);
          const isRow = event.target instanceof Element && event.target.hasAttribute('data-index');
          if (topic && (isRow || event.key !== ' ')) onTopicKey(topic, event);
        }}
        onActivate={(index) => {
          const topic = topicAt(index);
          if (!topic) return;
          const { topics: states, setStatus } = store.getState();
          void setStatus(topic.id, states[topic.id]?.status === 'done' ? 'todo' : 'done');
        }}
      />
    </Section>
  );
};

type TopicAt = ReturnType<typeof useTopicPages>;

/** Counts what is on the page, so that the head follows a tick at once; long lists keep to the core's last count. */
const useLevelCount = (count: LevelCount, topicAt: TopicAt): { done: number; total: number } => {
  const states = useStore((state) => state.topics);
  if (count.topics > 60) return count;
  const topics = Array.from({ length: count.topics }, (_, index) => topicAt(index));
  if (topics.includes(undefined)) return count;
  const statuses = topics.map((topic) => (states[topic!.id] ?? topic!.state).status);
  return {
    done: statuses.filter((status) => status === 'done' || status === 'revise').length,
    total: statuses.filter((status) => status !== 'skipped').length,
  };
};
