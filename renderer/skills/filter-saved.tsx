import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { TextButton } from '../ui/button.tsx';
import { t } from '../words.ts';
import { FilterChoice } from './filter-choice.tsx';
import { isNarrowed, savedAs } from './filter-parts.ts';
import styles from './skills.module.css';

const NameDialog = lazy(async () => ({ default: (await import('./filter-name.tsx')).NameDialog }));

const NAME_LENGTH = 80;

/** Filters that were saved by name, and the ways to save this one, to rename it, or to forget it. */
export const SavedFilters = () => {
  const filter = useStore((state) => state.skillFilter);
  const setFilter = useStore((state) => state.setSkillFilter);
  const send = useStore((state) => state.send);
  const { data } = useQuery('filters.list', {});
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null);
  const chip = useRef<HTMLButtonElement>(null);
  const saveButton = useRef<HTMLButtonElement>(null);
  const saved = data?.filters ?? [];
  const same = savedAs(filter, saved);
  const options = saved.map(({ name, filter: own }) => ({ id: name, label: name, filter: own }));
  // The button that was pressed goes once it is done: the focus moves on to what stands for the filter then.
  const isSaved = same !== undefined;
  const isOwnDoing = useRef(false);
  useEffect(() => {
    if (isOwnDoing.current) (isSaved ? chip : saveButton).current?.focus();
    isOwnDoing.current = false;
  }, [isSaved]);
  const save = async (name: string): Promise<void> => {
    isOwnDoing.current = true;
    if (await send('filters.save', { name, filter }, { undoable: true })) setNaming(null);
    else isOwnDoing.current = false;
  };
  const rename = async (name: string, to: string): Promise<void> => {
    if (await send('filters.rename', { name, to }, { undoable: true })) setNaming(null);
  };
  const remove = async (name: string): Promise<void> => {
    isOwnDoing.current = true;
    if (!(await send('filters.remove', { name }, { undoable: true }))) isOwnDoing.current = false;
  };
  return (
    <>
      {saved.length > 0 && (
        <FilterChoice
          label={t('filter.saved')}
          chosen={same ? { id: same.name, name: same.name } : null}
          groups={[{ id: 'saved', options }]}
          onPick={(option) => setFilter(option.filter)}
          onClear={() => setFilter({})}
          anchor={chip}
        />
      )}
      {isNarrowed(filter) && (
        <span className={styles.filterEnd}>
          {same ? (
            <>
              <TextButton
                aria-label={t('filter.renameNamed', { name: same.name })}
                onClick={() => setNaming('rename')}
              >
                {t('filter.rename')}
              </TextButton>
              <TextButton onClick={() => void remove(same.name)}>
                {t('filter.remove', { name: same.name })}
              </TextButton>
            </>
          ) : (
            <TextButton ref={saveButton} onClick={() => setNaming('save')}>
              {t('filter.save')}
            </TextButton>
          )}
        </span>
      )}
      <Suspense>
        {naming === 'save' && (
          <NameDialog
            title={t('filter.saveTitle')}
            confirm={t('filter.save')}
            hint={t('filter.nameHint')}
            maxLength={NAME_LENGTH}
            onSave={(name) => void save(name)}
            onCancel={() => setNaming(null)}
          />
        )}
        {naming === 'rename' && same && (
          <NameDialog
            title={t('filter.renameTitle', { name: same.name })}
            confirm={t('filter.rename')}
            name={same.name}
            maxLength={NAME_LENGTH}
            onSave={(to) => void rename(same.name, to)}
            onCancel={() => setNaming(null)}
          />
        )}
      </Suspense>
    </>
  );
};
