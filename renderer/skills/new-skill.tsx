import { useState } from 'react';
import { LENGTHS } from '../../shared/values.ts';
import type { Category } from '../../shared/model/skill.ts';
import { useOnce } from '../parts/use-once.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select, TextArea, TextField } from '../ui/form.tsx';
import { t } from '../words.ts';

const NEW = 'new';

type NewSkillProps = Readonly<{
  name: string;
  /** Where it was asked for; null to choose. */
  category: string | null;
}>;

/** Asks what the new skill is called and where it belongs, and leads to its page. */
export const NewSkill = (props: NewSkillProps) => {
  const { data } = useQuery('skills.categories', {});
  return data && <NewSkillDialog {...props} categories={data.categories} />;
};

const NewSkillDialog = ({
  name: givenName,
  category: givenCategory,
  categories,
}: NewSkillProps & Readonly<{ categories: readonly Category[] }>) => {
  const close = useStore((state) => state.closeOverlay);
  const create = useCreate();
  const [name, setName] = useState(givenName);
  const [category, setCategory] = useState(givenCategory ?? categories.find(({ own }) => own)?.id ?? '');
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [isTried, setTried] = useState(false);
  const isNew = category === NEW;
  const isMissing = {
    name: name.trim() === '',
    category: category === '',
    title: isNew && title.trim() === '',
  };
  const save = (): void => {
    setTried(true);
    if (isMissing.name || isMissing.category || isMissing.title) return;
    void create({ name: name.trim(), description, category: isNew ? { title: title.trim() } : category });
  };
  const fault = (isFault: boolean, text: string): string | undefined =>
    isTried && isFault ? text : undefined;
  return (
    <FormDialog
      title={t('newSkill.title')}
      onCancel={close}
      cancel={t('newSkill.cancel')}
      confirm={t('newSkill.confirm')}
      onSubmit={save}
    >
      <TextField
        label={t('newSkill.name')}
        value={name}
        onChange={setName}
        placeholder={t('newSkill.nameExample')}
        maxLength={LENGTHS.line}
        hint={t('newSkill.hint')}
        error={fault(isMissing.name, t('newSkill.nameMissing'))}
        autoFocus
      />
      <Select
        label={t('newSkill.category')}
        value={category}
        options={[
          { value: '', label: t('newSkill.choose'), disabled: true },
          ...categories.map(({ id, title: label }) => ({ value: id, label })),
          { value: NEW, label: t('newSkill.newCategory') },
        ]}
        onChange={setCategory}
        error={fault(isMissing.category, t('newSkill.categoryMissing'))}
      />
      {isNew && (
        <TextField
          label={t('newSkill.categoryName')}
          value={title}
          onChange={setTitle}
          maxLength={LENGTHS.line}
          error={fault(isMissing.title, t('newSkill.titleMissing'))}
          autoFocus
        />
      )}
      <TextArea
        label={t('newSkill.description')}
        value={description}
        onChange={setDescription}
        maxLength={LENGTHS.description}
      />
    </FormDialog>
  );
};

type Made = {
  readonly name: string;
  readonly description: string;
  /** An id, or the title of a category to make first. */
  readonly category: string | { readonly title: string };
};

/** Makes the skill once, however often the button is pressed; where it is refused, the dialog keeps what was typed. */
const useCreate = (): ((made: Made) => Promise<void>) => {
  const send = useStore((state) => state.send);
  const close = useStore((state) => state.closeOverlay);
  const once = useOnce();
  const categoryOf = async ({ category }: Made): Promise<string | undefined> =>
    typeof category === 'string' ? category : (await send('categories.create', category))?.id;
  const create = async (made: Made): Promise<void> => {
    const category = await categoryOf(made);
    if (category === undefined) return;
    const { name, description } = made;
    const skill = await send('skills.create', { category, name, description }, { undoable: true });
    if (!skill) return;
    close();
    location.hash = `/skills/${encodeURIComponent(skill.id)}`;
  };
  return (made) => once(() => create(made));
};
