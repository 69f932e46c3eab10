import type { ComparedLine, NeedRef, RoleLine } from '../model/own.ts';
import type { Level, Stage } from '../values.ts';

/** One line of a role as it is kept: what it asks for, and whether the entry list names it too, at which level. */
export type BaseLine = {
  readonly need: NeedRef;
  readonly level: Level;
  readonly weight: number;
  readonly stage: Stage;
  /** Level in the entry list; null where it does not stand there. */
  readonly entry: Level | null;
};

/** What tells a skill from a group, and one from another. */
export const keyOfNeed = ({ kind, id }: NeedRef): string => `${kind} ${id}`;
const lower = (a: Level, b: Level): Level => (a < b ? a : b);

const entryLevel = (line: { level: Level; entry: boolean }, original: BaseLine | undefined): Level | null =>
  line.entry ? lower(original?.entry ?? line.level, line.level) : null;

/** The lines of an own role: those of the original with the person's changes, then the added ones. */
export const composeRole = (base: readonly BaseLine[], changes: readonly RoleLine[]): readonly BaseLine[] => {
  const changed = new Map(changes.map((line) => [keyOfNeed(line.need), line]));
  const kept = base.flatMap((original): BaseLine[] => {
    const line = changed.get(keyOfNeed(original.need));
    if (!line) return [original];
    if (line.change === 'removed') return [];
    const { need, level, weight, stage } = line;
    return [{ need, level, weight, stage, entry: entryLevel(line, original) }];
  });
  const known = new Set(base.map(({ need }) => keyOfNeed(need)));
  const added = changes.flatMap((line): BaseLine[] => {
    // A changed line whose original the catalogue took back is the person's own from then on.
    if (line.change === 'removed' || known.has(keyOfNeed(line.need))) return [];
    const { need, level, weight, stage } = line;
    return [{ need, level, weight, stage, entry: entryLevel(line, undefined) }];
  });
  return [...kept, ...added];
};

/** An own role beside its original, line by line, removed ones included. */
export const compareRole = (
  base: readonly BaseLine[],
  changes: readonly RoleLine[],
): readonly Omit<ComparedLine, 'title'>[] => {
  const changed = new Map(changes.map((line) => [keyOfNeed(line.need), line]));
  const shown = (line: BaseLine): Omit<BaseLine, 'entry' | 'need'> & { entry: boolean } => ({
    level: line.level,
    weight: line.weight,
    stage: line.stage,
    entry: line.entry !== null,
  });
  const originals = base.map((original): Omit<ComparedLine, 'title'> => {
    const line = changed.get(keyOfNeed(original.need));
    const common = { need: original.need, ...shown(original), original: shown(original) };
    if (!line) return { ...common, change: 'same' };
    if (line.change === 'removed') return { ...common, change: 'removed' };
    const { level, weight, stage, entry } = line;
    return { need: original.need, level, weight, stage, entry, original: common.original, change: 'changed' };
  });
  const known = new Set(base.map(({ need }) => keyOfNeed(need)));
  const added = composeRole([], changes)
    .filter(({ need }) => !known.has(keyOfNeed(need)))
    .map((line): Omit<ComparedLine, 'title'> => ({
      need: line.need,
      ...shown(line),
      change: 'added',
      original: null,
    }));
  return [...originals, ...added];
};
