import { lazy, Suspense } from 'react';
import { useStore } from '../../store.ts';

// Menus and dialogs bring a library with them: it is fetched when the first one opens.
const StatusMenu = lazy(async () => ({ default: (await import('./status-menu.tsx')).StatusMenu }));
const SkipDialog = lazy(async () => ({ default: (await import('./skip-dialog.tsx')).SkipDialog }));

/** What may open above a screen with topics; once for the whole page. */
export const TopicDialogs = () => {
  const menu = useStore((state) => state.statusMenu !== null);
  const skipping = useStore((state) => state.skipping !== null);
  return (
    <Suspense>
      {menu && <StatusMenu />}
      {skipping && <SkipDialog />}
    </Suspense>
  );
};
