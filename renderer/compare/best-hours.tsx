import { oneDecimal } from '../format.ts';
import { duration } from '../parts/steps/duration.ts';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';

/** The few skills that together bring most points per hour over all targets. */
export const BestHours = () => {
  const best = useQuery('targets.overlap', {}).data?.best;
  if (!best || best.skills.length === 0) return null;
  return (
    <Section id="best" title={t('overlap.best')} remark={t('overlap.bestHint')}>
      <Remark>
        {t(best.exact ? 'overlap.bestLead' : 'overlap.bestAbout', {
          count: best.skills.length,
          gain: oneDecimal(best.gain),
          hours: best.hours,
        })}
      </Remark>
      <Rows label={t('overlap.best')}>
        {best.skills.map(({ skill, name, level, hours }) => (
          <Row
            key={skill}
            href={`#/skills/${encodeURIComponent(skill)}`}
            end={`${t(`level.${level}`)}, ${duration(hours)}`}
          >
            {name}
          </Row>
        ))}
      </Rows>
    </Section>
  );
};
