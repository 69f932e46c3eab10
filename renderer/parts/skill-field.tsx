import { useId, useState } from 'react';
import { useQuery } from '../query.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/form.tsx';
import { t } from '../words.ts';
import styles from './skill-field.module.css';

type SkillFieldProps = Readonly<{
  label: string;
  /** Ids that are chosen already. */
  taken: ReadonlySet<string>;
  /** What is wrong with those that are chosen. */
  error?: string | undefined;
  onAdd: (skill: { readonly id: string; readonly name: string }) => void;
}>;

const fold = (name: string): string => name.trim().toLocaleLowerCase();

/** Adds one skill after the other by name, with the names to choose from. */
export const SkillField = ({ label, taken, error, onAdd }: SkillFieldProps) => {
  const { data } = useQuery('skills.names', {});
  const list = useId();
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const skills = data?.skills ?? [];
  const add = (): void => {
    const named = skills.filter((skill) => fold(skill.name) === fold(name));
    const skill = named.find(({ id }) => !taken.has(id)) ?? named[0];
    if (!skill) return setFault(t('ownRole.skillUnknown'));
    if (taken.has(skill.id)) return setFault(t('ownRole.skillThere'));
    onAdd(skill);
    setName('');
    setFault(undefined);
  };
  return (
    <div className={styles.field}>
      <TextField
        label={label}
        hint={t('ownRole.skillHint')}
        error={fault ?? error}
        value={name}
        list={list}
        autoComplete="off"
        onChange={(value) => {
          setName(value);
          setFault(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          // The form around it is not sent by it.
          event.preventDefault();
          add();
        }}
      />
      <datalist id={list}>
        {skills
          .filter(({ id }) => !taken.has(id))
          .map(({ id, name: option }) => (
            <option key={id} value={option} />
          ))}
      </datalist>
      <Button aria-label={label} onClick={add}>
        {t('ownRole.add')}
      </Button>
    </div>
  );
};
