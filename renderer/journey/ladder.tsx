import type { Journey, LadderGate, LadderPath, LadderStageShown } from '../../shared/model/journey.ts';
import { percent, wholePercent } from '../format.ts';
import { TextLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { Tag } from '../ui/tag.tsx';
import { Track } from '../ui/track.tsx';
import { t } from '../words.ts';
import styles from './journey.module.css';
import { Marks } from './marks.tsx';

/** The stages with their gates, and the ways on from there. */
export const Ladder = ({ journey }: Readonly<{ journey: Journey }>) => {
  const next = journey.stages.findIndex(({ reached }) => !reached);
  return (
    <>
      <Section id="ladder" title={t('journey.views.ladder')} hint={journey.role.title}>
        {journey.stages.map((stage, index) => (
          <StagePart key={stage.id} stage={stage} isNext={index === next} />
        ))}
      </Section>
      <Section id="projects" title={t('journey.projects')} hint={t('journey.projectsHint')}>
        {journey.projects.length === 0 ? (
          <Empty>
            {t('journey.noProjects')} <TextLink href="#/projects">{t('journey.toProjects')}</TextLink>
          </Empty>
        ) : (
          <Rows label={t('journey.projects')}>
            {journey.projects.map(({ id, title }) => (
              <Row key={id} href={`#/projects/${encodeURIComponent(id)}`}>
                <span dir="auto">{title}</span>
              </Row>
            ))}
          </Rows>
        )}
      </Section>
      <Section id="paths" title={t('journey.paths')}>
        {journey.paths.map((path) => (
          <PathPart key={path.id} path={path} />
        ))}
      </Section>
    </>
  );
};

const StagePart = ({ stage, isNext }: Readonly<{ stage: LadderStageShown; isNext: boolean }>) => (
  <div className={styles.part}>
    <div className={styles.head}>
      <h3>{stage.title}</h3>
      {stage.reached && <Tag>{t('journey.reached')}</Tag>}
      {isNext && <Tag>{t('journey.here')}</Tag>}
    </div>
    <p>{stage.summary}</p>
    <div className={styles.bars}>
      {stage.gates.map((gate) => (
        <GateBar key={gate.kind} gate={gate} />
      ))}
      <Bar label={t('journey.own')} share={stage.covered} text={percent(100 * stage.covered)} />
    </div>
    <Work texts={stage.responsibilities} />
    <p className={styles.quiet}>{t('journey.evidence')}</p>
    <Marks marks={stage.evidence} />
  </div>
);

const GateBar = ({ gate: { kind, have, need, met } }: Readonly<{ gate: LadderGate }>) => {
  const isCount = kind === 'entry' || kind === 'projects';
  const shown = (value: number): string => (isCount ? String(value) : percent(100 * value));
  const text = `${t('journey.gate', { have: shown(have), need: shown(need) })}, ${t(met ? 'journey.met' : 'journey.notMet')}`;
  return <Bar label={t(`journey.gates.${kind}`)} share={Math.min(1, have / need)} text={text} />;
};

/** A neutral bar: the hues of readiness mean nothing else. */
export const Bar = ({ label, share, text }: Readonly<{ label: string; share: number; text: string }>) => (
  <>
    <span>{label}</span>
    <span
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={wholePercent(100 * share)}
      aria-valuetext={text}
    >
      <Track kind="neutral" value={100 * share} size="small" />
    </span>
    <span className={styles.quiet}>{text}</span>
  </>
);

const Work = ({ texts }: Readonly<{ texts: readonly string[] }>) => (
  <p className={styles.quiet}>
    {t('journey.work')}: {texts.join('. ')}.
  </p>
);

const PathPart = ({ path }: Readonly<{ path: LadderPath }>) => (
  <div className={styles.part}>
    <div className={styles.head}>
      <h3>{path.title}</h3>
      <span className={styles.quiet}>{t('journey.from', { stage: path.from })}</span>
    </div>
    <p>{path.summary}</p>
    <div className={styles.bars}>
      {path.covered !== null && (
        <Bar label={t('journey.covered')} share={path.covered} text={percent(100 * path.covered)} />
      )}
      {path.focus.map(({ id, title, covered }) => (
        <Bar key={id} label={title} share={covered} text={percent(100 * covered)} />
      ))}
    </div>
    <Work texts={path.responsibilities} />
    {path.role && (
      <p>
        <TextLink href={`#/roles/${encodeURIComponent(path.role.id)}`}>
          {t('journey.leads', { role: path.role.name })}
        </TextLink>
      </p>
    )}
  </div>
);
