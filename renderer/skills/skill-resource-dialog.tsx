import { useState } from 'react';
import type { Resource } from '../../shared/model/learning.ts';
import { LENGTHS, RESOURCE_KINDS, type ResourceKind } from '../../shared/values.ts';
import { useStore } from '../store.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select, TextField } from '../ui/form.tsx';
import { Menu } from '../ui/menu.tsx';
import { t } from '../words.ts';
import { AddressField } from '../parts/address-field.tsx';
import { keptAddress } from '../parts/address.ts';

type ResourceDialogProps = Readonly<{ skill: string; resource: Resource | null; onClose: () => void }>;

export const ResourceDialog = ({ skill, resource, onClose }: ResourceDialogProps) => {
  const [title, setTitle] = useState(resource?.title ?? '');
  const [url, setUrl] = useState(resource?.url ?? '');
  const [kind, setKind] = useState<ResourceKind>(resource?.kind ?? 'article');
  const [tried, setTried] = useState(false);
  const send = useStore((state) => state.send);
  const save = async (): Promise<void> => {
    setTried(true);
    const address = keptAddress(url);
    if (title.trim() === '' || !address) return;
    const sent = { resource: resource?.id ?? null, skill, title: title.trim(), url: address, kind };
    if (await send('resources.save', sent)) onClose();
  };
  return (
    <FormDialog
      title={resource ? t('resource.editTitle') : t('resource.addTitle')}
      onCancel={onClose}
      cancel={t('own.cancel')}
      confirm={t('own.save')}
      onSubmit={() => void save()}
    >
      <TextField
        label={t('resource.name')}
        value={title}
        onChange={setTitle}
        maxLength={LENGTHS.line}
        error={tried && title.trim() === '' ? t('resource.missing') : undefined}
        autoFocus
      />
      <AddressField label={t('resource.url')} value={url} onChange={setUrl} tried={tried} required />
      <Select
        label={t('resource.kind')}
        value={kind}
        options={RESOURCE_KINDS.map((value) => ({ value, label: t(`resource.kinds.${value}`) }))}
        onChange={setKind}
      />
    </FormDialog>
  );
};

type ResourceMenuProps = Readonly<{
  skill: string;
  resource: Resource;
  at: Readonly<{ x: number; y: number }>;
  onEdit: () => void;
  onClose: () => void;
}>;

export const ResourceMenu = ({ skill, resource, at, onEdit, onClose }: ResourceMenuProps) => {
  const send = useStore((state) => state.send);
  const { id, url, hidden } = resource;
  const entries =
    id === null
      ? [{ id: 'hide', label: hidden ? t('resource.show') : t('resource.hide') }]
      : [
          { id: 'edit', label: t('resource.edit') },
          { id: 'remove', label: t('resource.remove') },
        ];
  return (
    <Menu
      label={t('resource.menu', { title: resource.title })}
      anchor={at}
      groups={[{ id: 'resource', label: t('resource.title'), entries }]}
      onAction={(entry) => {
        if (entry === 'edit') onEdit();
        if (entry === 'remove' && id !== null) {
          void send('resources.remove', { resource: id }, { undoable: true });
        }
        if (entry === 'hide')
          void send('references.set', { skill, url, hidden: !hidden }, { undoable: true });
      }}
      onClose={onClose}
    />
  );
};
