import { useState } from 'react';
import type { Past as PastData } from '../../shared/model/insights.ts';
import type { Figures } from '../../shared/model/figures.ts';
import type { Today } from '../../shared/model/today.ts';
import { BARS } from '../../shared/values.ts';
import { fullDate, percentToTenth, shownChange, signed, wholeChange } from '../format.ts';
import { Answer } from '../parts/answer.tsx';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { Button } from '../ui/button.tsx';
import { DataTable } from '../ui/charts/data-table.tsx';
import { Empty } from '../ui/empty.tsx';
import { DateField } from '../ui/form.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { ReadinessBars } from '../ui/readiness-bars.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';
import styles from './insights.module.css';

/** The time machine: Today and the roles as they stood at the end of a day. */
export const Past = () => (
  <Answer query={useQuery('insights.days', {})}>
    {({ today, first }) => <Machine today={today} first={first} />}
  </Answer>
);

type Step = 'day' | 'week' | 'month';
const STEPS: readonly Step[] = ['day', 'week', 'month'];

const stepped = (date: string, step: Step, by: 1 | -1): string => {
  const day = new Date(`${date}T00:00:00Z`);
  if (step === 'month') {
    // The last day of a shorter month, rather than a day of the next one.
    const dayOfMonth = day.getUTCDate();
    day.setUTCMonth(day.getUTCMonth() + by, 1);
    const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
    day.setUTCDate(Math.min(dayOfMonth, last));
  } else day.setUTCDate(day.getUTCDate() + by * (step === 'week' ? 7 : 1));
  return day.toISOString().slice(0, 10);
};

const Machine = ({ today, first }: Readonly<{ today: string; first: string | null }>) => {
  const earliest = stepped(first ?? today, 'day', -1);
  const within = (next: string): string => (next > today ? today : next < earliest ? earliest : next);
  const [date, setDate] = useState(() => within(stepped(today, 'month', -1)));
  const go = (next: string): void => setDate(within(next));
  const { data } = useQuery('past.read', { date });
  // The day before stays in sight until the next one is read.
  const [shown, setShown] = useState(data);
  if (data && data !== shown) setShown(data);
  return (
    <Page>
      <PageHead
        crumbs={{ label: t('app.crumbs'), items: [{ text: t('machine.crumb'), href: '#/insights' }] }}
        title={t('machine.title', { date: fullDate(date) })}
        lead={
          date === earliest ? t('machine.beginning', { date: fullDate(first ?? today) }) : t('machine.lead')
        }
      />
      <div className={styles.dates} role="group" aria-label={t('machine.step')}>
        <DateField
          label={t('machine.day')}
          value={date}
          min={earliest}
          max={today}
          onChange={(value) => value !== '' && go(value)}
        />
        <span className={styles.steps}>
          {STEPS.toReversed().map((step) => (
            <Button key={step} small disabled={date <= earliest} onClick={() => go(stepped(date, step, -1))}>
              {t(`machine.back.${step}`)}
            </Button>
          ))}
        </span>
        <span className={styles.steps}>
          {STEPS.map((step) => (
            <Button key={step} small disabled={date >= today} onClick={() => go(stepped(date, step, 1))}>
              {t(`machine.forth.${step}`)}
            </Button>
          ))}
        </span>
      </div>
      <div aria-busy={data === undefined || undefined}>{shown && <Then past={shown} />}</div>
    </Page>
  );
};

const Then = ({ past }: Readonly<{ past: PastData }>) => (
  <>
    {past.catalogueChanged && <Remark>{t('machine.catalogue')}</Remark>}
    <Targets past={past} />
    <NextThen today={past.today} />
    <Roles past={past} />
    <Skills past={past} />
  </>
);

