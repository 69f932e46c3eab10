import type { ReactNode } from 'react';
import type { QueryResult } from '../query.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { t } from '../words.ts';

type AnswerProps<T> = Readonly<{ query: QueryResult<T>; children: (data: T) => ReactNode }>;

/** A screen over one answer of the core: grey lines until it is there; where it cannot be read, why and what to do. */
export const Answer = <T,>({ query, children }: AnswerProps<T>) => {
  const { data, error, retry } = query;
  // What was removed meanwhile, here or in another window, must not look alive.
  if (data !== undefined && error?.code !== 'not_found') return children(data);
  return (
    <Page>
      {error ? (
        <PageHead
          title={error.code === 'not_found' ? t('error.lost') : t('error.title')}
          lead={error.message}
          actions={
            <>
              {error.code !== 'not_found' && <Button onClick={retry}>{t('error.retry')}</Button>}
              <ButtonLink variant="primary" href="#/today">
                {t('error.back')}
              </ButtonLink>
            </>
          }
        />
      ) : (
        <Skeleton label={t('app.loading')} />
      )}
    </Page>
  );
};
