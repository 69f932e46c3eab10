import { lazy, Suspense, useState } from 'react';
import type { RoleDetail } from '../../shared/model/role.ts';
import { BARS, type Bar } from '../../shared/values.ts';
import { Answer } from '../parts/answer.tsx';
import { Remark } from '../parts/remark.tsx';
import { OwnMarket } from '../parts/market/own-market.tsx';
import { useQuery } from '../query.ts';
import { ForecastSection } from '../parts/forecast/forecast.tsx';
import { RoleBars } from '../parts/readiness/bars.tsx';
import { LedgerPanel } from '../parts/readiness/ledger-panel.tsx';
import { useStore } from '../store.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Aside, Columns, Page, PageHead, Section } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { t } from '../words.ts';
import { EntryList } from './entry-list.tsx';
import { OwnRoleActions, RoleChanges } from './own-role.tsx';
import { RoleFacts } from './role-facts.tsx';
import styles from './role.module.css';

const NoteSection = lazy(async () => ({
  default: (await import('../parts/notes/note-editor.tsx')).NoteSection,
}));
const HistoryList = lazy(async () => ({
  default: (await import('../parts/history/history-list.tsx')).HistoryList,
}));

type RoleProps = Readonly<{
  id: string;
  /** The choose-one group to whose line the address leads. */
  line?: string;
}>;

export const Role = ({ id, line }: RoleProps) => (
  <Answer query={useQuery('roles.read', { role: id })}>
    {(role) => <RolePage role={role} line={line ?? null} />}
  </Answer>
);

const RolePage = ({ role, line }: Readonly<{ role: RoleDetail; line: string | null }>) => {
  const [bar, setBar] = useState<Bar>('covered');
  const [arrival, setArrival] = useState(line);
  const choose = (next: Bar): void => {
    setBar(next);
    // Whoever looks at another bar has arrived.
    setArrival(null);
  };
  const explain = (asked: Bar): void => {
    choose(asked);
    document.querySelector('#why')?.scrollIntoView({ block: 'start' });
  };
  return (
    <Page>
      <PageHead
        crumbs={{ label: t('app.crumbs'), items: [{ text: t('roles.title'), href: '#/roles' }] }}
        title={role.title}
        lead={role.summary}
        actions={
          <>
            <OwnRoleActions role={role} />
            <ButtonLink href={`#/roles/compare/${encodeURIComponent(role.id)}`}>
              {t('chooser.compare')}
            </ButtonLink>
            <TargetButton role={role} />
          </>
        }
      />
      <Columns>
        <div>
          <Section id="readiness" title={t('role.readiness')}>
            <div className={styles.bars}>
              <RoleBars
                role={role.id}
                name={role.title}
                figures={role.figures}
                size="large"
                onExplain={explain}
              />
            </div>
          </Section>
          <ForecastSection role={role.id} />
          <Section
            id="entry"
            title={t('role.entry')}
            hint={role.entrySummary}
            remark={t('figure.ofTotal', role.entry)}
          >
            <EntryList items={role.entryList} />
          </Section>
          <Section
            id="why"
            title={t('ledger.title')}
            action={
              <Segmented
                small
                label={t('ledger.title')}
                value={bar}
                options={BARS.map((value) => ({ value, label: t(`bar.${value}`) }))}
                onChange={choose}
              />
            }
          >
            <LedgerPanel role={role.id} title={role.title} bar={bar} arrival={arrival} />
            <Remark>{t('role.judgement')}</Remark>
          </Section>
          <OwnMarket role={role.id} />
          {role.changes && <RoleChanges changes={role.changes} />}
          <Suspense>
            <NoteSection kind="role" id={role.id} title={role.title} />
            <Section id="history" title={t('past.title')}>
              <HistoryList subject={{ kind: 'role', id: role.id }} />
            </Section>
          </Suspense>
        </div>
        <Aside>
          <RoleFacts role={role} />
        </Aside>
      </Columns>
    </Page>
  );
};

const TargetButton = ({ role }: Readonly<{ role: RoleDetail }>) => {
  const { data } = useQuery('targets.list', {});
  const targets = useStore((state) => state.targets) ?? data?.targets;
  const changeTargets = useStore((state) => state.changeTargets);
  if (!targets) return null;
  return targets.some((target) => target.role === role.id) ? (
    <Button onClick={() => void changeTargets((now) => now.filter((target) => target.role !== role.id))}>
      {t('roles.remove')}
    </Button>
  ) : (
    <Button
      variant="primary"
      onClick={() => void changeTargets((now) => [...now, { role: role.id, date: null }])}
    >
      {t('roles.add')}
    </Button>
  );
};
