import { AppWindow } from 'lucide-react';
import type { ReactNode } from 'react';
import { useQuery } from '../query.ts';
import { t } from '../words.ts';
import { Brand } from './brand.tsx';
import { rooms, type Room } from './rooms.ts';
import styles from './shell.module.css';

type SidebarProps = Readonly<{
  current: string;
  /** The built-in catalogue is newer than the one in the file. */
  hasNews: boolean;
  /** Null where the host has no tabs. */
  onOpenTab: (() => void) | null;
}>;

export const Sidebar = ({ current, hasNews, onOpenTab }: SidebarProps) => (
  <div className={styles.side}>
    {(['main', 'system'] as const).map((group) => (
      <nav key={group} aria-label={t(`app.${group}`)}>
        {group === 'main' && <Brand />}
        {rooms
          .filter((room) => room.group === group)
          .map((room) => (
            <RoomLink key={room.id} room={room} isCurrent={room.id === current}>
              {room.id === 'today' && <DueReviews />}
              {room.id === 'certifications' && <NearDates />}
              {room.id === 'data' && hasNews && <Remark short={t('side.news')} long={t('side.newsLong')} />}
            </RoomLink>
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

type RoomLinkProps = Readonly<{ room: Room; isCurrent: boolean; children: ReactNode }>;

const RoomLink = ({ room: { id, icon: Icon }, isCurrent, children }: RoomLinkProps) => (
  <a href={`#/${id}`} title={t(`room.${id}`)} aria-current={isCurrent ? 'page' : undefined}>
    <Icon aria-hidden="true" />
    <span>{t(`room.${id}`)}</span>
    {children}
  </a>
);

const DueReviews = () => {
  const due = useQuery('reviews.list', {}).data?.today.length ?? 0;
  return due > 0 && <Remark short={due} long={t('side.due', { count: due })} />;
};

/** Exams that are near, renewals that are due, and what wants an answer. */
const NearDates = () => {
  const near = useQuery('certifications.ahead', {}).data?.items.filter(({ due }) => due).length ?? 0;
  return near > 0 && <Remark short={near} long={t('ahead.side', { count: near })} />;
};

/** What a room asks for, at the end of its line; only read out where the line is an icon. */
const Remark = ({ short, long }: Readonly<{ short: string | number; long: string }>) => (
  <>
    <span className={styles.remark} aria-hidden="true">
      {short}
    </span>
    <span className="sr-only">, {long}</span>
  </>
);
