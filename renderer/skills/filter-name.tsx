import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/form.tsx';
import { t } from '../words.ts';

const FORM = 'name';

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
    <Dialog
      title={title}
      onCancel={onCancel}
      actions={
        <>
          <Button variant="quiet" onClick={onCancel}>
            {t('naming.cancel')}
          </Button>
          <Button variant="primary" type="submit" form={FORM}>
            {confirm}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
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
      </form>
    </Dialog>
  );
};
