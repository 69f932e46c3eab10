import type { AheadItem } from '../../shared/model/certification.ts';
import { fullDate } from '../format.ts';
import { useQuery } from '../query.ts';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { Tag } from '../ui/tag.tsx';
import { t } from '../words.ts';

const SHOWN = 5;
/** What is farther away is looked up in its room. */
const FAR_DAYS = 120;

/** Exams and renewals that lie ahead, and what wants an answer. Nothing where there is none. */
export const Ahead = () => {
  const { data } = useQuery('certifications.ahead', {});
  const near = (data?.items ?? []).filter(({ due, daysLeft }) => due || daysLeft <= FAR_DAYS);
  if (near.length === 0) return null;
  return (
    <Section id="ahead" title={t('ahead.title')}>
      <Rows label={t('ahead.title')}>
        {near.slice(0, SHOWN).map((item) => (
          <Row
            key={item.key}
            href={
              item.certification === null
                ? '#/certifications'
                : `#/certifications/${encodeURIComponent(item.certification)}`
            }
            second={`${t(`ahead.kinds.${item.kind}`)}, ${fullDate(item.on)}`}
            end={item.due && item.kind !== 'exam' ? <Tag attention>{inDays(item)}</Tag> : inDays(item)}
          >
            <span dir="auto">{item.title}</span>
          </Row>
        ))}
      </Rows>
    </Section>
  );
};

const inDays = ({ daysLeft }: AheadItem): string => {
  if (daysLeft === 0) return t('ahead.today');
  return daysLeft > 0 ? t('ahead.inDays', { count: daysLeft }) : t('ahead.daysAgo', { count: -daysLeft });
};
