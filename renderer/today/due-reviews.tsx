import { RotateCcw } from 'lucide-react';
import { ago } from '../parts/reviews/ago.ts';
import { usePausedUntil } from '../parts/reviews/review-pause.tsx';
import { Remark } from '../parts/remark.tsx';
import { fullDate } from '../format.ts';
import { useQuery } from '../query.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';

/** The way to the reviews of today, while any is due. */
export const ReviewLink = () => {
  const due = useQuery('reviews.list', {}).data?.today.length ?? 0;
  if (due === 0) return null;
  return (
    <ButtonLink variant="primary" href="#/reviews" icon={<RotateCcw aria-hidden="true" />}>
      {t('review.button', { count: due })}
    </ButtonLink>
  );
};

/** Skills that want a look today, with how long ago they were used. */
export const DueReviews = () => {
  const { data } = useQuery('reviews.list', {});
  const until = usePausedUntil();
  const isSome = data !== undefined && data.today.length > 0;
  return (
    <Section id="reviews" title={t('review.due')} {...(isSome && { remark: t('review.lastUsed') })}>
      {isSome && (
        <Rows label={t('review.due')}>
          {data.today.map(({ skill, name, practisedOn }) => (
            <Row key={skill} href={`#/skills/${encodeURIComponent(skill)}`} end={ago(practisedOn)}>
              <span dir="auto">{name}</span>
            </Row>
          ))}
        </Rows>
      )}
      {!isSome && until !== null && (
        <Empty actions={<ButtonLink href="#/reviews">{t('review.title')}</ButtonLink>}>
          {t('review.paused', { date: fullDate(until) })}
        </Empty>
      )}
      {data && !isSome && until === null && <Empty>{t('review.noneLead')}</Empty>}
      {data !== undefined && data.laterCount > 0 && until === null && (
        <Remark>
          <a href="#/reviews">{t('review.waiting', { count: data.laterCount })}</a>
        </Remark>
      )}
    </Section>
  );
};
