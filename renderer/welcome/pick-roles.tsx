import { useState } from 'react';
import type { RoleRow, Target } from '../../shared/model/role.ts';
import { Answer } from '../parts/answer.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { TargetList } from '../parts/targets/target-list.tsx';
import { atFoot } from '../ui/at-foot.ts';
import { Button, TextButton } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import styles from './welcome.module.css';

const firstSentence = (text: string): string => /^.*?[.:](?= |$)/s.exec(text)?.[0].replace(/:$/, '.') ?? text;

/** Which roles, in which order, by when. Everything can be skipped. */
export const PickRoles = () => {
  const targets = useQuery('targets.list', {});
  return (
    <Answer query={useQuery('roles.list', {})}>
      {({ roles }) => (
        <Answer query={targets}>{(chosen) => <Picker roles={roles} before={chosen.targets} />}</Answer>
      )}
    </Answer>
  );
};

type PickerProps = Readonly<{ roles: readonly RoleRow[]; before: readonly Target[] }>;

const Picker = ({ roles, before }: PickerProps) => {
  const [picked, setPicked] = useState(before);
  const changeTargets = useStore((state) => state.changeTargets);
  const changeSettings = useStore((state) => state.changeSettings);
  const titleOf = (id: string): string => roles.find((role) => role.id === id)?.title ?? id;
  const toggle = (role: string, isOn: boolean): void =>
    setPicked(isOn ? [...picked, { role, date: null }] : picked.filter((target) => target.role !== role));
  const leave = async (path: string): Promise<void> => {
    await changeSettings({ welcomed: true });
    location.hash = path;
  };
  const start = async (): Promise<void> => {
    if (await changeTargets(() => picked)) await leave('/start/known');
  };
  const startLabel = (): string => {
    if (picked.length === 0) return t('welcome.startDisabled');
    return picked.length === 1
      ? t('welcome.start', { role: titleOf(picked[0]!.role) })
      : t('welcome.startMany', { count: picked.length });
  };
  return (
    <Page focused>
      <PageHead
        crumbs={{ label: t('app.crumbs'), items: [{ text: t('start.back'), href: '#/start' }] }}
        title={t('welcome.title')}
        lead={t('welcome.lead')}
      />
      <ul className={styles.roles} aria-label={t('welcome.list')}>
        {roles.map(({ id, title, summary }) => {
          const place = picked.findIndex((target) => target.role === id);
          return (
            <li key={id}>
              <Checkbox
                label={<b>{title}</b>}
                hint={firstSentence(summary)}
                checked={place >= 0}
                onChange={(isOn) => toggle(id, isOn)}
              />
              {place >= 0 && picked.length > 1 && <span className={styles.place}>{place + 1}</span>}
            </li>
          );
        })}
      </ul>
      {picked.length > 0 && (
        <Section id="picked" title={t('welcome.picked')} remark={t('welcome.date')}>
          <TargetList
            targets={picked}
            titleOf={titleOf}
            onChange={(change) => setPicked(change(picked))}
            label={t('welcome.picked')}
          />
        </Section>
      )}
      <div className={styles.actions} ref={atFoot}>
        <Button variant="primary" disabled={picked.length === 0} onClick={() => void start()}>
          {startLabel()}
        </Button>
        <Button variant="quiet" onClick={() => void leave('/today')}>
          {t('welcome.skip')}
        </Button>
        {picked.length > 0 ? (
          <TextButton onClick={() => document.querySelector('#picked')?.scrollIntoView({ block: 'center' })}>
            {t('welcome.below')}
          </TextButton>
        ) : (
          <span className={styles.hint}>{t('welcome.hint')}</span>
        )}
      </div>
    </Page>
  );
};
