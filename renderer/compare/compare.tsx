import { useMemo } from 'react';
import type { RoleComparison } from '../../shared/model/plan.ts';
import type { RoleRow } from '../../shared/model/role.ts';
import { Answer } from '../parts/answer.tsx';
import { useQuery } from '../query.ts';
import { Select } from '../ui/form.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import { BestHours } from './best-hours.tsx';
import styles from './compare.module.css';
import { FactsTable } from './facts-table.tsx';
import { Market } from './market.tsx';
import { OneMore } from './one-more.tsx';
import { Requirements } from './requirements.tsx';
import { Standing } from './standing.tsx';

const MOST = 3;

/** Up to three roles side by side; without any asked for, the first targets. */
export const Compare = ({ asked }: Readonly<{ asked: readonly string[] }>) => {
  const targets = useQuery('targets.list', {});
  return (
    <Answer query={useQuery('roles.list', {})}>
      {({ roles }) => (
        <Answer query={targets}>
          {(chosen) => {
            const known = asked.filter((id) => roles.some((role) => role.id === id));
            const ids = known.length > 0 ? known : chosen.targets.map(({ role }) => role);
            return <ComparePage roles={roles} ids={[...new Set(ids)].slice(0, MOST)} />;
          }}
        </Answer>
      )}
    </Answer>
  );
};

type PageProps = Readonly<{ roles: readonly RoleRow[]; ids: readonly string[] }>;

const ComparePage = ({ roles, ids }: PageProps) => (
  <Page>
    {ids.length === 0 ? (
      <>
        <PageHead crumbs={crumbs()} title={t('compare.title')} lead={t('compare.noTargets')} />
        <Picker roles={roles} ids={ids} />
        <Hints ids={ids} />
      </>
    ) : (
      <Compared roles={roles} ids={ids} />
    )}
  </Page>
);

/** What the targets make of the other roles. */
const Hints = ({ ids }: Readonly<{ ids: readonly string[] }>) => (
  <>
    <OneMore first={ids[0] ?? null} />
    <BestHours />
  </>
);

const crumbs = () => ({ label: t('app.crumbs'), items: [{ text: t('roles.title'), href: '#/roles' }] });

const Compared = ({ roles, ids }: PageProps) => {
  const { data } = useQuery('roles.compare', { roles: [...ids] });
  return (
    <>
      <PageHead crumbs={crumbs()} title={t('compare.title')} {...(data && { lead: leadOf(data) })} />
      <Picker roles={roles} ids={ids} />
      {data && (
        <>
          <Standing comparison={data} />
          <Hints ids={ids} />
          <Requirements comparison={data} />
          <FactsTable roles={data.roles} />
          <Market facts={data.market} />
        </>
      )}
    </>
  );
};

/** The address names the roles, so that a comparison can be gone back to. */
const show = (ids: readonly string[]): void => {
  location.hash = `/roles/compare/${ids.map(encodeURIComponent).join('/')}`;
};

const leadOf = ({ roles, lines }: RoleComparison): string => {
  if (roles.length === 1) return t('compare.leadOne');
  const shared = lines.filter(({ at }) => !at.includes(null)).length;
  return t('compare.lead', { shared, total: lines.length });
};

/** One select per place. */
const Picker = ({ roles, ids }: PageProps) => {
  const places = useMemo(() => Array.from({ length: MOST }, (_, place) => ids[place] ?? ''), [ids]);
  const choose = (place: number, id: string): void => {
    show(places.with(place, id).filter((one) => one !== ''));
  };
  return (
    <Section id="picked" title={t('compare.pick')}>
      <div className={styles.picker}>
        {places.map((id, place) => (
          <Select
            key={place}
            label={t('compare.role', { place: place + 1 })}
            value={id}
            disabled={place > ids.length}
            options={[
              { value: '', label: t('compare.noRole') },
              ...roles.map((role) => ({
                value: role.id,
                label: role.title,
                disabled: role.id !== id && ids.includes(role.id),
              })),
            ]}
            onChange={(value) => choose(place, value)}
          />
        ))}
      </div>
    </Section>
  );
};
