import { useState } from 'react';
import type { ReviewItem, ReviewQueue } from '../../shared/model/learning.ts';
import { fullDate, longDay, percent } from '../format.ts';
import { Answer } from '../parts/answer.tsx';
import { Remark } from '../parts/remark.tsx';
import { ReviewAsk } from '../parts/reviews/review-ask.tsx';
import { ReviewPause, usePausedUntil } from '../parts/reviews/review-pause.tsx';
import { useQuery } from '../query.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';

export const Reviews = () => (
  <Answer query={useQuery('reviews.list', {})}>{(queue) => <ReviewsPage queue={queue} />}</Answer>
);

/** Skills that were answered here and still stand in this queue, until it is read again. */
type Answered = { readonly queue: ReviewQueue; readonly skills: readonly string[] };

const ReviewsPage = ({ queue }: Readonly<{ queue: ReviewQueue }>) => {
  const [answered, setAnswered] = useState<Answered>({ queue, skills: [] });
  const gone = answered.queue === queue ? answered.skills : [];
  const left = queue.today.filter(({ skill }) => !gone.includes(skill));
  const item = left[0];
  const total = queue.answered + queue.today.length;
  return (
    <Page focused>
      {item ? (
        <OneReview
          key={item.skill}
          item={item}
          progress={t('review.progress', { at: total - left.length + 1, total })}
          onAnswered={() => setAnswered({ queue, skills: [...gone, item.skill] })}
        />
      ) : (
        <NothingDue answered={queue.answered + gone.length} />
      )}
      {queue.later.length > 0 && <NextDays queue={queue} />}
      <Section id="pause" title={t('review.pause')}>
        <ReviewPause />
      </Section>
    </Page>
  );
};

type OneReviewProps = Readonly<{ item: ReviewItem; progress: string; onAnswered: () => void }>;

const OneReview = ({ item, progress, onAnswered }: OneReviewProps) => (
  <>
    <PageHead
      crumbs={{ label: t('app.crumbs'), items: [{ text: t('review.title'), href: '#/reviews' }] }}
      title={item.name}
      lead={t('review.lead')}
      actions={
        <ButtonLink
          variant="quiet"
          href={`#/skills/${encodeURIComponent(item.skill)}`}
          aria-label={t('review.skill', { skill: item.name })}
        >
          {t('review.page')}
        </ButtonLink>
      }
    />
    <Section
      id="review"
      title={t('review.topics')}
      hint={t('review.practised', { date: fullDate(item.practisedOn) })}
      remark={progress}
    >
      <Remark>
        {t('review.fresh', { value: percent(100 * item.freshness), count: item.halfLifeMonths })}
      </Remark>
      <ReviewAsk skill={item.skill} name={item.name} onAnswered={onAnswered} />
    </Section>
  </>
);

const NothingDue = ({ answered }: Readonly<{ answered: number }>) => {
  const isPaused = usePausedUntil() !== null;
  const title = answered > 0 ? t('review.finished') : t('review.none');
  const lead = answered > 0 ? t('review.finishedLead', { count: answered }) : t('review.noneLead');
  return (
    <PageHead
      title={isPaused ? t('review.pausedTitle') : title}
      {...(!isPaused && { lead })}
      actions={
        <ButtonLink variant="primary" href="#/today">
          {t('error.back')}
        </ButtonLink>
      }
    />
  );
};

const NextDays = ({ queue: { later, laterCount } }: Readonly<{ queue: ReviewQueue }>) => (
  <Section id="next-days" title={t('review.next')}>
    <Rows label={t('review.next')}>
      {later.map(({ skill, name, on }) => (
        <Row key={skill} href={`#/skills/${encodeURIComponent(skill)}`} end={longDay(on)}>
          <span dir="auto">{name}</span>
        </Row>
      ))}
    </Rows>
    {laterCount > later.length && <Remark>{t('review.more', { count: laterCount - later.length })}</Remark>}
  </Section>
);
