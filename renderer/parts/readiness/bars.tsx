import type { Figures } from '../../../shared/model/figures.ts';
import { BARS, type Bar } from '../../../shared/values.ts';
import { inWords, percent, signed, wholePercent } from '../../format.ts';
import { useStore } from '../../store.ts';
import { ReadinessBars, type ReadinessRow } from '../../ui/readiness-bars.tsx';
import { t } from '../../words.ts';

export type Change = Readonly<Record<Bar, number | null>>;

type BarsProps = Readonly<{
  role: string;
  name: string;
  /** Shown until the store has a newer word. */
  figures: Figures;
  /** Percentage points since a week ago. */
  change?: Change;
  size?: 'medium' | 'large';
  explained?: Bar | null;
  /** Makes each bar a button that shows why it is what it is. */
  onExplain?: (bar: Bar) => void;
  /** Id of the element that explains. */
  controls?: string;
}>;

const spoken = (value: number | null, change: number | null | undefined): string => {
  if (value === null) return t('figure.none');
  const shown = wholePercent(value);
  return change === null || change === undefined
    ? t('figure.spoken', { value: shown })
    : t('figure.spokenChange', { value: shown, change: inWords(change) });
};

/** The three bars of a role, always up to the last answer. */
export const RoleBars = (props: BarsProps) => {
  const { role, name, figures, change, size = 'medium', explained = null, onExplain, controls } = props;
  const newest = useStore((state) => state.roles[role]) ?? figures;
  const rows = BARS.map((bar): ReadinessRow => {
    const value = newest[bar];
    // What was ticked since the change was worked out belongs to it as well.
    const moved = change?.[bar];
    const since = figures[bar];
    const now =
      moved === null || moved === undefined || value === null || since === null
        ? moved
        : moved + value - since;
    return {
      bar,
      label: t(`bar.${bar}`),
      value,
      text: percent(value),
      valueText: spoken(value, now),
      ...(change && { change: signed(now ?? null) }),
      ...(onExplain && {
        onExplain: () => onExplain(bar),
        expanded: explained === bar,
        explainLabel: t('figure.explain', { bar: t(`bar.${bar}`), value: percent(value) }),
        ...(controls !== undefined && { controls }),
      }),
    };
  });
  return <ReadinessBars name={name} rows={rows} size={size} />;
};
