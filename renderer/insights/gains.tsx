import type { WeeksBack } from '../../shared/model/insights.ts';
import { signed } from '../format.ts';
import { useQuery } from '../query.ts';
import { Empty } from '../ui/empty.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';

/** From which categories the points of *covered* came. */
export const Gains = ({ role, weeks }: Readonly<{ role: string; weeks: WeeksBack }>) => {
  const gains = useQuery('insights.role', { role, weeks }).data?.gains ?? [];
  return (
    <Section id="gains" title={t('insights.gains')} remark={t('insights.points')}>
      {gains.length === 0 ? (
        <Empty>{t('insights.gainsEmpty')}</Empty>
      ) : (
        <Rows>
          {gains.map(({ category, title, points }) => (
            <Row key={category} end={signed(points)}>
              {title}
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
};
