import { CircleAlert } from 'lucide-react';
import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { useQuery } from '../query.ts';
import { useStore, useStoreApi } from '../store.ts';
import { TopicDialogs } from '../parts/topics/topic-dialogs.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { t } from '../words.ts';
import { Notices } from './notices.tsx';
import { roomOf } from './rooms.ts';
import { SampleBar } from './sample-bar.tsx';
import styles from './shell.module.css';
import { Sidebar } from './sidebar.tsx';
import { TopBar } from './top-bar.tsx';
import { useArrival } from './use-arrival.ts';
import { useShortcuts } from './use-shortcuts.ts';

type ShellProps = Readonly<{ path: string; onOpenTab: (() => void) | null; children: ReactNode }>;

/** What stands around every screen. The one `main` is the one thing that scrolls. */
export const Shell = ({ path, onOpenTab, children }: ShellProps) => {
  const main = useRef<HTMLElement>(null);
  const { data } = useQuery('app.read', {});
  useArrival(main, path, useVisits());
  useShortcuts();
  useFreshAfterFocus();
  return (
    <div className={styles.window}>
      <a className={styles.skip} href="#main" onClick={(event) => skipTo(event, main.current)}>
        {t('app.skip')}
      </a>
      <Sidebar current={roomOf(path)} hasNews={data?.catalogueNews ?? false} onOpenTab={onOpenTab} />
      <div className={styles.shell}>
        <TopBar />
        {data?.sample === true && <SampleBar />}
        <main id="main" ref={main} tabIndex={-1} className={styles.page}>
          <Trouble readOnly={data?.readOnly ?? null} damaged={data?.damaged ?? false} />
          {children}
        </main>
        <Notices />
      </div>
      <TopicDialogs />
    </div>
  );
};

/** What is wrong with all of it, above every screen. */
const Trouble = ({ readOnly, damaged }: Readonly<{ readOnly: string | null; damaged: boolean }>) => {
  const tryWriting = useStore((state) => state.tryWriting);
  const isSilent = useStore((state) => state.isSilent);
  if (!isSilent && readOnly === null) return null;
  return (
    <div role="alert" className={styles.trouble}>
      <CircleAlert aria-hidden="true" />
      <span>
        <b>{isSilent ? t('app.silent') : t('app.readOnly')}.</b> {isSilent ? t('app.silentBody') : readOnly}
      </span>
      {!isSilent &&
        (damaged ? (
          <ButtonLink small href="#/data">
            {t('trouble.toData')}
          </ButtonLink>
        ) : (
          <Button small onClick={() => void tryWriting()}>
            {t('trouble.tryWriting')}
          </Button>
        ))}
    </div>
  );
};

/** The address holds the screen, so the skip link moves the focus by hand. */
const skipTo = (event: { preventDefault: () => void }, main: HTMLElement | null): void => {
  event.preventDefault();
  main?.focus();
};

/** Addresses that name a part of a screen. */
const PART_OF_SCREEN = /^\/(?:skills\/in|experience|roles\/[^/]+\/line|reading\/[^/]+)\//;

/** Keeps the screens below the rooms that the person comes by, for the palette; one that says a fault is none. */
const useVisits = (): ((path: string, title: string) => void) => {
  const visited = useStore((state) => state.visited);
  return useCallback(
    (path, title) => {
      const isFault = [t('error.lost'), t('error.title'), t('error.crash')].includes(title);
      if (path.split('/').length > 2 && !PART_OF_SCREEN.test(path) && !isFault) visited({ path, title });
    },
    [visited],
  );
};

/** Another tab may have changed something: what is shown is read again when this one comes to the front. */
const useFreshAfterFocus = (): void => {
  const store = useStoreApi();
  useEffect(() => {
    const onFront = (): void => {
      if (document.visibilityState === 'visible') store.getState().refresh();
    };
    addEventListener('focus', onFront);
    document.addEventListener('visibilitychange', onFront);
    return () => {
      removeEventListener('focus', onFront);
      document.removeEventListener('visibilitychange', onFront);
    };
  }, [store]);
};
