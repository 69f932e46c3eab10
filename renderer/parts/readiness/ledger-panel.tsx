import type { Bar } from '../../../shared/values.ts';
import { Remark } from '../remark.tsx';
import { useQuery } from '../../query.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { t } from '../../words.ts';
import { ReadFailed } from '../read-failed.tsx';
import { LedgerTable } from './ledger-table.tsx';

type LedgerPanelProps = Readonly<{
  role: string;
  title: string;
  bar: Bar;
  /** The choose-one group to whose line the address leads. */
  arrival?: string | null;
}>;

/** Why a bar of a role is what it is, line by line. */
export const LedgerPanel = ({ role, title, bar, arrival = null }: LedgerPanelProps) => {
  const { data, error, retry } = useQuery('roles.ledger', { role, bar });
  if (error && !data) return <ReadFailed error={error} onRetry={retry} />;
  if (!data) return <Skeleton label={t('app.loading')} />;
  return (
    <>
      {bar === 'proven' && data.total === 0 && <Remark>{t('proven.empty')}</Remark>}
      {bar === 'fresh' && data.total === null ? (
        <Remark>{t('ledger.nothingCovered')}</Remark>
      ) : (
        <LedgerTable
          ledger={data}
          bar={bar}
          arrival={arrival}
          caption={t('ledger.caption', { bar: t(`bar.${bar}`), role: title })}
        />
      )}
    </>
  );
};
