import { Search, X } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/tag.tsx';
import { t } from '../words.ts';
import { FilterChoice } from './filter-choice.tsx';
import { CHOICES, optionsOf, SWITCHES, valueOf, without, type Choice } from './filter-parts.ts';
import { SavedFilters } from './filter-saved.tsx';
import styles from './skills.module.css';

const TEXT_LENGTH = 200;

/** What the tree of skills is narrowed to. All parts have to hold; those that are on can be taken back one by one. */
export const FilterRow = () => {
  const filter = useStore((state) => state.skillFilter);
  const setFilter = useStore((state) => state.setSkillFilter);
  const { data } = useQuery('app.read', {});
  return (
    <div role="search" className={styles.filters} aria-label={t('filter.label')}>
      <FilterText />
      {CHOICES.map((choice) => (
        <ChoiceChip key={choice} choice={choice} roles={data?.roles ?? []} />
      ))}
      {SWITCHES.map((part) => {
        const isOn = filter[part] === true;
        return (
          <Chip
            key={part}
            on={isOn}
            {...(isOn && { icon: <X aria-hidden="true" /> })}
            onPress={() => setFilter(isOn ? without(filter, part) : { ...filter, [part]: true })}
          >
            {t(`filter.${part}`)}
          </Chip>
        );
      })}
      <SavedFilters />
    </div>
  );
};

const FilterText = () => {
  const filter = useStore((state) => state.skillFilter);
  const setFilter = useStore((state) => state.setSkillFilter);
  const [typed, setTyped] = useState(filter.text ?? '');
  // A saved filter was chosen, or all of it was taken back.
  if (typed.trim() !== (filter.text ?? '')) setTyped(filter.text ?? '');
  const change = (value: string): void => {
    setTyped(value);
    const text = value.trim();
    if (text !== (filter.text ?? '')) setFilter(text === '' ? without(filter, 'text') : { ...filter, text });
  };
  return (
    <span className={styles.filterText}>
      <Search aria-hidden="true" />
      <input
        type="search"
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        maxLength={TEXT_LENGTH}
        value={typed}
        onChange={({ target }) => change(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || typed === '') return;
          event.preventDefault();
          change('');
        }}
      />
      {typed !== '' && (
        <IconButton
          small
          label={t('filter.clearText')}
          icon={<X aria-hidden="true" />}
          onClick={() => change('')}
        />
      )}
    </span>
  );
};

type ChoiceChipProps = Readonly<{ choice: Choice; roles: Output<'app.read'>['roles'] }>;

const ChoiceChip = ({ choice, roles }: ChoiceChipProps) => {
  const filter = useStore((state) => state.skillFilter);
  const setFilter = useStore((state) => state.setSkillFilter);
  const name = valueOf(filter, choice, roles);
  return (
    <FilterChoice
      label={t(`filter.${choice}`)}
      chosen={name === null ? null : { id: String(filter[choice]), name }}
      groups={optionsOf(choice, roles)}
      onPick={(option) => setFilter({ ...filter, ...option.filter })}
      onClear={() => setFilter(without(filter, choice))}
    />
  );
};