const Targets = ({ past: { today, now } }: Readonly<{ past: PastData }>) => (
  <Section id="targets" title={t('machine.targets')} remark={t('machine.since')}>
    {today.targets.length === 0 ? (
      <Empty>{t('machine.noTargets')}</Empty>
    ) : (
      <div className={styles.cards}>
        {today.targets.map(({ role, title, figures }) => (
          <div key={role}>
            <h3>{title}</h3>
            <ThenBars title={title} then={figures} now={now.find(({ id }) => id === role)?.figures} />
          </div>
        ))}
      </div>
    )}
  </Section>
);

type ThenBarsProps = Readonly<{ title: string; then: Figures; now: Figures | undefined }>;

const ThenBars = ({ title, then, now }: ThenBarsProps) => (
  <ReadinessBars
    name={title}
    rows={BARS.map((bar) => ({
      bar,
      label: t(`bar.${bar}`),
      value: then[bar],
      text: percentToTenth(then[bar]),
      change: signed(shownChange(then[bar], now?.[bar] ?? null)),
      valueText: t('machine.spokenNow', {
        before: percentToTenth(then[bar]),
        now: percentToTenth(now?.[bar] ?? null),
      }),
    }))}
  />
);

const NextThen = ({ today }: Readonly<{ today: Today }>) => (
  <Section id="next" title={t('machine.next')}>
    {today.next.length === 0 ? (
      <Empty>{t('machine.noNext')}</Empty>
    ) : (
      <Rows>
        {today.next.map((step) => (
          <Row key={stepName(step)} second={step.skillName}>
            {stepName(step)}
          </Row>
        ))}
      </Rows>
    )}
  </Section>
);

const stepName = (step: Today['next'][number]): string => {
  switch (step.kind) {
    case 'choose':
      return t('machine.chooseOne', { title: step.title });
    case 'topic':
      return step.text;
    case 'review':
      return t('machine.reviewOf', { skill: step.skillName });
  }
};

const Roles = ({ past }: Readonly<{ past: PastData }>) => {
  const then = new Map(past.roles.map((role) => [role.id, role]));
  const now = new Map(past.now.map((role) => [role.id, role]));
  const ids = [...new Set([...now.keys(), ...then.keys()])];
  return (
    <Section id="roles" title={t('machine.roles')} hint={t('machine.rolesUnit')}>
      <DataTable
        caption={t('machine.roles')}
        columns={[
          { title: t('machine.role') },
          { title: t('machine.before'), number: true },
          { title: t('machine.now'), number: true },
          { title: t('machine.change'), number: true },
        ]}
        rows={ids.map((id) => {
          const [before, after] = [then.get(id), now.get(id)];
          const figure = (row: typeof before): string =>
            row ? percentToTenth(row.figures.covered) : t('machine.gone');
          return {
            key: id,
            cells: [
              (after ?? before)!.title,
              figure(before),
              figure(after),
              signed(shownChange(before?.figures.covered ?? null, after?.figures.covered ?? null)),
            ],
          };
        })}
      />
    </Section>
  );
};

const Skills = ({ past: { skills, more } }: Readonly<{ past: PastData }>) => (
  <Section id="skills" title={t('machine.skills')} hint={t('machine.skillsUnit')}>
    {skills.length === 0 ? (
      <Empty>{t('machine.noSkills')}</Empty>
    ) : (
      <DataTable
        caption={t('machine.skills')}
        columns={[
          { title: t('machine.skill') },
          { title: t('machine.before'), number: true },
          { title: t('machine.now'), number: true },
          { title: t('machine.change'), number: true },
        ]}
        rows={skills.map(({ skill, name, before, after }) => ({
          key: skill,
          cells: [
            name,
            t('insights.ofTotal', { known: before.done, total: before.total }),
            t('insights.ofTotal', { known: after.done, total: after.total }),
            wholeChange(after.done - before.done),
          ],
        }))}
      />
    )}
    {more > 0 && <p className={styles.note}>{t('machine.moreSkills', { count: more })}</p>}
  </Section>
);
