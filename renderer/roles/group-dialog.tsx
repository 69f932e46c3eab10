import { X } from 'lucide-react';
import { useState } from 'react';
import type { ChoiceGroup } from '../../shared/model/own.ts';
import { LENGTHS } from '../../shared/values.ts';
import { SkillField } from '../parts/skill-field.tsx';
import { useOnce } from '../parts/use-once.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextField } from '../ui/form.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';

type GroupDialogProps = Readonly<{
  /** Null for a new one. */
  group: ChoiceGroup | null;
  onClose: () => void;
  onMade: (id: string, title: string) => void;
}>;

/** Makes or changes a choose-one group of the person's own. */
export const GroupDialog = ({ group, onClose, onMade }: GroupDialogProps) => {
  const send = useStore((state) => state.send);
  const [title, setTitle] = useState(group?.title ?? '');
  const [note, setNote] = useState(group?.note ?? '');
  const [members, setMembers] = useState<ChoiceGroup['members']>(group?.members ?? []);
  const [isTried, setTried] = useState(false);
  const once = useOnce();
  const isUntitled = title.trim() === '';
  const isTooFew = members.length < 2;
  const save = async (): Promise<void> => {
    setTried(true);
    if (isUntitled || isTooFew) return;
    const made = await send(
      'groups.save',
      {
        group: group?.id ?? null,
        title: title.trim(),
        note,
        members: members.map(({ skill }) => skill),
      },
      { undoable: true },
    );
    if (!made) return;
    if (!group) onMade(made.id, title.trim());
    onClose();
  };
  return (
    <FormDialog
      title={group ? t('ownGroup.editTitle') : t('ownGroup.newTitle')}
      onCancel={onClose}
      cancel={t('ownGroup.cancel')}
      confirm={t('ownGroup.save')}
      onSubmit={() => void once(save)}
    >
      <TextField
        label={t('ownGroup.name')}
        placeholder={t('ownGroup.nameExample')}
        value={title}
        maxLength={LENGTHS.line}
        error={isTried && isUntitled ? t('ownGroup.nameMissing') : undefined}
        onChange={setTitle}
        autoFocus
      />
      <TextField label={t('ownGroup.note')} value={note} maxLength={LENGTHS.description} onChange={setNote} />
      <Rows label={t('ownGroup.members')}>
        {members.map(({ skill, name }) => (
          <Row
            key={skill}
            end={
              <IconButton
                small
                label={t('ownGroup.removeMember', { name })}
                icon={<X aria-hidden="true" />}
                onClick={() => setMembers(members.filter((other) => other.skill !== skill))}
              />
            }
          >
            <span dir="auto">{name}</span>
          </Row>
        ))}
      </Rows>
      <SkillField
        label={t('ownGroup.add')}
        taken={new Set(members.map(({ skill }) => skill))}
        error={isTried && isTooFew ? t('ownGroup.tooFew') : undefined}
        onAdd={({ id, name }) => setMembers([...members, { skill: id, name }])}
      />
    </FormDialog>
  );
};
