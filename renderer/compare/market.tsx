import { useState } from 'react';
import type { MarketFact } from '../../shared/model/role.ts';
import { fullDate } from '../format.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';

/** What the guides say of the market; the same for all roles, so it is folded away. */
export const Market = ({ facts }: Readonly<{ facts: readonly MarketFact[] }>) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Section id="market" title={t('role.market')} remark={t('role.marketHint')}>
      <Disclosure
        label={t('compare.showAll', { count: facts.length })}
        open={isOpen}
        onToggle={() => setOpen(!isOpen)}
      >
        <Rows label={t('role.market')}>
          {facts.map(({ text, status, source, checkedOn }) => (
            <Row
              key={text}
              second={`${status}. ${source}. ${t('role.checked', { date: fullDate(checkedOn) })}`}
            >
              {text}
            </Row>
          ))}
        </Rows>
      </Disclosure>
    </Section>
  );
};
