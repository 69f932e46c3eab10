import { X } from 'lucide-react';
import { useState } from 'react';
import type { Objective } from '../../shared/model/certification.ts';
import { SkillField } from '../parts/skill-field.tsx';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';

type LinkDialogProps = Readonly<{ certification: string; part: Objective; onClose: () => void }>;

/** The skills that a part of the exam shows, beside those of the facts. */
export const LinkDialog = ({ certification, part, onClose }: LinkDialogProps) => {
  const [own, setOwn] = useState(
    part.skills.filter((skill) => skill.own).map(({ id, name }) => ({ id, name })),
  );
  const send = useStore((state) => state.send);
  const given = part.skills.filter((skill) => !skill.own);
  const save = async (): Promise<void> => {
    const skills = own.map(({ id }) => id);
    if (await send('objectives.link', { certification, domain: part.id, skills })) onClose();
  };
  return (
    <FormDialog
      title={t('cert.linkTitle', { name: part.name })}
      cancel={t('own.cancel')}
      confirm={t('own.save')}
      onCancel={onClose}
      onSubmit={() => void save()}
    >
      <p>{t('cert.linkHint')}</p>
      <Rows>
        {given.map(({ id, name }) => (
          <Row key={id}>{name}</Row>
        ))}
        {own.map(({ id, name }) => (
          <Row
            key={id}
            end={
              <IconButton
                small
                label={t('cert.linkRemove', { name })}
                icon={<X aria-hidden="true" />}
                onClick={() => setOwn(own.filter((skill) => skill.id !== id))}
              />
            }
          >
            {name}
          </Row>
        ))}
      </Rows>
      <SkillField
        label={t('cert.linkAdd')}
        taken={new Set([...given, ...own].map(({ id }) => id))}
        onAdd={(skill) => setOwn([...own, skill])}
      />
    </FormDialog>
  );
};
