import type { RoleForecast } from '../../../shared/model/plan.ts';
import { fullDate, monthOf, oneDecimal } from '../../format.ts';
import { useQuery } from '../../query.ts';
import { TextLink } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { t } from '../../words.ts';
import { Remark } from '../remark.tsx';
import styles from './forecast.module.css';

type Range = Extract<RoleForecast, { kind: 'range' }>;

const rangeText = ({ early, late }: Range): string => {
  if (early === null) return t('forecast.never');
  if (late === null) return t('forecast.open', { early: monthOf(early) });
  const [from, to] = [monthOf(early), monthOf(late)];
  return from === to ? t('forecast.about', { date: from }) : t('forecast.range', { early: from, late: to });
};

const plannedText = ({ planned, hoursPerWeek }: Exclude<RoleForecast, { kind: 'done' }>): string =>
  planned === null
    ? t('forecast.plannedNever', { count: hoursPerWeek })
    : t('forecast.planned', { count: hoursPerWeek, date: monthOf(planned) });

const whole = (hours: number): number => Math.max(1, Math.round(hours));

/** When a role may be finished, what that is made of, and when there is too little to say. */
export const ForecastSection = ({ role }: Readonly<{ role: string }>) => {
  const forecast = useQuery('roles.forecast', { roles: [role] }).data?.forecasts[0];
  return (
    <Section id="forecast" title={t('forecast.title')} remark={t('forecast.hint')}>
      {forecast && <Words forecast={forecast} />}
    </Section>
  );
};

const Words = ({ forecast }: Readonly<{ forecast: RoleForecast }>) => {
  if (forecast.kind === 'done') return <p className={styles.finding}>{t('forecast.done')}</p>;
  return (
    <>
      <p className={styles.finding}>
        {forecast.kind === 'range' ? rangeText(forecast) : t('forecast.tooLittle')}
      </p>
      <Remark>
        {forecast.kind === 'range'
          ? t('forecast.pace', {
              active: forecast.active,
              slow: hoursText(forecast.slow),
              quick: hoursText(forecast.quick),
              left: whole(forecast.hoursLeft),
            })
          : t('forecast.tooLittleLead', { count: forecast.active, needed: forecast.needed })}
      </Remark>
      {forecast.kind === 'range' && forecast.pausedUntil !== null && (
        <Remark>{t('forecast.paused', { date: fullDate(forecast.pausedUntil) })}</Remark>
      )}
      <Remark>
        {plannedText(forecast)} <TextLink href="#/settings">{t('forecast.settings')}</TextLink>
      </Remark>
    </>
  );
};

/** The range in a few words, for beside a role; nothing while there is none. */
export const ForecastLine = ({ forecast }: Readonly<{ forecast: RoleForecast | undefined }>) => {
  if (forecast?.kind !== 'range' || forecast.early === null) return null;
  const [early, late] = [monthOf(forecast.early), forecast.late === null ? null : monthOf(forecast.late)];
  const range =
    late === null
      ? t('forecast.lineOpen', { early })
      : early === late
        ? t('forecast.lineAbout', { date: early })
        : t('forecast.lineRange', { early, late });
  return <>{t('forecast.line', { range })}</>;
};

/** A tenth of an hour says something below ten of them. */
const hoursText = (hours: number): string =>
  hours < 10 ? oneDecimal(hours) : t('figure.whole', { value: Math.round(hours) });
