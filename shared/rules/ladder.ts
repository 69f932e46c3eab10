import type { Stage } from '../values.ts';
import type { Knowledge, RoleModel } from './readiness.ts';
import { pickMember, sharesOf, type Requirement } from './readiness.ts';
import { coverage } from './tally.ts';

/** What a stage of the ladder asks for: shares of the role's stages, 0 to 1, and a number of finished projects. */
export type Gates = Readonly<Record<Stage, number>> & { readonly projects: number };

export type LadderStage = { readonly id: string; readonly gates: Gates };

/** How far a role is, as the gates measure it. */
export type Standing = Readonly<Record<Stage, number>> & {
  /** Met items of the entry list, and all that are not waived. */
  readonly entry: { readonly done: number; readonly total: number };
  readonly projects: number;
};

export type Gate = {
  readonly kind: 'entry' | Stage | 'projects';
  /** Shares for stages, counts for the others. */
  readonly have: number;
  readonly need: number;
};

/** Covered share of some lines, 0 to 1; all of them where every line is waived. */
export const coveredShare = (lines: readonly Requirement[], knowledge: Knowledge): number =>
  shareOf(lines, knowledge, 'covered');

export const provenShare = (lines: readonly Requirement[], knowledge: Knowledge): number =>
  shareOf(lines, knowledge, 'proven');

const shareOf = (lines: readonly Requirement[], knowledge: Knowledge, bar: 'covered' | 'proven'): number => {
  let [got, of] = [0, 0];
  for (const line of lines) {
    const share = sharesOf(line, knowledge)[bar];
    got += share.got;
    of += share.of;
  }
  return of === 0 ? 1 : Math.min(1, got / of);
};

export const standingOf = (role: RoleModel, knowledge: Knowledge, projects: number): Standing => {
  const stage = (name: Stage): number =>
    coveredShare(
      role.requirements.filter((line) => line.stage === name),
      knowledge,
    );
  const entry = role.entry
    .map((need) => ({ need, pick: pickMember(need, knowledge, 'covered') }))
    .filter(({ pick }) => !pick.waived);
  const met = entry.filter(({ need, pick }) => coverage(knowledge.tally(pick.skill), need.level) >= 1);
  return {
    foundation: stage('foundation'),
    core: stage('core'),
    advanced: stage('advanced'),
    entry: { done: met.length, total: entry.length },
    projects,
  };
};

/** The gates of a stage that ask for anything. At the first stage the entry list stands in for the shares. */
export const gatesOf = ({ gates }: LadderStage, isFirst: boolean, standing: Standing): readonly Gate[] => {
  const shares: readonly Gate[] = isFirst
    ? [{ kind: 'entry', have: standing.entry.done, need: standing.entry.total }]
    : (['foundation', 'core', 'advanced'] as const).map((kind) => ({
        kind,
        have: standing[kind],
        need: gates[kind],
      }));
  const all: readonly Gate[] = [
    ...shares,
    { kind: 'projects', have: standing.projects, need: gates.projects },
  ];
  return all.filter(({ need }) => need > 0);
};

/** Shares are sums of fractions: a hair below a gate is on it. */
const ENOUGH = 1e-9;

export const isMet = ({ have, need }: Gate): boolean => have >= need - ENOUGH;

/** How many stages are reached from the first on: one counts only where all before it do. */
export const stagesReached = (stages: readonly LadderStage[], standing: Standing): number => {
  const missed = stages.findIndex((stage, index) => !gatesOf(stage, index === 0, standing).every(isMet));
  return missed < 0 ? stages.length : missed;
};
