import type { ReviewItem, ReviewQueue } from '../../shared/model/learning.ts';
import { fullDate, longDay, percent } from '../format.ts';
import { Answer } from '../parts/answer.tsx';
import { Remark } from '../parts/remark.tsx';
import { ReviewAsk } from '../parts/reviews/review-ask.tsx';
import { ReviewPause, usePausedUntil } from '../parts/reviews/review-pause.tsx';
import { useQuery } from '../query.ts';
import { useStoreApi } from '../store.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';

export const Reviews = () => (
  <Answer query={useQuery('reviews.list', {})}>{(queue) => <ReviewsPage queue={queue} />}</Answer>
);

const ReviewsPage = ({ queue }: Readonly<{ queue: ReviewQueue }>) => {
  const store = useStoreApi();
  const item = queue.today[0];
  const { answered } = queue;
  const total = answered + queue.today.length;
  /** What comes next is the core's word, also where the answer was taken back meanwhile. */
  const readNext = (): Promise<void> => {
    const { refresh, load } = store.getState();
    refresh();
    return load('reviews.list', {});
  };
  return (
    <Page focused>
      {item ? (
        <OneReview
          key={item.skill}
          item={item}
          progress={t('review.progress', { at: answered + 1, total })}
          onAnswered={readNext}
        />
      ) : (
        <NothingDue answered={answered} />
      )}
      {queue.later.length > 0 && <NextDays queue={queue} />}
      <Section id="pause" title={t('review.pause')}>
        <ReviewPause />
      </Section>
    </Page>
  );
};

type OneReviewProps = Readonly<{ item: ReviewItem; progress: string; onAnswered: () => Promise<void> }>;

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
