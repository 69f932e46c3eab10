import type { RoleFigures } from '../shared/model/figures.ts';
import { inWords, shownChange, toTenth } from './format.ts';
import { t } from './words.ts';

const TOLD = ['covered', 'proven'] as const;

/** What a screen reader is told after a change: the targets whose *covered* or *proven* moved. */
export const figuresMoved = (
  before: Readonly<Record<string, RoleFigures>>,
  now: readonly RoleFigures[],
  targets: Readonly<Record<string, string>>,
): string =>
  now
    .flatMap((figures) => {
      const title = targets[figures.role];
      const old = before[figures.role];
      if (title === undefined || !old) return [];
      return TOLD.filter((bar) => old[bar] !== figures[bar]).map((bar) =>
        t('figure.moved', {
          role: title,
          bar: t(`bar.${bar}`).toLowerCase(),
          value: toTenth(figures[bar]),
          change: inWords(shownChange(old[bar], figures[bar])!),
        }),
      );
    })
    .join('. ');
