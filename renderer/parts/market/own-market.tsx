import { useState } from 'react';
import type { RoleMarket } from '../../../shared/model/reading.ts';
import { LENGTHS } from '../../../shared/values.ts';
import { useQuery } from '../../query.ts';
import { useStore } from '../../store.ts';
import { Select, TextArea } from '../../ui/form.tsx';
import { Section } from '../../ui/page.tsx';
import { t } from '../../words.ts';
import { useKeptFields } from '../use-kept-fields.ts';
import styles from './own-market.module.css';

const FIELDS = ['region', 'salary', 'demand'] as const;

/** What the person found out about the market of a role where they live. */
export const OwnMarket = ({ role }: Readonly<{ role: string }>) => (
  <Section id="own-market" title={t('reading.own')} hint={t('reading.ownHint')}>
    <div className={styles.form}>
      <Saved key={role} role={role} />
    </div>
  </Section>
);

/** The same for any role, the first target at first. */
export const OwnMarkets = () => {
  const roles = useQuery('roles.list', {}).data?.roles ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const first = roles.toSorted((a, b) => (a.target ?? roles.length) - (b.target ?? roles.length))[0];
  const role = chosen ?? first?.id;
  if (role === undefined) return null;
  return (
    <Section id="own-market" title={t('reading.own')} hint={t('reading.ownHint')}>
      <div className={styles.form}>
        <Select
          label={t('reading.ownRole')}
          value={role}
          options={roles.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={setChosen}
        />
        <Saved key={role} role={role} />
      </div>
    </Section>
  );
};

const Saved = ({ role }: Readonly<{ role: string }>) => {
  const { data } = useQuery('market.read', { role });
  return data ? <Fields role={role} saved={data} /> : null;
};

const Fields = ({ role, saved }: Readonly<{ role: string; saved: RoleMarket }>) => {
  const send = useStore((state) => state.send);
  const { value, change, flush } = useKeptFields(
    'market.read',
    { role },
    saved,
    async (words, outlivesPage) => (await send('market.set', { role, ...words }, { outlivesPage })) !== null,
  );
  return FIELDS.map((field) => (
    <TextArea
      key={field}
      label={t(`reading.${field}`)}
      value={value[field]}
      maxLength={LENGTHS.description}
      rows={2}
      onChange={(text) => change({ [field]: text })}
      onBlur={() => void flush()}
    />
  ));
};
