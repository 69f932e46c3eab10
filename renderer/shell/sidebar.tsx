import { t } from '../words.ts';
import { Brand } from './brand.tsx';
import { rooms } from './rooms.ts';
import styles from './shell.module.css';

export const Sidebar = ({ current }: Readonly<{ current: string }>) => (
  <div className={styles.side}>
    <Brand />
    {(['main', 'system'] as const).map((group) => (
      <nav key={group} aria-label={t(`app.${group}`)}>
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
      </nav>
    ))}
  </div>
);
