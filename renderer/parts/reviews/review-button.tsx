import { RotateCcw } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { t } from '../../words.ts';

// Dialogs bring a library with them.
const ReviewDialog = lazy(async () => ({ default: (await import('./review-dialog.tsx')).ReviewDialog }));

/** Reviews one skill whenever the person likes, due or not. */
export const ReviewButton = ({
  skill,
}: Readonly<{ skill: { readonly id: string; readonly name: string } }>) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<RotateCcw aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('review.one')}
      </Button>
      <Suspense>{isOpen && <ReviewDialog skill={skill} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
};
