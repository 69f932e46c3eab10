import { Info, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Warning } from '../../shared/model/radar.ts';
import { fullDate } from '../format.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button, ButtonLink, TextButton } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';
import { groundText } from './ground-text.ts';
import styles from './radar.module.css';
import { Routines } from './routines.tsx';

/** Mistakes that people make on the way, where the person's own data show one, and habits that keep knowledge current. */
export const Radar = () => {
  const { data } = useQuery('radar.read', {});
  if (!data) return null;
  const shown = data.warnings.filter(({ dismissedOn }) => dismissedOn === null);
  const dismissed = data.warnings.filter(({ dismissedOn }) => dismissedOn !== null);
  return (
    <>
      {data.warnings.length > 0 && (
        <Section id="radar" title={t('radar.title')}>
          {shown.map((warning) => (
            <OneWarning key={warning.id} warning={warning} />
          ))}
          {dismissed.length > 0 && <Dismissed warnings={dismissed} />}
        </Section>
      )}
      <Routines routines={data.routines} />
    </>
  );
};

const OneWarning = ({ warning }: Readonly<{ warning: Warning }>) => {
  const [isOpen, setOpen] = useState(false);
  const Icon = warning.severity === 'warning' ? TriangleAlert : Info;
  const id = `radar-${warning.id}`;
  return (
    <article className={styles.warning} aria-labelledby={`${id}-title`} data-severity={warning.severity}>
      <Icon role="img" aria-label={t(`radar.${warning.severity}`)} />
      <div>
        <h3 id={`${id}-title`}>{warning.mistake}</h3>
        <p>
          {warning.message} {warning.role && t('radar.about', { role: warning.role.title })}{' '}
          <TextButton
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'radar.hide' : 'radar.show')}
          </TextButton>
        </p>
        {isOpen && (
          <div id={id}>
            <Details warning={warning} />
          </div>
        )}
      </div>
    </article>
  );
};

const Details = ({ warning }: Readonly<{ warning: Warning }>) => {
  const send = useStore((state) => state.send);
  const { grounds, rows, certifications, advice, suggest, guide } = warning;
  const [first, ...others] = suggest.skills;
  return (
    <>
      <h4>{t('radar.grounds')}</h4>
      <ul className={styles.grounds}>
        {grounds.map((ground) => (
          <li key={ground.metric}>{groundText(ground)}</li>
        ))}
      </ul>
      {rows.length > 0 && (
        <>
          <h4>{t('radar.rows')}</h4>
          <Rows label={t('radar.rows')}>
            {rows.map(({ skill, name, level, ticked }) => (
              <Row
                key={skill}
                href={`#/skills/${encodeURIComponent(skill)}`}
                end={t('radar.row', { level: t(`level.${level as 0 | 1 | 2 | 3 | 4}`), count: ticked })}
              >
                <span dir="auto">{name}</span>
              </Row>
            ))}
          </Rows>
        </>
      )}
      {certifications.length > 0 && (
        <Rows label={t('radar.rows')}>
          {certifications.map(({ id, name, successor }) => (
            <Row
              key={id}
              href={`#/certifications/${encodeURIComponent(id)}`}
              {...(successor && { second: t('radar.successor', { name: successor.name }) })}
            >
              <span dir="auto">{name}</span>
            </Row>
          ))}
        </Rows>
      )}
      <h4>{t('radar.helps')}</h4>
      <p>{advice}</p>
      {others.length > 0 && (
        <ul className={styles.links}>
          {others.map(({ skill, name }) => (
            <li key={skill}>
              <a href={`#/skills/${encodeURIComponent(skill)}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      {suggest.projects.length > 0 && (
        <p>{t('radar.projects', { names: suggest.projects.map(({ title }) => title).join(', ') })}</p>
      )}
      {guide !== null && <p className={styles.source}>{t('radar.guide', { guide })}</p>}
      <div className={styles.buttons}>
        {first && (
          <ButtonLink small href={`#/skills/${encodeURIComponent(first.skill)}`}>
            {t('radar.go', { skill: first.name })}
          </ButtonLink>
        )}
        <Button
          small
          variant="quiet"
          aria-label={t('radar.dismissNamed', { title: warning.mistake })}
          onClick={() =>
            void send('radar.dismiss', { warning: warning.id, dismissed: true }, { undoable: true })
          }
        >
          {t('radar.dismiss')}
        </Button>
      </div>
    </>
  );
};

const Dismissed = ({ warnings }: Readonly<{ warnings: readonly Warning[] }>) => {
  const [isOpen, setOpen] = useState(false);
  const send = useStore((state) => state.send);
  return (
    <Disclosure
      label={t('radar.dismissed', { count: warnings.length })}
      open={isOpen}
      onToggle={() => setOpen(!isOpen)}
    >
      <Rows>
        {warnings.map(({ id, mistake, dismissedOn }) => (
          <Row
            key={id}
            second={t('radar.dismissedOn', { date: fullDate(dismissedOn!) })}
            end={
              <Button
                small
                variant="quiet"
                aria-label={t('radar.backNamed', { title: mistake })}
                onClick={() =>
                  void send('radar.dismiss', { warning: id, dismissed: false }, { undoable: true })
                }
              >
                {t('radar.back')}
              </Button>
            }
          >
            {mistake}
          </Row>
        ))}
      </Rows>
    </Disclosure>
  );
};
