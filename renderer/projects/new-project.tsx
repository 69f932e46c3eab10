import { useState } from 'react';
import type { ProjectTemplate } from '../../shared/model/project.ts';
import { fitting } from '../../shared/rules/choices.ts';
import { PROJECT_KINDS, type ProjectKind } from '../../shared/values.ts';
import { isTitle, TitleField } from '../parts/title-field.tsx';
import { useStore } from '../store.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select } from '../ui/form.tsx';
import { t } from '../words.ts';
import { hrefOf } from './project-words.ts';

type NewProjectProps = Readonly<{ template: ProjectTemplate | null; onClose: () => void }>;

/** Names a new project, and for a template what it will be built with. Goes to its page then. */
export const NewProject = ({ template, onClose }: NewProjectProps) => {
  const [title, setTitle] = useState(template?.title ?? '');
  const [kind, setKind] = useState<ProjectKind>('personal');
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries((template?.choices ?? []).map(({ group, best }) => [group, best])),
  );
  const [tried, setTried] = useState(false);
  const send = useStore((state) => state.send);
  const begin = async (): Promise<void> => {
    setTried(true);
    if (!isTitle(title)) return;
    const answer = await send('projects.create', {
      template: template?.id ?? null,
      title: title.trim(),
      kind,
      chosen: Object.entries(chosen).flatMap(([group, skill]) => (skill === '' ? [] : [{ group, skill }])),
    });
    if (!answer) return;
    onClose();
    location.hash = hrefOf(answer.id);
  };
  return (
    <FormDialog
      title={t('project.newTitle')}
      cancel={t('project.cancel')}
      confirm={t('project.begin')}
      onCancel={onClose}
      onSubmit={() => void begin()}
    >
      <TitleField
        label={t('project.titleField')}
        value={title}
        onChange={setTitle}
        missing={t('project.titleMissing')}
        tried={tried}
      />
      <Select
        label={t('project.kindField')}
        value={kind}
        options={PROJECT_KINDS.map((value) => ({ value, label: t(`project.kind.${value}`) }))}
        onChange={setKind}
      />
      {template?.choices.map(({ group, title: name, members }) => (
        <Select
          key={group}
          label={name}
          value={chosen[group] ?? ''}
          options={[
            { value: '', label: t('project.later') },
            ...members.map((member) => ({ value: member.skill, label: member.name })),
          ]}
          onChange={(skill) =>
            setChosen(
              fitting(
                template.choices.filter((other) => other.group !== group),
                { ...chosen, [group]: skill },
              ),
            )
          }
        />
      ))}
    </FormDialog>
  );
};
