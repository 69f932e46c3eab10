import { actions } from '../actions.ts';
import { finishedName } from '../action-words.ts';
import { keyTexts } from '../keys.ts';
import { useStore } from '../store.ts';
import { Toast } from '../ui/toast.tsx';
import { t } from '../words.ts';

/** The message at the bottom of the window, and what screen readers hear of moving figures. */
export const Notices = () => {
  const toast = useStore((state) => state.toast);
  const announcement = useStore((state) => state.announcement);
  const dismiss = useStore((state) => state.dismissToast);
  const undo = useStore((state) => state.undo);
  const label = toast?.kind === 'done' ? toast.top.label : null;
  const done = label && finishedName(label);
  return (
    <>
      <Toast
        text={done ?? (toast?.kind === 'refused' ? toast.text : null)}
        dismissLabel={t('did.dismiss')}
        onDismiss={dismiss}
        {...(done !== null && {
          actionLabel: t('undo.button'),
          keys: keyTexts(actions['history.undo'].keys[0]!)[0]!,
          onAction: () => void undo(),
        })}
      />
      <div aria-live="polite" className="sr-only">
        {announcement}
      </div>
    </>
  );
};
