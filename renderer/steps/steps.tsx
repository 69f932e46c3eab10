import { useState } from 'react';
import type { RestingStep } from '../../shared/model/step.ts';
import { fullDate } from '../format.ts';
import { Answer } from '../parts/answer.tsx';
import { Remark } from '../parts/remark.tsx';
import { StepRows } from '../parts/steps/step-rows.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';

const SHOWN = 25;

/** Every next step, best first, and what was put aside. */
export const Steps = () => (
  <Answer query={useQuery('steps.list', {})}>
    {({ steps, resting }) => (
      <Page>
        <PageHead
          crumbs={{ label: t('app.crumbs'), items: [{ text: t('today.title'), href: '#/today' }] }}
          title={t('steps.title')}
          lead={steps.length > 0 ? t('steps.lead', { count: steps.length }) : t('steps.leadNone')}
        />
        <AllSteps steps={steps} />
        {resting.length > 0 && <Resting resting={resting} />}
      </Page>
    )}
  </Answer>
);

const AllSteps = ({ steps }: Readonly<{ steps: Parameters<typeof StepRows>[0]['steps'] }>) => {
  const [shown, setShown] = useState(SHOWN);
  const hasTargets = (useQuery('targets.list', {}).data?.targets.length ?? 0) > 0;
  return (
    <Section id="steps" title={t('today.next')} remark={t('steps.gain')}>
      {steps.length > 0 ? (
        <>
          <StepRows label={t('steps.title')} steps={steps.slice(0, shown)} />
          {steps.length > shown && (
            <Button small onClick={() => setShown(shown + SHOWN)}>
              {t('drawer.more')}
            </Button>
          )}
          <Remark>{t('steps.order')}</Remark>
        </>
      ) : hasTargets ? (
        <Empty>{t('today.allMet')}</Empty>
      ) : (
        <Empty
          actions={
            <>
              <ButtonLink variant="primary" href="#/roles/find">
                {t('steps.chooser')}
              </ButtonLink>
              <ButtonLink href="#/start/roles">{t('today.choose')}</ButtonLink>
            </>
          }
        >
          {t('steps.noTarget')}
        </Empty>
      )}
    </Section>
  );
};

const Resting = ({ resting }: Readonly<{ resting: readonly RestingStep[] }>) => {
  const send = useStore((state) => state.send);
  return (
    <Section id="resting" title={t('steps.resting')}>
      <Rows label={t('steps.resting')}>
        {resting.map(({ step, title, until }) => (
          <Row
            key={`${step.kind} ${step.id}`}
            end={
              <Button
                small
                variant="quiet"
                aria-label={t('steps.backNamed', { title })}
                onClick={() => void send('steps.rest', { step, rest: 'none' }, { undoable: true })}
              >
                {t('steps.back')}
              </Button>
            }
            second={until === null ? t('steps.forGood') : t('steps.until', { date: fullDate(until) })}
          >
            <span dir="auto">{title}</span>
          </Row>
        ))}
      </Rows>
    </Section>
  );
};
