import type { ListSummary, OwnList } from '../../shared/model/list.ts';
import { LENGTHS, LEVELS, type Level } from '../../shared/values.ts';
import { Remark } from '../parts/remark.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox, RadioRow } from '../ui/choice.tsx';
import { Select, TextField } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import type { Reading } from './bring.tsx';
import type { Choices } from './preview.tsx';
import styles from './lists.module.css';

const NEW = 'new';

type PreviewSideProps = Readonly<{
  summary: ListSummary;
  reading: Reading;
  lists: readonly OwnList[];
  choices: Choices;
  onChange: (patch: Partial<Choices>) => void;
  onRead: (reading: Reading) => void;
}>;

/** What there is to decide about a list. */
export const PreviewSide = (props: PreviewSideProps) => {
  const { summary, reading, lists, choices, onChange, onRead } = props;
  const { update } = summary;
  return (
    <>
      <Section id="how" title={t('preview.settings')}>
        <div className={styles.form}>
          <TextField
            label={t('preview.name')}
            value={choices.title}
            maxLength={LENGTHS.line}
            error={choices.title.trim() === '' ? t('preview.nameMissing') : undefined}
            onChange={(title) => onChange({ title })}
          />
          {lists.length > 0 && (
            <Select
              label={t('preview.target')}
              value={update?.category ?? NEW}
              options={[
                { value: NEW, label: t('preview.newList') },
                ...lists.map(({ category, title }) => ({
                  value: category,
                  label: t('preview.newerOf', { title }),
                })),
              ]}
              onChange={(category) => onRead({ ...reading, category })}
            />
          )}
          <Select
            label={t('preview.level')}
            hint={t('preview.levelHint')}
            value={String(choices.level)}
            options={LEVELS.map((level) => ({ value: String(level), label: t(`level.${level}`) }))}
            onChange={(level) => onChange({ level: Number(level) as Level })}
          />
        </div>
      </Section>
      {update && update.removed > 0 && (
        <Section id="gone" title={t('preview.gone', { count: update.removed })}>
          <div className={styles.form}>
            <RadioRow
              label={t('preview.gone', { count: update.removed })}
              hideLabel
              stacked
              value={choices.removed}
              options={[
                { value: 'keep', label: t('preview.keep') },
                { value: 'remove', label: t('preview.remove') },
              ]}
              onChange={(removed) => onChange({ removed })}
            />
            {update.losing > 0 && <Remark>{t('preview.losing', { count: update.losing })}</Remark>}
          </div>
        </Section>
      )}
      <Lookalikes summary={summary} reading={reading} onRead={onRead} />
      {summary.leftOut > 0 && (
        <Section id="left-out" title={t('preview.leftOut')}>
          <div className={styles.form}>
            <p>{t('preview.leftOutTitle', { count: summary.leftOut })}</p>
            <Checkbox
              label={t('preview.keepLeftOut')}
              checked={choices.keepLeftOut}
              onChange={(keepLeftOut) => onChange({ keepLeftOut })}
            />
            {summary.tooDeep > 0 && <Remark>{t('preview.tooDeep', { count: summary.tooDeep })}</Remark>}
          </div>
        </Section>
      )}
    </>
  );
};

const Lookalikes = ({
  summary: { lookalikes, tookLookalikes },
  reading,
  onRead,
}: Pick<PreviewSideProps, 'summary' | 'reading' | 'onRead'>) => {
  if (lookalikes === 0 && !tookLookalikes) return null;
  return (
    <Section id="lookalikes" title={t('preview.lookalikes')}>
      <div className={styles.form}>
        <p>
          {tookLookalikes ? t('preview.tookLookalikes') : t('preview.lookalikesTitle', { count: lookalikes })}
        </p>
        <Button small onClick={() => onRead({ ...reading, takeLookalikes: !tookLookalikes })}>
          {tookLookalikes ? t('preview.leaveLookalikes') : t('preview.takeLookalikes')}
        </Button>
      </div>
    </Section>
  );
};
