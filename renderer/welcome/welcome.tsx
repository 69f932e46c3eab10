import { useEffect, useState } from 'react';
import type { Target } from '../../shared/model/role.ts';
import { ReadFailed } from '../parts/read-failed.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { TargetList } from '../targets/target-list.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { t } from '../words.ts';
import styles from './welcome.module.css';

const leave = (): void => {
  location.hash = '/today';
};

/** The first screen of all: which roles, in which order, by when. Everything can be skipped. */
export const Welcome = () => {
  const roles = useQuery('roles.list', {});
  const targets = useQuery('targets.list', {});
  const [picked, setPicked] = useState<readonly Target[] | null>(null);
  const setTargets = useStore((state) => state.setTargets);
  const changeSettings = useStore((state) => state.changeSettings);
  useEffect(() => {
    if (picked === null && targets.data) setPicked(targets.data.targets);
  }, [picked, targets.data]);

  if (roles.error && !roles.data) {
    return <Page focused children={<ReadFailed error={roles.error} onRetry={roles.retry} />} />;
  }
  if (!roles.data || picked === null) return <Page focused children={<Skeleton label={t('app.loading')} />} />;
  const all = roles.data.roles;
  const titleOf = (id: string): string => all.find((role) => role.id === id)?.title ?? id;
  const toggle = (role: string, isOn: boolean): void =>
    setPicked(isOn ? [...picked, { role, date: null }] : picked.filter((target) => target.role !== role));
  const finish = async (): Promise<void> => {
    if (!(await setTargets(picked))) return;
    await changeSettings({ welcomed: true });
    leave();
  };
  const skip = async (): Promise<void> => {
    await changeSettings({ welcomed: true });
    leave();
  };
  const start = (): string => {
    if (picked.length === 0) return t('welcome.startDisabled');
    return picked.length === 1
      ? t('welcome.start', { role: titleOf(picked[0]!.role) })
      : t('welcome.startMany', { count: picked.length });
  };
  return (
    <Page focused>
      <PageHead title={t('welcome.title')} lead={t('welcome.lead')} />
      <ul className={styles.roles} aria-label={t('welcome.list')}>
        {all.map(({ id, title, summary }) => (
          <li key={id}>
            <Checkbox
              label={<b>{title}</b>}
              hint={summary.split('. ')[0] + (summary.includes('. ') ? '.' : '')}
              checked={picked.some((target) => target.role === id)}
              onChange={(isOn) => toggle(id, isOn)}
            />
          </li>
        ))}
      </ul>
      {picked.length > 0 && (
        <Section id="picked" title={t('welcome.picked')} remark={t('welcome.date')}>
          <TargetList targets={picked} titleOf={titleOf} onChange={setPicked} label={t('welcome.picked')} />
        </Section>
      )}
      <div className={styles.actions}>
        <Button variant="primary" disabled={picked.length === 0} onClick={() => void finish()}>
          {start()}
        </Button>
        <Button variant="quiet" onClick={() => void skip()}>
          {t('welcome.skip')}
        </Button>
        <span className={styles.hint}>{t('welcome.hint')}</span>
      </div>
    </Page>
  );
};
