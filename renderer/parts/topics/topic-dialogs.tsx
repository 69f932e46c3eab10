import { lazy, Suspense } from 'react';
import { useStore } from '../../store.ts';
import { Toast } from '../../ui/toast.tsx';
import { t } from '../../words.ts';

// Menus and dialogs bring a library with them: it is fetched when the first one opens.
const StatusMenu = lazy(async () => ({ default: (await import('./status-menu.tsx')).StatusMenu }));
const SkipDialog = lazy(async () => ({ default: (await import('./skip-dialog.tsx')).SkipDialog }));
const TopicDialog = lazy(async () => ({ default: (await import('./topic-dialog.tsx')).TopicDialogOpen }));

/** What may open above a screen with topics; once for the whole page. */
export const TopicDialogs = () => {
  const menu = useStore((state) => state.statusMenu !== null);
  const skipping = useStore((state) => state.skipping !== null);
  const dialog = useStore((state) => state.topicDialog !== null);
  return (
    <Suspense>
      {menu && <StatusMenu />}
      {skipping && <SkipDialog />}
      {dialog && <TopicDialog />}
    </Suspense>
  );
};

/** Offers the topic above, once the last of its parts is ticked; it is never ticked by itself. */
export const ParentOffer = () => {
  const offer = useStore((state) => state.offer);
  const dismiss = useStore((state) => state.dismissOffer);
  const setStatus = useStore((state) => state.setStatus);
  return (
    <Toast
      text={offer && t('offer.text', { text: offer.text })}
      dismissLabel={t('offer.dismiss')}
      onDismiss={dismiss}
      actionLabel={t('offer.tick')}
      onAction={() => {
        if (offer) void setStatus(offer.id, 'done');
        dismiss();
      }}
    />
  );
};
