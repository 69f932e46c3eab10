import { TOPIC_STATUSES } from '../../../shared/values.ts';
import { useStore } from '../../store.ts';
import { Menu } from '../../ui/menu.tsx';
import { StatusIcon } from '../../ui/status-mark.tsx';
import { t } from '../../words.ts';
import { usePickStatus, useTopicState } from './topic-mark.tsx';

type Open = NonNullable<ReturnType<typeof useOpenMenu>>;
const useOpenMenu = () => useStore((state) => state.statusMenu);

const OpenMenu = ({ menu }: Readonly<{ menu: Open }>) => {
  const { status } = useTopicState(menu.id);
  const close = useStore((state) => state.closeStatusMenu);
  const pick = usePickStatus();
  return (
    <Menu
      label={t('status.menuTitle')}
      anchor={menu.at}
      groups={[
        {
          id: 'status',
          label: t('status.menuTitle'),
          selected: status,
          entries: TOPIC_STATUSES.map((entry, index) => ({
            id: entry,
            label: entry === 'skipped' ? t('status.skip') : t(`status.${entry}`),
            icon: <StatusIcon status={entry} />,
            keys: String(index + 1),
            disabled: entry === 'revise' && status !== 'done' && status !== 'revise',
          })),
        },
      ]}
      onAction={(id) => {
        const picked = TOPIC_STATUSES.find((entry) => entry === id);
        if (picked) pick(menu, picked);
      }}
      onClose={close}
    />
  );
};

/** The menu of the topic that was last asked for it. */
export const StatusMenu = () => {
  const menu = useOpenMenu();
  return menu && <OpenMenu menu={menu} />;
};
