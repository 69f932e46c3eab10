import { Search, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from 'react';
import type { Output } from '../../shared/contract.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { IconButton, TextButton } from '../ui/button.tsx';
import { FilterChip } from '../ui/filter-chip.tsx';
import { Chip } from '../ui/tag.tsx';
import { t } from '../words.ts';
import {
  CHOICES,
  isNarrowed,
  optionsOf,
  savedAs,
  SWITCHES,
  valueOf,
  without,
  type Choice,
  type OptionGroup,
} from './filter-parts.ts';
import styles from './skills.module.css';

const FilterMenu = lazy(async () => ({ default: (await import('./filter-menu.tsx')).FilterMenu }));
const NameDialog = lazy(async () => ({ default: (await import('./filter-name.tsx')).NameDialog }));

const NAME_LENGTH = 80;
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
  const part = t(`filter.${choice}`);
  const value = valueOf(filter, choice, roles);
  return (
    <MenuChip
      label={part}
      value={value === null ? null : t('filter.is', { part, value })}
      groups={optionsOf(choice, roles)}
      onPick={(option) => setFilter({ ...filter, ...option.filter })}
      onClear={() => setFilter(without(filter, choice))}
    />
  );
};

type MenuChipProps = Readonly<{
  label: string;
  /** What is chosen, with its label; null for nothing. */
  value: string | null;
  groups: readonly OptionGroup[];
  onPick: (option: OptionGroup['options'][number]) => void;
  onClear: () => void;
  anchor?: RefObject<HTMLButtonElement | null>;
}>;

const MenuChip = ({ label, value, groups, onPick, onClear, anchor: given }: MenuChipProps) => {
  const own = useRef<HTMLButtonElement>(null);
  const anchor = given ?? own;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <FilterChip anchor={anchor} isOn={value !== null} onOpen={() => setOpen(true)} onClear={onClear}>
        {value ?? label}
      </FilterChip>
      {isOpen && (
        <Suspense>
          <FilterMenu
            label={label}
            groups={groups}
            anchor={anchor}
            onPick={onPick}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
};

/** Filters that were saved by name, and the way to save this one or to forget it. */
const SavedFilters = () => {
  const filter = useStore((state) => state.skillFilter);
  const setFilter = useStore((state) => state.setSkillFilter);
  const saveFilter = useStore((state) => state.saveFilter);
  const removeFilter = useStore((state) => state.removeFilter);
  const { data } = useQuery('filters.list', {});
  const [isNaming, setNaming] = useState(false);
  const chip = useRef<HTMLButtonElement>(null);
  const saved = data?.filters ?? [];
  const same = savedAs(filter, saved);
  const options = saved.map(({ name, filter: own }) => ({ id: name, label: name, filter: own }));
  // To what was saved: where the button stood is now the one that removes it.
  const isSaved = same !== undefined;
  const isJustSaved = useRef(false);
  useEffect(() => {
    if (isSaved && isJustSaved.current) chip.current?.focus();
    isJustSaved.current = false;
  }, [isSaved]);
  return (
    <>
      {saved.length > 0 && (
        <MenuChip
          label={t('filter.saved')}
          value={same ? t('filter.is', { part: t('filter.saved'), value: same.name }) : null}
          groups={[{ id: 'saved', options }]}
          onPick={(option) => setFilter(option.filter)}
          onClear={() => setFilter({})}
          anchor={chip}
        />
      )}
      {isNarrowed(filter) && (
        <span className={styles.filterEnd}>
          {same ? (
            <TextButton key="remove" onClick={() => void removeFilter(same.name)}>
              {t('filter.remove', { name: same.name })}
            </TextButton>
          ) : (
            <TextButton key="save" onClick={() => setNaming(true)}>
              {t('filter.save')}
            </TextButton>
          )}
        </span>
      )}
      {isNaming && (
        <Suspense>
          <NameDialog
            title={t('filter.saveTitle')}
            confirm={t('filter.save')}
            hint={t('filter.nameHint')}
            maxLength={NAME_LENGTH}
            onSave={(name) => {
              setNaming(false);
              isJustSaved.current = true;
              void saveFilter({ name, filter });
            }}
            onCancel={() => setNaming(false)}
          />
        </Suspense>
      )}
    </>
  );
};
