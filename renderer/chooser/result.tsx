import { useState } from 'react';
import type { ChooserResult, ChooserRole } from '../../shared/model/plan.ts';
import { fullDate, listInWords, percent, signed, wholePercent } from '../format.ts';
import { Answer } from '../parts/answer.tsx';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Aside, Columns, Page, PageHead, Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { Track } from '../ui/track.tsx';
import { t } from '../words.ts';
import { KnownSkills } from './known-skills.tsx';
import styles from './chooser.module.css';
import { YourAnswers } from './your-answers.tsx';

const crumbs = () => ({ label: t('app.crumbs'), items: [{ text: t('roles.title'), href: '#/roles' }] });

/** What the answers come to: every role with its share and the answers that decided it. */
export const Result = () => (
  <Answer query={useQuery('chooser.result', {})}>
    {({ result }) => (result ? <ResultPage result={result} /> : <NoResult />)}
  </Answer>
);

const NoResult = () => (
  <Page focused>
    <PageHead
      crumbs={crumbs()}
      title={t('chooser.none')}
      lead={t('chooser.noneLead')}
      actions={
        <ButtonLink variant="primary" href="#/roles/find">
          {t('chooser.begin')}
        </ButtonLink>
      }
    />
  </Page>
);

/** Who leads: the first role, or all that lie too near to it to call. */
const leadersOf = ({ roles, close }: ChooserResult): readonly ChooserRole[] =>
  close.length > 0 ? roles.slice(0, close.length) : roles.slice(0, 1);

const titleOf = ({ close, roles }: ChooserResult): string => {
  const [first, second] = close;
  if (first === undefined || second === undefined) return roles[0]!.title;
  return t(close.length === 2 ? 'chooser.closeTitle' : 'chooser.closeTitleMany', { first, second });
};

const leadOf = ({ close, roles, beginWith }: ChooserResult): string => {
  const [first, second] = roles as [ChooserRole, ChooserRole];
  if (first.percent === 0) return t('chooser.openLead');
  if (close.length > 0) return t('chooser.closeLead', { names: listInWords(close), role: beginWith });
  const points = wholePercent(first.percent) - wholePercent(second.percent);
  return t('chooser.lead', { first: first.title, second: second.title, points });
};

const ResultPage = ({ result }: Readonly<{ result: ChooserResult }>) => (
  <Page>
    <PageHead
      crumbs={crumbs()}
      title={titleOf(result)}
      lead={leadOf(result)}
      actions={<Choosing leaders={leadersOf(result)} />}
    />
    <Columns>
      <div>
        <Fit result={result} />
        <Why roles={result.roles.slice(0, Math.max(3, result.close.length))} />
      </div>
      <Aside>
        <YourAnswers />
        {result.known.length > 0 && <KnownSkills known={result.known} />}
      </Aside>
    </Columns>
  </Page>
);

const goTo = (path: string): void => {
  location.hash = path;
};

/** Makes the leading roles targets, in their order, behind those that are targets already. */
const Choosing = ({ leaders }: Readonly<{ leaders: readonly ChooserRole[] }>) => {
  const targets = useQuery('targets.list', {}).data?.targets;
  const newest = useStore((state) => state.targets) ?? targets ?? [];
  const changeTargets = useStore((state) => state.changeTargets);
  const changeSettings = useStore((state) => state.changeSettings);
  const isWelcomed = useStore((state) => state.settings.welcomed);
  const open = leaders.filter(({ role }) => !newest.some((target) => target.role === role)).slice(0, 2);
  const choose = async (): Promise<void> => {
    const added = open.map(({ role }) => ({ role, date: null }));
    if (await changeTargets((now) => [...now, ...added])) {
      await changeSettings({ welcomed: true });
      goTo(isWelcomed ? '/today' : '/start/known');
    }
  };
  const compared = leaders.slice(0, 3).map(({ role }) => encodeURIComponent(role));
  return (
    <>
      <ButtonLink href={`#/roles/compare/${compared.join('/')}`}>{t('chooser.compare')}</ButtonLink>
      {open.length > 0 ? (
        <Button variant="primary" disabled={targets === undefined} onClick={() => void choose()}>
          {open.length === 1 ? t('chooser.target', { role: open[0]!.title }) : t('chooser.targetBoth')}
        </Button>
      ) : (
        <ButtonLink variant="primary" href="#/today">
          {t('error.back')}
        </ButtonLink>
      )}
    </>
  );
};

const Fit = ({ result: { roles, close, beforeOn } }: Readonly<{ result: ChooserResult }>) => (
  <Section id="fit" title={t('chooser.fit')} remark={t('chooser.fitHint')}>
    <Rows label={t('chooser.fit')}>
      {roles.map((role, index) => (
        <Row key={role.role} href={`#/roles/${encodeURIComponent(role.role)}`}>
          <span className={styles.fit} data-first={index < Math.max(1, close.length) || undefined}>
            <span>{role.title}</span>
            <Track value={role.percent} kind="neutral" />
            <span className={styles.percent}>{percent(role.percent)}</span>
            {role.before !== null && beforeOn !== null && (
              <span className={styles.before}>
                {t('chooser.before', {
                  value: percent(role.before),
                  date: fullDate(beforeOn),
                })}
              </span>
            )}
          </span>
        </Row>
      ))}
    </Rows>
  </Section>
);

const SHOWN = 2;

const Why = ({ roles }: Readonly<{ roles: readonly ChooserRole[] }>) => (
  <Section id="why" title={t('chooser.why')} remark={t('chooser.whyHint')}>
    <div className={styles.reasons}>
      {roles.map(({ role, title, decided }) => (
        <div key={role}>
          <h3>{title}</h3>
          {decided.filter(({ points }) => points > 0).length === 0 && <p>{t('chooser.noWhy')}</p>}
          {decided
            .filter(({ points }) => points > 0)
            .slice(0, SHOWN)
            .map(({ question, answers }) => (
              <blockquote key={question}>
                <p>{answers.map(({ text }) => text).join('; ')}</p>
                <p>{answers.map(({ why }) => why).join(' ')}</p>
              </blockquote>
            ))}
        </div>
      ))}
    </div>
    {roles.map((role) => (
      <AllAnswers key={role.role} role={role} />
    ))}
    <Remark>{t('chooser.closing')}</Remark>
  </Section>
);

const AllAnswers = ({ role: { title, decided } }: Readonly<{ role: ChooserRole }>) => {
  const [isOpen, setOpen] = useState(false);
  if (decided.length <= SHOWN) return null;
  return (
    <Disclosure
      label={t('chooser.all', { role: title })}
      remark={decided.length}
      open={isOpen}
      onToggle={() => setOpen(!isOpen)}
    >
      <div className={styles.all}>
        <Rows label={t('chooser.all', { role: title })}>
          {decided.map(({ question, answers, points }) => (
            <Row key={question} second={question} end={t('chooser.points', { points: signed(points) })}>
              {answers.map(({ text }) => text).join('; ')}
            </Row>
          ))}
        </Rows>
      </div>
    </Disclosure>
  );
};
