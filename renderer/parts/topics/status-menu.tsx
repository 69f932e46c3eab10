import { History, ListPlus, Pencil, StickyNote, Trash2 } from 'lucide-react';
import { LEVELS, TOPIC_STATUSES, type Level } from '../../../shared/values.ts';
import { useStore } from '../../store.ts';
import type { TopicDialog } from '../../store/dialogs.ts';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { StatusIcon } from '../../ui/status-mark.tsx';
import { t } from '../../words.ts';
import { usePickStatus, useTopicState } from './topic-mark.tsx';

type Open = NonNullable<ReturnType<typeof useOpenMenu>>;
const useOpenMenu = () => useStore((state) => state.statusMenu);

const dialogs: readonly TopicDialog['kind'][] = ['edit', 'below', 'note', 'history'];

const levelEntry = (level: Level): string => `level ${level}`;

const OpenMenu = ({ menu }: Readonly<{ menu: Open }>) => {
  const { status } = useTopicState(menu.id);
  const close = useStore((state) => state.closeStatusMenu);
  const openDialog = useStore((state) => state.openTopicDialog);
  const send = useStore((state) => state.send);
  const setLevel = useStore((state) => state.setLevel);
  const pick = usePickStatus();
  const { detail } = menu;
  const own: MenuEntry[] = menu.own
    ? [
        { id: 'edit', label: t('own.edit'), icon: <Pencil aria-hidden="true" />, keys: 'F2' },
        { id: 'below', label: t('own.below'), icon: <ListPlus aria-hidden="true" /> },
        { id: 'remove', label: t('own.remove'), icon: <Trash2 aria-hidden="true" /> },
      ]
    : [];
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
        ...(detail
          ? [
              {
                id: 'more',
                label: t('own.note'),
                entries: [
                  { id: 'note', label: t('own.note'), icon: <StickyNote aria-hidden="true" /> },
                  { id: 'history', label: t('own.history'), icon: <History aria-hidden="true" /> },
                  ...own,
                ],
              },
            ]
          : []),
        ...(menu.own && detail?.parent === null
          ? [
              {
                id: 'level',
                label: t('own.level'),
                isTitled: true,
                selected: levelEntry(detail.level),
                entries: LEVELS.map((level) => ({
                  id: levelEntry(level),
                  label: t(`level.${level}`),
                })),
              },
            ]
          : []),
      ]}
      onAction={(id) => {
        const picked = TOPIC_STATUSES.find((entry) => entry === id);
        if (picked) pick(menu, picked);
        const kind = dialogs.find((entry) => entry === id);
        if (kind && detail) openDialog({ kind, topic: { id: menu.id, text: menu.text, ...detail } });
        const level = LEVELS.find((each) => levelEntry(each) === id);
        if (level !== undefined) void setLevel([menu.id], level);
        if (id === 'remove') void send('topics.remove', { topics: [menu.id] }, { undoable: true });
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
