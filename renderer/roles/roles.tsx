import { Plus } from 'lucide-react';
import type { RoleRow, Target } from '../../shared/model/role.ts';
import { percent, wholePercent } from '../format.ts';
import { Answer } from '../parts/answer.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { TargetList } from '../parts/targets/target-list.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { Track } from '../ui/track.tsx';
import { t } from '../words.ts';
import styles from './roles.module.css';

export const Roles = () => {
  const targets = useQuery('targets.list', {});
  return (
    <Answer query={useQuery('roles.list', {})}>
      {({ roles }) => (
        <Answer query={targets}>{(chosen) => <RolesPage roles={roles} read={chosen.targets} />}</Answer>
      )}
    </Answer>
  );
};

type RolesPageProps = Readonly<{ roles: readonly RoleRow[]; read: readonly Target[] }>;

const RolesPage = ({ roles, read }: RolesPageProps) => {
  const targets = useStore((state) => state.targets) ?? read;
  const changeTargets = useStore((state) => state.changeTargets);
  return (
    <Page>
      <PageHead
        title={t('roles.title')}
        lead={t('roles.lead')}
        actions={
          <>
            <ButtonLink href="#/roles/new">{t('ownRole.new')}</ButtonLink>
            <ButtonLink href="#/roles/compare">{t('compare.open')}</ButtonLink>
            <ButtonLink variant="primary" href="#/roles/find">
              {t('chooser.open')}
            </ButtonLink>
          </>
        }
      />
      <Section id="targets" title={t('roles.targets')} remark={t('roles.targetsHint')}>
        {targets.length > 0 ? (
          <TargetList
            targets={targets}
            titleOf={(id) => roles.find((role) => role.id === id)?.title ?? id}
            onChange={(change) => void changeTargets(change)}
            label={t('roles.targets')}
          />
        ) : (
          <Empty>{t('roles.noTargets')}</Empty>
        )}
      </Section>
      <Section id="all" title={t('roles.all')} remark={t('roles.entryColumn')}>
        <ul className={styles.roles}>
          {roles.map((role) => (
            <RoleEntry
              key={role.id}
              role={role}
              onAdd={() => void changeTargets((now) => [...now, { role: role.id, date: null }])}
              place={targets.findIndex((target) => target.role === role.id)}
              total={targets.length}
            />
          ))}
        </ul>
      </Section>
    </Page>
  );
};

type RoleEntryProps = Readonly<{
  role: RoleRow;
  onAdd: () => void;
  /** Place among the targets, from 0; -1 for none. */
  place: number;
  total: number;
}>;

const RoleEntry = ({ role, onAdd, place, total }: RoleEntryProps) => (
  <li>
    <div className={styles.words}>
      <h3>
        <a href={`#/roles/${encodeURIComponent(role.id)}`} dir="auto">
          {role.title}
        </a>
        {role.own && (
          <>
            {' '}
            <Tag>{t('ownRole.mine')}</Tag>
          </>
        )}
      </h3>
      <p>{role.summary}</p>
    </div>
    <div className={styles.standing}>
      <div className={styles.bar}>
        <span>{t('bar.covered')}</span>
        <Track value={wholePercent(role.figures.covered)} kind="covered" size="small" />
        <b>{percent(role.figures.covered)}</b>
      </div>
      {place < 0 ? (
        <Button
          small
          icon={<Plus aria-hidden="true" />}
          aria-label={t('roles.addNamed', { role: role.title })}
          onClick={onAdd}
        >
          {t('roles.add')}
        </Button>
      ) : (
        <span className={styles.place}>{t('roles.place', { place: place + 1, total })}</span>
      )}
    </div>
    <span className={styles.entry}>{t('figure.slash', role.entry)}</span>
  </li>
);
