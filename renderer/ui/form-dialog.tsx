import { useId, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import styles from './form-dialog.module.css';

type FormDialogProps = Readonly<{
  title: string;
  /** The fields. */
  children: ReactNode;
  /** Labels of the two ways out. */
  cancel: string;
  confirm: string;
  /** Stands before them. */
  extra?: ReactNode;
  /** Enter in a field, or the confirming button. The caller closes once it is saved; the first field that is wrong gets the focus. */
  onSubmit: () => void;
  onCancel: () => void;
}>;

/** A dialog that asks for something to be filled in. */
export const FormDialog = (props: FormDialogProps) => {
  const { title, children, cancel, confirm, extra, onSubmit, onCancel } = props;
  const form = useId();
  return (
    <Dialog
      title={title}
      onCancel={onCancel}
      actions={
        <>
          {extra}
          <Button variant="quiet" onClick={onCancel}>
            {cancel}
          </Button>
          <Button
            variant="primary"
            type="submit"
            form={form}
            // A field that is left may drop its error line, and the button would move away under the pointer.
            onMouseDown={(event) => event.preventDefault()}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // A dialog that a form opened stands within that form, as React sees it.
          event.stopPropagation();
          const { currentTarget } = event;
          flushSync(onSubmit);
          currentTarget.querySelector<HTMLElement>('[aria-invalid]')?.focus();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
};
