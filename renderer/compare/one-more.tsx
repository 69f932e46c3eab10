import { useState } from 'react';
import type { RoleExtra } from '../../shared/model/plan.ts';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { TextButton } from '../ui/button.tsx';
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

/** So many skills of a role are named; a press names the others. */
const NAMED = 6;

type NamesProps = Readonly<{ kind: 'more' | 'deeper'; names: readonly string[]; role: string }>;

const Names = ({ kind, names, role }: NamesProps) => {
  const [all, setAll] = useState(false);
  if (names.length === 0) return null;
  // One name is not folded away for a button that is as long.
  const hidden = names.length > NAMED + 1 ? names.length - NAMED : 0;
  const shown = all ? names : names.slice(0, names.length - hidden);
  const text = all ? t('overlap.fewer') : t('overlap.others', { count: hidden });
  return (
    <p>
      {t(`overlap.names.${kind}`, { names: shown.join(', ') })}{' '}
      {hidden > 0 && (
        <TextButton
          aria-label={t(`overlap.othersOf.${kind}`, { text, role })}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {text}
        </TextButton>
      )}
    </p>
  );
};

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
            second={
              <>
                <Names kind="more" names={extra.more} role={extra.title} />
                <Names kind="deeper" names={extra.deeper} role={extra.title} />
              </>
            }
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
