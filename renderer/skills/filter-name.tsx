import { useState } from 'react';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextField } from '../ui/form.tsx';
import { t } from '../words.ts';

type NameDialogProps = Readonly<{
  title: string;
  confirm: string;
  name?: string;
  hint?: string;
  maxLength: number;
  onSave: (name: string) => void;
  onCancel: () => void;
}>;

/** Asks for one name. */
export const NameDialog = (props: NameDialogProps) => {
  const { title, confirm, name: before = '', hint, maxLength, onSave, onCancel } = props;
  const [name, setName] = useState(before);
  const [isTried, setTried] = useState(false);
  const isMissing = name.trim() === '';
  return (
    <FormDialog
      title={title}
      onCancel={onCancel}
      cancel={t('naming.cancel')}
      confirm={confirm}
      onSubmit={() => {
        setTried(true);
        if (!isMissing) onSave(name.trim());
      }}
    >
      <TextField
        label={t('naming.name')}
        value={name}
        onChange={setName}
        maxLength={maxLength}
        {...(hint !== undefined && { hint })}
        error={isTried && isMissing ? t('naming.missing') : undefined}
        autoFocus
      />
    </FormDialog>
  );
};
