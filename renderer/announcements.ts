import type { RoleFigures } from '../shared/model/figures.ts';
import { inWords, shownChange, toTenth } from './format.ts';
import { t } from './words.ts';

/** What a screen reader is told after a change: the targets whose *covered* moved. */
export const figuresMoved = (
  before: Readonly<Record<string, RoleFigures>>,
  now: readonly RoleFigures[],
  targets: Readonly<Record<string, string>>,
): string =>
  now
    .flatMap(({ role, covered }) => {
      const title = targets[role];
      const old = before[role];
      if (title === undefined || !old || old.covered === covered) return [];
      return [
        t('figure.moved', {
          role: title,
          value: toTenth(covered),
          change: inWords(shownChange(old.covered, covered)!),
        }),
      ];
    })
    .join('. ');
