import type { Figures } from '../../../shared/model/figures.ts';
import { BARS, type Bar } from '../../../shared/values.ts';
import {
  inWords,
  percent,
  percentToTenth,
  shownChange,
  signed,
  toTenth,
  wholePercent,
} from '../../format.ts';
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

const spoken = (value: string | number, change: number | null): string =>
  change === null
    ? t('figure.spoken', { value })
    : t('figure.spokenChange', { value, change: inWords(change) });

/** The three bars of a role, always up to the last answer. */
export const RoleBars = (props: BarsProps) => {
  const { role, name, figures, change, size = 'medium', explained = null, onExplain, controls } = props;
  const newest = useStore((state) => state.roles[role]) ?? figures;
  const rows = BARS.map((bar): ReadinessRow => {
    const value = newest[bar];
    // What was ticked since the change was worked out belongs to it as well.
    const [moved, since] = [change?.[bar] ?? null, figures[bar]];
    const now = moved === null || since === null ? moved : shownChange(since - moved, value);
    // As fine as the change that stands beside it.
    const text = change ? percentToTenth(value) : percent(value);
    return {
      bar,
      label: t(`bar.${bar}`),
      value,
      text,
      valueText:
        value === null ? t('figure.none') : spoken(change ? toTenth(value) : wholePercent(value), now),
      ...(change && { change: signed(now) }),
      ...(onExplain && {
        onExplain: () => onExplain(bar),
        expanded: explained === bar,
        explainLabel: t('figure.explain', { bar: t(`bar.${bar}`), value: text }),
        ...(controls !== undefined && { controls }),
      }),
    };
  });
  return <ReadinessBars name={name} rows={rows} size={size} />;
};
