import type { Failure } from '../../shared/reply.ts';
import { Button } from '../ui/button.tsx';
import { ErrorBox } from '../ui/error-box.tsx';
import { t } from '../words.ts';

/** In place of what could not be read. The message of the reply says what is safe and what to do. */
export const ReadFailed = ({ error, onRetry }: Readonly<{ error: Failure; onRetry: () => void }>) => (
  <ErrorBox
    happened={t('error.title')}
    safe={error.message}
    todo=""
    action={
      <Button small onClick={onRetry}>
        {t('error.retry')}
      </Button>
    }
  />
);
