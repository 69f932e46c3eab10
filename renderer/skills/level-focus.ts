import { useCallback, useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { LevelCount, SkillDetail } from '../../shared/model/skill.ts';
import type { Level } from '../../shared/values.ts';
import { useStore } from '../store.ts';
import type { VirtualListHandle } from '../ui/virtual-list.tsx';
import type { TopicAt } from './use-topic-pages.ts';

/** Rows to either side among which a topic that was moved by a key can be. */
const REACH = 500;

/** The focus goes with a topic that was moved by key, once its new place is read. */
export const useFollowedTopic = (
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
export const useLeveledTopic = (
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
export const focusNextLevel = (
  skill: SkillDetail,
  level: Level,
  by: 1 | -1,
  event: KeyboardEvent,
): boolean => {
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
