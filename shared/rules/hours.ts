import { LEVELS, type Level } from '../values.ts';
import { coverage, isWaived, type SkillTally } from './tally.ts';

/** Estimated hours of a skill from zero to Proficient, as the catalogue or the person judges them; 0 where nobody did. */
export type HoursOf = (skill: string) => number;

/** Share of those hours that leads to each level. */
const SHARE: Readonly<Record<Level, number>> = { 1: 0.25, 2: 0.6, 3: 1, 4: 4 / 3 };

/** Hours from zero to a level. */
export const hoursTo = (estimated: number, level: Level): number => estimated * SHARE[level];

/**
 * Hours that a skill still takes up to a level: those of the level, times the share that is not covered. Who can do the high
 * topics before the low ones has at least as far to go as to the levels below.
 */
export const hoursLeft = (estimated: number, level: Level, tally: SkillTally): number =>
  LEVELS.filter((below) => below <= level && !isWaived(tally, below)).reduce(
    (most, below) => Math.max(most, hoursTo(estimated, below) * (1 - coverage(tally, below))),
    0,
  );
