import { useState } from 'react';
import type { ProjectDetail } from '../../shared/model/project.ts';
import { faultOfDays } from '../../shared/rules/projects.ts';
import { LENGTHS, PROJECT_KINDS, TAGS } from '../../shared/values.ts';
import { localToday } from '../clock.ts';
import { AddressField } from '../parts/address-field.tsx';
import { keptAddress } from '../parts/address.ts';
import { fits, LimitedArea, LimitedLine } from '../parts/limited-fields.tsx';
import { SpanFields } from '../parts/span-fields.tsx';
import { isTitle, TitleField } from '../parts/title-field.tsx';
import { useStore } from '../store.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select, TextField } from '../ui/form.tsx';
import { t } from '../words.ts';

type ProjectDialogProps = Readonly<{ project: ProjectDetail; onClose: () => void }>;

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Everything that is written about a project. */
export const ProjectDialog = ({ project, onClose }: ProjectDialogProps) => {
  const today = localToday();
  const [draft, setDraft] = useState({
    title: project.title,
    kind: project.kind,
    brief: project.brief,
    part: project.part,
    result: project.result,
    repository: project.repository ?? '',
    demo: project.demo ?? '',
    folder: project.folder ?? '',
    startedOn: project.startedOn ?? '',
    finishedOn: project.finishedOn ?? '',
    notes: project.notes,
    tags: project.tags.join(', '),
  });
  const [tried, setTried] = useState(false);
  const send = useStore((state) => state.send);
  const change =
    (field: keyof typeof draft) =>
    (value: string): void =>
      setDraft((now) => ({ ...now, [field]: value }));
  const fault = faultOfDays(orNull(draft.startedOn), orNull(draft.finishedOn), today);
  const tags = draft.tags.split(',').flatMap((tag) => orNull(tag) ?? []);
  const areTags = tags.length <= TAGS.most && tags.every((tag) => tag.length <= TAGS.length);
  const isShort =
    [draft.brief, draft.part].every((text) => fits(text, LENGTHS.description)) &&
    fits(draft.result, LENGTHS.line) &&
    fits(draft.notes, LENGTHS.note);
  const save = async (): Promise<void> => {
    setTried(true);
    if (!isShort || !areTags) return;
    const [repository, demo] = [keptAddress(draft.repository), keptAddress(draft.demo)];
    if (!isTitle(draft.title) || fault !== null || repository === undefined || demo === undefined) return;
    const answer = await send('projects.edit', {
      project: project.id,
      ...draft,
      title: draft.title.trim(),
      repository,
      demo,
      folder: orNull(draft.folder),
      startedOn: orNull(draft.startedOn),
      finishedOn: orNull(draft.finishedOn),
      tags,
    });
    if (answer) onClose();
  };
  return (
    <FormDialog
      title={t('project.editTitle', { title: project.title })}
      cancel={t('project.cancel')}
      confirm={t('project.save')}
      onCancel={onClose}
      onSubmit={() => void save()}
    >
      <TitleField
        label={t('project.titleField')}
        value={draft.title}
        onChange={change('title')}
        missing={t('project.titleMissing')}
        tried={tried}
      />
      <Select
        label={t('project.kindField')}
        value={draft.kind}
        options={PROJECT_KINDS.map((value) => ({ value, label: t(`project.kind.${value}`) }))}
        onChange={change('kind')}
      />
      <LimitedArea
        label={t('project.brief')}
        value={draft.brief}
        onChange={change('brief')}
        most={LENGTHS.description}
      />
      <LimitedArea
        label={t('project.part')}
        value={draft.part}
        onChange={change('part')}
        most={LENGTHS.description}
      />
      <LimitedLine
        label={t('project.resultField')}
        value={draft.result}
        onChange={change('result')}
        most={LENGTHS.line}
      />
      <AddressField
        label={t('project.repository')}
        value={draft.repository}
        onChange={change('repository')}
        tried={tried}
      />
      <AddressField label={t('project.demo')} value={draft.demo} onChange={change('demo')} tried={tried} />
      <SpanFields
        unit="day"
        words={{ from: t('project.started'), to: t('project.finishedOn') }}
        from={draft.startedOn}
        to={draft.finishedOn}
        onFrom={change('startedOn')}
        onTo={change('finishedOn')}
        faults={tried && fault ? { [fault]: t(`project.${fault}`) } : {}}
        latest={today}
      />
      <TextField
        label={t('project.tagsField')}
        value={draft.tags}
        onChange={change('tags')}
        error={areTags ? undefined : t('project.tagsWrong', { count: TAGS.most, length: TAGS.length })}
      />
      <TextField
        label={t('project.folderField')}
        value={draft.folder}
        onChange={change('folder')}
        maxLength={4_096}
        spellCheck={false}
      />
      <LimitedArea
        label={t('project.notes')}
        hint={t('project.notesHint')}
        value={draft.notes}
        onChange={change('notes')}
        most={LENGTHS.note}
      />
    </FormDialog>
  );
};
