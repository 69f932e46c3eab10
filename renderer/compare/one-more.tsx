import type { RoleExtra } from '../../shared/model/plan.ts';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';

const costOf = ({ more, deeper }: RoleExtra): string => {
  const parts = [
    ...(more.length > 0 ? [t('overlap.more', { count: more.length })] : []),
    ...(deeper.length > 0 ? [t('overlap.deeper', { count: deeper.length })] : []),
  ];
  return parts.length === 0 ? t('overlap.nothing') : parts.join(', ');
};

const namesOf = ({ more, deeper }: RoleExtra): string =>
  [
    ...(more.length > 0 ? [t('overlap.names', { names: more.join(', ') })] : []),
    ...(deeper.length > 0 ? [t('overlap.deeperNames', { names: deeper.join(', ') })] : []),
  ].join(' ');

/** What each other role would still cost on top of the targets; `first` is what one would be compared with. */
export const OneMore = ({ first }: Readonly<{ first: string | null }>) => {
  const { data } = useQuery('targets.overlap', {});
  if (!data || data.targets.length === 0 || data.extras.length === 0) return null;
  return (
    <Section id="one-more" title={t('overlap.title')} remark={t('overlap.hint')}>
      <Remark>{t('overlap.lead')}</Remark>
      <Rows label={t('overlap.title')}>
        {data.extras.map((extra) => (
          <Row
            key={extra.role}
            href={`#/roles/compare/${[...(first === null ? [] : [first]), extra.role].map(encodeURIComponent).join('/')}`}
            second={namesOf(extra)}
            end={costOf(extra)}
            endSecond={t('overlap.hours', { count: extra.hours })}
            endStrong
          >
            {extra.title}
          </Row>
        ))}
      </Rows>
      {data.extras.some(({ exact }) => !exact) && <Remark>{t('overlap.aboutHint')}</Remark>}
    </Section>
  );
};
