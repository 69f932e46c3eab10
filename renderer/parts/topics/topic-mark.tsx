import { useCallback, type KeyboardEvent } from 'react';
import type { TopicState } from '../../../shared/model/topic.ts';
import { TOPIC_STATUSES, untouched, type TopicStatus } from '../../../shared/values.ts';
import { useStore, useStoreApi } from '../../store.ts';
import type { TopicRef } from '../../store/dialogs.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { t } from '../../words.ts';

/** The newest state of a topic; `shown` stands in until the store knows it. */
export const useTopicState = (id: string, shown: TopicState = untouched): TopicState =>
  useStore((state) => state.topics[id]) ?? shown;

/** What a click makes of a topic: it ticks and unticks, and brings a skipped one back. */
export const toggled = (status: TopicStatus): TopicStatus =>
  status === 'done' || status === 'skipped' ? 'todo' : 'done';

type TopicMarkProps = Readonly<{ topic: TopicRef & { readonly state?: TopicState }; tabIndex?: number }>;

/** The status control of a topic: a click ticks, a right click opens the menu. */
export const TopicMark = ({ topic, tabIndex }: TopicMarkProps) => {
  const { status } = useTopicState(topic.id, topic.state);
  const setStatus = useStore((state) => state.setStatus);
  const openStatusMenu = useStore((state) => state.openStatusMenu);
  return (
    <StatusMark
      status={status}
      label={t('status.labelled', { status: t(`status.${status}`), text: topic.text })}
      menuLabel={t('status.menu')}
      onToggle={() => void setStatus(topic.id, toggled(status))}
      onMenu={(at) => openStatusMenu(topic, at)}
      {...(tabIndex === undefined ? {} : { tabIndex })}
    />
  );
};

/** Sets a status that the person picked; a skip asks for its reason first. */
export const usePickStatus = (): ((topic: TopicRef, status: TopicStatus) => void) => {
  const setStatus = useStore((state) => state.setStatus);
  const askReason = useStore((state) => state.askReason);
  return useCallback(
    (topic, status) => (status === 'skipped' ? askReason(topic) : void setStatus(topic.id, status)),
    [setStatus, askReason],
  );
};

/** Keys on a topic's row: Space ticks, 1 to 5 set a status, the menu key opens the menu. True where it took the key. */
export const useTopicKeys = (): ((topic: TopicRef, event: KeyboardEvent) => boolean) => {
  const store = useStoreApi();
  const pick = usePickStatus();
  return useCallback(
    (topic, event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      const { topics, setStatus, openStatusMenu } = store.getState();
      if (event.key === ' ') void setStatus(topic.id, toggled(topics[topic.id]?.status ?? 'todo'));
      else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
        const { left, bottom } = (event.target as Element).getBoundingClientRect();
        openStatusMenu(topic, { x: left, y: bottom });
      } else {
        const status = TOPIC_STATUSES[Number(event.key) - 1];
        if (status === undefined) return false;
        pick(topic, status);
      }
      event.preventDefault();
      return true;
    },
    [store, pick],
  );
};
