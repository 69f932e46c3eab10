import { ChevronRight, Compass, Eye, FileInput, Signpost, type LucideIcon } from 'lucide-react';
import { useNumberKeys } from '../parts/number-keys.ts';
import { useStore } from '../store.ts';
import { TextButton } from '../ui/button.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { Key } from '../ui/tag.tsx';
import { t } from '../words.ts';
import styles from './welcome.module.css';

type Way = Readonly<{ id: 'find' | 'roles' | 'list' | 'look'; icon: LucideIcon; onPress: () => void }>;

const goTo = (path: string) => (): void => {
  location.hash = path;
};

/** The first screen of all: the ways in. None of them is a wall. */
export const Welcome = () => {
  const showSample = useStore((state) => state.showSample);
  const changeSettings = useStore((state) => state.changeSettings);
  const leave = async (): Promise<void> => {
    await changeSettings({ welcomed: true });
    location.hash = '/today';
  };
  const ways: readonly Way[] = [
    { id: 'find', icon: Compass, onPress: goTo('/roles/find') },
    { id: 'roles', icon: Signpost, onPress: goTo('/start/roles') },
    { id: 'list', icon: FileInput, onPress: goTo('/bring') },
    { id: 'look', icon: Eye, onPress: () => void showSample(true) },
  ];
  useNumberKeys(ways.map(({ onPress }) => onPress));
  return (
    <Page focused>
      <PageHead title={t('start.title')} lead={t('start.lead')} />
      <Rows label={t('start.ways')}>
        {ways.map(({ id, icon: Icon, onPress }, index) => (
          <Row
            key={id}
            lead={
              <span className={styles.icon}>
                <Icon aria-hidden="true" />
              </span>
            }
            second={t(`start.${id}Hint`)}
            onPress={onPress}
            end={
              <span className={styles.way} aria-hidden="true">
                <Key>{index + 1}</Key>
                <ChevronRight />
              </span>
            }
          >
            <b>{t(`start.${id}`)}</b>
          </Row>
        ))}
      </Rows>
      <p className={styles.notYet}>
        {t('start.notYet')} <TextButton onClick={() => void leave()}>{t('start.empty')}</TextButton>{' '}
        {t('start.emptyAfter')}
      </p>
    </Page>
  );
};
