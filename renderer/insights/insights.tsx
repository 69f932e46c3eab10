import { useState } from 'react';
import type { WeeksBack } from '../../shared/model/insights.ts';
import type { RoleRow } from '../../shared/model/role.ts';
import { Answer } from '../parts/answer.tsx';
import { ForecastSection } from '../parts/forecast/forecast.tsx';
import { useQuery } from '../query.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Select } from '../ui/form.tsx';
import { Aside, Columns, Page, PageHead, Section } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { t } from '../words.ts';
import { Categories } from './categories.tsx';
import { Gains } from './gains.tsx';
import styles from './insights.module.css';
import { Lead } from './lead.tsx';
import { Readiness } from './readiness.tsx';
import { ThisWeek } from './this-week.tsx';
import { Weeks } from './weeks.tsx';
import { WorkDays } from './work-days.tsx';

const RANGES: readonly WeeksBack[] = [13, 26, 52, null];

export const Insights = () => (
  <Answer query={useQuery('roles.list', {})}>{({ roles }) => <Room roles={roles} />}</Answer>
);

/** The first target, or the first role of the catalogue where there is no target yet. */
const firstRole = (roles: readonly RoleRow[]): RoleRow =>
  roles.toSorted((a, b) => (a.target ?? roles.length) - (b.target ?? roles.length))[0]!;

const Room = ({ roles }: Readonly<{ roles: readonly RoleRow[] }>) => {
  const [chosen, setChosen] = useState<string | null>(null);
  const [weeks, setWeeks] = useState<WeeksBack>(26);
  const role = roles.find(({ id }) => id === chosen) ?? firstRole(roles);
  return (
    <Page>
      <PageHead title={t('insights.title')} lead={<Lead role={role} weeks={weeks} />} />
      <div className={styles.controls}>
        <Select
          label={t('insights.role')}
          value={role.id}
          options={roles.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={setChosen}
        />
        <Segmented
          label={t('insights.range')}
          value={String(weeks)}
          options={RANGES.map((range) => ({
            value: String(range),
            label: range === null ? t('insights.all') : t('insights.weeks', { count: range }),
          }))}
          onChange={(value) => setWeeks(RANGES.find((range) => String(range) === value)!)}
        />
      </div>
      <Columns>
        <div>
          <Readiness role={role} weeks={weeks} />
          <WorkDays weeks={weeks ?? 52} />
          <Weeks />
          <Categories weeks={weeks} />
        </div>
        <Aside>
          <ThisWeek />
          <ForecastSection role={role.id} />
          <Gains role={role.id} weeks={weeks} />
          <Section id="machine" title={t('insights.machine')}>
            <Empty actions={<ButtonLink href="#/insights/past">{t('insights.machineOpen')}</ButtonLink>}>
              {t('insights.machineLead')}
            </Empty>
          </Section>
        </Aside>
      </Columns>
    </Page>
  );
};
