import { useState } from 'react';
import { TEXT_SIZES } from '../../shared/values.ts';
import { ReviewPause } from '../parts/reviews/review-pause.tsx';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Field, NumberField, Select } from '../ui/form.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { t } from '../words.ts';
import styles from './settings.module.css';

export const Settings = () => (
  <Page>
    <PageHead title={t('settings.title')} lead={t('settings.lead')} />
    <Section id="look" title={t('settings.look')}>
      <Look />
    </Section>
    <Section id="time" title={t('settings.time')}>
      <Time />
    </Section>
    <Section id="reviews" title={t('review.title')}>
      <ReviewSettings />
    </Section>
    <Section id="data" title={t('settings.data')}>
      <YourData />
    </Section>
  </Page>
);

const Choice = ({ label, children }: Readonly<{ label: string; children: React.ReactNode }>) => (
  <div className={styles.choice}>
    <span className={styles.label} aria-hidden="true">
      {label}
    </span>
    {children}
  </div>
);

const Look = () => {
  const { theme, contrast, textSize } = useStore((state) => state.settings);
  const change = useStore((state) => state.changeSettings);
  const { smallest, largest, step } = TEXT_SIZES;
  return (
    <div className={styles.form}>
      <Choice label={t('settings.theme')}>
        <Segmented
          label={t('settings.theme')}
          value={theme}
          options={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t(`settings.themes.${value}`),
          }))}
          onChange={(value) => void change({ theme: value })}
        />
      </Choice>
      <Choice label={t('settings.contrast')}>
        <Segmented
          label={t('settings.contrast')}
          value={contrast}
          options={(['system', 'standard', 'more'] as const).map((value) => ({
            value,
            label: t(`settings.contrasts.${value}`),
          }))}
          onChange={(value) => void change({ contrast: value })}
        />
      </Choice>
      <Field label={t('settings.textSize')}>
        {(control) => (
          <span className={styles.size}>
            <input
              {...control}
              type="range"
              min={smallest}
              max={largest}
              step={step}
              value={textSize}
              aria-valuetext={t('figure.spoken', { value: textSize })}
              onChange={({ target }) => void change({ textSize: target.valueAsNumber })}
            />
            <output>{t('figure.percent', { value: textSize })}</output>
          </span>
        )}
      </Field>
    </div>
  );
};

const isFrom1 = (value: number | null, to: number): value is number =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= to;

const Time = () => {
  const { hoursPerWeek, firstDayOfWeek } = useStore((state) => state.settings);
  const change = useStore((state) => state.changeSettings);
  const [hours, setHours] = useState<number | null>(hoursPerWeek);
  return (
    <div className={styles.form}>
      <NumberField
        label={t('settings.hours')}
        hint={t('settings.hoursHint')}
        error={isFrom1(hours, 80) ? undefined : t('settings.wrongHours')}
        value={hours}
        min={1}
        max={80}
        step={1}
        onChange={(value) => {
          setHours(value);
          if (isFrom1(value, 80)) void change({ hoursPerWeek: value });
        }}
      />
      <Select
        label={t('settings.firstDay')}
        value={firstDayOfWeek}
        options={(['monday', 'saturday', 'sunday'] as const).map((value) => ({
          value,
          label: t(`settings.days.${value}`),
        }))}
        onChange={(value) => void change({ firstDayOfWeek: value })}
      />
    </div>
  );
};

const ReviewSettings = () => {
  const { reviewsPerDay } = useStore((state) => state.settings);
  const change = useStore((state) => state.changeSettings);
  const [perDay, setPerDay] = useState<number | null>(reviewsPerDay);
  return (
    <div className={styles.form}>
      <NumberField
        label={t('review.perDay')}
        hint={t('review.perDayHint')}
        error={isFrom1(perDay, 50) ? undefined : t('review.wrongPerDay')}
        value={perDay}
        min={1}
        max={50}
        step={1}
        onChange={(value) => {
          setPerDay(value);
          if (isFrom1(value, 50)) void change({ reviewsPerDay: value });
        }}
      />
      <ReviewPause />
    </div>
  );
};

const YourData = () => {
  const { data } = useQuery('app.read', {});
  if (!data) return null;
  return (
    <div className={styles.data}>
      <dl className={styles.facts}>
        <dt>{t('settings.file')}</dt>
        <dd className={styles.path}>{data.file}</dd>
        <dt>{t('settings.version')}</dt>
        <dd>{data.version}</dd>
      </dl>
      <Remark>{t('settings.saved')}</Remark>
    </div>
  );
};
