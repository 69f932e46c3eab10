import type { WeeksBack } from '../../shared/model/insights.ts';
import type { RoleRow } from '../../shared/model/role.ts';
import { toTenth } from '../format.ts';
import { useQuery } from '../query.ts';
import { t } from '../words.ts';

/** What the first chart says, in a sentence. */
export const Lead = ({ role, weeks }: Readonly<{ role: RoleRow; weeks: WeeksBack }>) => {
  const points = useQuery('insights.role', { role: role.id, weeks }).data?.points ?? [];
  const [first] = points.flatMap(({ figures }) => (figures ? [toTenth(figures.covered)] : []));
  const last = points.at(-1)?.figures?.covered ?? 0;
  const to = toTenth(last);
  if (first === undefined || (first === to && last === 0)) return t('insights.leadEmpty');
  const gaps = { from: first, to, role: role.title };
  return first === to ? t('insights.leadStill', gaps) : t('insights.leadGrew', gaps);
};
