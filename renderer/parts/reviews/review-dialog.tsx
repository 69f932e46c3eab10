import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { t } from '../../words.ts';
import { ReviewAsk } from './review-ask.tsx';

type ReviewDialogProps = Readonly<{
  skill: { readonly id: string; readonly name: string };
  onClose: () => void;
}>;

/** The review of one skill, above its page. */
export const ReviewDialog = ({ skill, onClose }: ReviewDialogProps) => (
  <Dialog
    title={t('review.oneNamed', { skill: skill.name })}
    onCancel={onClose}
    actions={
      <Button variant="quiet" onClick={onClose}>
        {t('review.close')}
      </Button>
    }
  >
    <p>{t('review.lead')}</p>
    <ReviewAsk skill={skill.id} name={skill.name} onAnswered={onClose} />
  </Dialog>
);
