import { X } from 'lucide-react';
import { useState } from 'react';
import type { SkillDetail } from '../../shared/model/skill.ts';
import { LENGTHS } from '../../shared/values.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { NumberField, Select, TextArea, TextField } from '../ui/form.tsx';
import { t } from '../words.ts';
import styles from './skill.module.css';

const MONTHS = { least: 0.5, most: 600 } as const;

type PersonalDialogProps = Readonly<{ skill: SkillDetail; onClose: () => void }>;

/** What the person changes about a skill for themselves; of an own skill, all that it is. */
export const PersonalDialog = ({ skill, onClose }: PersonalDialogProps) => {
  const { own, personal, original } = skill;
  const [name, setName] = useState(skill.name);
  const [description, setDescription] = useState(skill.description);
  const [hours, setHours] = useState<number | null>(skill.estimatedHours);
  const [category, setCategory] = useState(skill.category);
  const [months, setMonths] = useState<number | null>(skill.halfLifeMonths);
  const [aliases, setAliases] = useState(personal.aliases.join('\n'));
  const [prerequisites, setPrerequisites] = useState<readonly string[]>(personal.prerequisites);
  const [hidden, setHidden] = useState(personal.hidden);
  const [isTried, setTried] = useState(false);
  const send = useStore((state) => state.send);
  const categories = useQuery('skills.categories', {}).data?.categories ?? [];
  const wrongMonths = months === null || months < MONTHS.least || months > MONTHS.most;

  const save = async (): Promise<void> => {
    setTried(true);
    if (wrongMonths || name.trim() === '') return;
    if (own) {
      const edited = {
        skill: skill.id,
        category,
        name: name.trim(),
        description,
        estimatedHours: hours ?? 0,
      };
      if (!(await send('skills.edit', edited))) return;
    }
    const answer = await send('skills.personalise', {
      skill: skill.id,
      name: own || name.trim() === original.name ? null : name.trim(),
      halfLifeMonths: months === original.halfLifeMonths ? null : months,
      hidden,
      aliases: aliases
        .split('\n')
        .map((alias) => alias.trim())
        .filter((alias) => alias !== ''),
      prerequisites: [...prerequisites],
    });
    if (answer) onClose();
  };

  return (
    <FormDialog
      title={t('personal.title', { skill: skill.name })}
      onCancel={onClose}
      cancel={t('own.cancel')}
      confirm={t('own.save')}
      extra={
        own && (
          <Button
            variant="quiet"
            onClick={() => {
              void send('skills.remove', { skill: skill.id }, { undoable: true });
              location.hash = `/skills/in/${skill.category}`;
              onClose();
            }}
          >
            {t('personal.remove')}
          </Button>
        )
      }
      onSubmit={() => void save()}
    >
      <TextField
        label={t('personal.name')}
        value={name}
        onChange={setName}
        maxLength={LENGTHS.line}
        {...(!own && { hint: t('personal.nameHint', { name: original.name }) })}
        error={isTried && name.trim() === '' ? t('newSkill.nameMissing') : undefined}
        autoFocus
      />
      {own && (
        <>
          <TextArea label={t('personal.description')} value={description} onChange={setDescription} />
          <Select
            label={t('personal.category')}
            value={category}
            options={categories.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={setCategory}
          />
          <NumberField label={t('personal.hours')} value={hours} min={0} onChange={setHours} />
        </>
      )}
      <NumberField
        label={t('personal.halfLife')}
        unit={t('personal.months')}
        value={months}
        min={MONTHS.least}
        max={MONTHS.most}
        step={0.5}
        onChange={setMonths}
        hint={
          skill.own
            ? t('personal.halfLifeOwn')
            : t('personal.halfLifeHint', { count: original.halfLifeMonths })
        }
        error={wrongMonths ? t('personal.wrongMonths') : undefined}
      />
      <TextArea
        label={t('personal.aliases')}
        value={aliases}
        onChange={setAliases}
        hint={t('personal.aliasesHint')}
      />
      <Prerequisites skill={skill.id} chosen={prerequisites} onChange={setPrerequisites} />
      <Checkbox label={t('personal.hide')} checked={hidden} onChange={setHidden} />
    </FormDialog>
  );
};

type PrerequisitesProps = Readonly<{
  skill: string;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}>;

const NONE = '';

/** The person's own; the catalogue's stand on the page and stay. */
const Prerequisites = ({ skill, chosen, onChange }: PrerequisitesProps) => {
  const names = useQuery('skills.names', {}).data?.skills ?? [];
  const nameOf = (id: string): string => names.find((candidate) => candidate.id === id)?.name ?? id;
  return (
    <>
      <Select
        label={t('personal.prerequisites')}
        value={NONE}
        options={[
          { value: NONE, label: t('personal.addPrerequisite') },
          ...names
            .filter(({ id }) => id !== skill && !chosen.includes(id))
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => id !== NONE && onChange([...chosen, id])}
      />
      {chosen.map((id) => (
        <span key={id} className={styles.actions}>
          {nameOf(id)}
          <IconButton
            small
            label={`${t('own.remove')}: ${nameOf(id)}`}
            icon={<X aria-hidden="true" />}
            onClick={() => onChange(chosen.filter((other) => other !== id))}
          />
        </span>
      ))}
    </>
  );
};
