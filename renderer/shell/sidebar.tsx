import { AppWindow } from 'lucide-react';
import { t } from '../words.ts';
import { Brand } from './brand.tsx';
import { rooms } from './rooms.ts';
import styles from './shell.module.css';

type SidebarProps = Readonly<{
  current: string;
  /** Null where the host has no tabs. */
  onOpenTab: (() => void) | null;
}>;

export const Sidebar = ({ current, onOpenTab }: SidebarProps) => (
  <div className={styles.side}>
    {(['main', 'system'] as const).map((group) => (
      <nav key={group} aria-label={t(`app.${group}`)}>
        {group === 'main' && <Brand />}
        {rooms
          .filter((room) => room.group === group)
          .map(({ id, icon: Icon }) => (
            <a
              key={id}
              href={`#/${id}`}
              title={t(`room.${id}`)}
              aria-current={id === current ? 'page' : undefined}
            >
              <Icon aria-hidden="true" />
              <span>{t(`room.${id}`)}</span>
            </a>
          ))}
        {group === 'system' && onOpenTab && (
          <button type="button" title={t('app.openTab')} onClick={onOpenTab}>
            <AppWindow aria-hidden="true" />
            <span>{t('app.openTab')}</span>
          </button>
        )}
      </nav>
    ))}
  </div>
);
