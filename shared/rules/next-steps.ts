import type { Level, Stage } from '../values.ts';
import type { HoursOf } from './hours.ts';
import { pickMember, type Knowledge, type RoleModel } from './readiness.ts';
import { rateOf, skillGains, type RoleGain, type SkillGain } from './skill-gains.ts';
import { countsUpTo, doneCoverage, coverage, freshness, levelReached } from './tally.ts';

/** An exam ahead and the skills that it asks for. */
export type ExamAhead = {
  readonly title: string;
  /** Day number. */
  readonly day: number;
  readonly skills: readonly string[];
};

/** Why a step stands where it stands. Roles and skills are ids. */
export type StepReason =
  | { readonly kind: 'before'; readonly skill: string }
  | { readonly kind: 'exam'; readonly title: string; readonly day: number }
  | { readonly kind: 'faded'; readonly left: number }
  | { readonly kind: 'entry'; readonly roles: readonly string[] }
  | { readonly kind: 'stage'; readonly stage: Stage; readonly role: string }
  | { readonly kind: 'several-targets'; readonly count: number }
  | { readonly kind: 'begun' };

type Common = {
  readonly key: string;
  readonly skill: string;
  readonly level: Level;
  /** Points over all targets that finishing it adds to the bar that it moves. */
  readonly gain: number;
  readonly gains: readonly RoleGain[];
  readonly hours: number;
  readonly score: number;
  readonly reasons: readonly StepReason[];
};
/** `learn` and `choose` move *covered*, `review` moves *fresh*. */
export type Step =
  | (Common & { readonly kind: 'learn' })
  | (Common & { readonly kind: 'choose'; readonly group: string })
  | (Common & { readonly kind: 'review' });

export type StepInputs = {
  readonly hoursOf: HoursOf;
  /** Skills that are better known first; a hint, never a lock. */
  readonly prerequisites: (skill: string) => readonly string[];
  /** Skills with a topic that is being learned. */
  readonly isBegun: (skill: string) => boolean;
  readonly exams: readonly ExamAhead[];
  /** Skills that are due for review today. */
  readonly due: readonly string[];
};

const ENTRY = 3;
const STAGE: Readonly<Record<Stage, number>> = { foundation: 1.5, core: 1, advanced: 0.5 };
const BEGUN = 1.3;
/** A choice takes a thought, not the hours of what is chosen, and whole skills wait for it. */
const CHOICE = 6;
/** An exam triples what it asks for on its eve, and begins to pull this many days before. */
const EXAM_PULL = 2;
const EXAM_DAYS = 120;
/** A point of *fresh* is worth less than one of *covered*: it fades again. A look takes half an hour. */
const FRESH_WORTH = 0.1;
const REVIEW_HOURS = 0.5;

const nextExam = (skill: string, exams: readonly ExamAhead[], today: number): ExamAhead | undefined =>
  exams
    .filter(({ skills, day }) => skills.includes(skill) && day >= today && day < today + EXAM_DAYS)
    .toSorted((a, b) => a.day - b.day || (a.title < b.title ? -1 : 1))[0];

const learnStep = (gain: SkillGain, knowledge: Knowledge, inputs: StepInputs): Step => {
  const { key, skill, choose, level, gains, hours, stage, entryOf } = gain;
  const exam = nextExam(skill, inputs.exams, knowledge.today);
  const isBegun = choose === null && inputs.isBegun(skill);
  const reasons: StepReason[] = [];
  if (exam) reasons.push({ kind: 'exam', title: exam.title, day: exam.day });
  if (entryOf.length > 0) reasons.push({ kind: 'entry', roles: entryOf });
  else reasons.push({ kind: 'stage', stage, role: gains[0]!.role });
  if (gains.length > 1) reasons.push({ kind: 'several-targets', count: gains.length });
  if (isBegun) reasons.push({ kind: 'begun' });
  const pull = exam ? 1 + EXAM_PULL * (1 - (exam.day - knowledge.today) / EXAM_DAYS) : 1;
  const kind = choose === null ? 1 : CHOICE;
  const score =
    kind * rateOf(gain) * (entryOf.length > 0 ? ENTRY : STAGE[stage]) * (isBegun ? BEGUN : 1) * pull;
  const common = { key, skill, level, gain: gain.gain, gains, hours, score, reasons };
  return choose === null ? { kind: 'learn', ...common } : { kind: 'choose', group: choose, ...common };
};

/** What the answer "still know it" would add to *fresh* of each target. */
const freshGains = (
  skill: string,
  targets: readonly RoleModel[],
  knowledge: Knowledge,
): { readonly level: Level | null; readonly gains: readonly RoleGain[] } => {
  const left = freshness(knowledge.practised(skill), knowledge.today, knowledge.halfLifeMonths(skill));
  let level: Level | null = null;
  const gains = targets.flatMap(({ role, requirements }) => {
    let gained = 0;
    let covered = 0;
    for (const line of requirements) {
      const pick = pickMember(line, knowledge, 'covered');
      if (pick.waived) continue;
      const tally = knowledge.tally(pick.skill);
      covered += line.weight * coverage(tally, line.level);
      if (pick.skill !== skill) continue;
      gained += line.weight * doneCoverage(tally, line.level) * (1 - left);
      if (level === null || line.level > level) level = line.level;
    }
    return gained === 0 ? [] : [{ role, points: 100 * (gained / covered) }];
  });
  return { level, gains };
};

const reviewStep = (
  skill: string,
  targets: readonly RoleModel[],
  knowledge: Knowledge,
  { exams }: StepInputs,
): Step | null => {
  const { level, gains } = freshGains(skill, targets, knowledge);
  if (level === null || gains.length === 0) return null;
  const gain = gains.reduce((sum, { points }) => sum + points, 0);
  const exam = nextExam(skill, exams, knowledge.today);
  const left = freshness(knowledge.practised(skill), knowledge.today, knowledge.halfLifeMonths(skill));
  const reasons: StepReason[] = [{ kind: 'faded', left }];
  if (exam) reasons.push({ kind: 'exam', title: exam.title, day: exam.day });
  if (gains.length > 1) reasons.push({ kind: 'several-targets', count: gains.length });
  const score = (gain * FRESH_WORTH) / REVIEW_HOURS;
  return {
    kind: 'review',
    key: `review ${skill}`,
    skill,
    level,
    gain,
    gains,
    hours: REVIEW_HOURS,
    score,
    reasons,
  };
};

const byScore = (a: Step, b: Step): number =>
  b.score - a.score || b.gain - a.gain || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/**
 * Puts what comes before a skill in front of it, where that is open and not begun at all: then it is named as the reason. A
 * choice pulls nothing forward, it waits for its turn. Nothing is left out, nothing comes twice; where skills wait for each
 * other, the higher one goes first.
 */
const withPrerequisites = (
  steps: readonly Step[],
  knowledge: Knowledge,
  prerequisites: StepInputs['prerequisites'],
): readonly Step[] => {
  const bySkill = new Map(steps.filter(({ kind }) => kind === 'learn').map((step) => [step.skill, step]));
  const before = ({ skill }: Step): Step[] =>
    prerequisites(skill).flatMap((id) => {
      const step = bySkill.get(id);
      return step && levelReached(knowledge.tally(id)) === 0 ? [step] : [];
    });
  const ordered: Step[] = [];
  const reached = new Set<string>();
  const placed = new Set<string>();
  const place = (step: Step, waiting: Step | null): void => {
    if (reached.has(step.key)) return;
    reached.add(step.key);
    if (step.kind === 'learn') for (const first of before(step)) place(first, step);
    placed.add(step.key);
    const reasons: StepReason[] = waiting
      ? [{ kind: 'before', skill: waiting.skill }, ...step.reasons]
      : [...step.reasons];
    ordered.push({ ...step, reasons });
  };
  let waiting: readonly Step[] = [];
  for (const step of steps) {
    const isReady = (choice: Step): boolean => before(choice).every(({ key }) => placed.has(key));
    if (step.kind === 'choose' && !isReady(step)) {
      waiting = [...waiting, step];
      continue;
    }
    place(step, null);
    for (const choice of waiting.filter(isReady)) place(choice, null);
  }
  for (const choice of waiting) place(choice, null);
  return ordered;
};

/**
 * What to do next, best first: points over all targets per hour, weighed by entry list, stage, what is begun, and exams
 * ahead; skills due for review among them; what is better known first before what builds on it. The same input gives the
 * same order, whatever order the targets stand in.
 */
export const nextSteps = (
  targets: readonly RoleModel[],
  knowledge: Knowledge,
  inputs: StepInputs,
): readonly Step[] => {
  const learn = skillGains(targets, knowledge, inputs.hoursOf).map((gain) =>
    learnStep(gain, knowledge, inputs),
  );
  const reviews = inputs.due.flatMap((skill) => reviewStep(skill, targets, knowledge, inputs) ?? []);
  return withPrerequisites([...learn, ...reviews].toSorted(byScore), knowledge, inputs.prerequisites);
};

/** Percentage points that ticking one topic of this level adds to *covered*, for each role that it moves. */
export const gainsOf = (
  skill: string,
  level: Level,
  roles: readonly RoleModel[],
  knowledge: Knowledge,
): readonly RoleGain[] =>
  roles.flatMap((role) => {
    let gain = 0;
    let weights = 0;
    for (const requirement of role.requirements) {
      const pick = pickMember(requirement, knowledge, 'covered');
      if (pick.waived) continue;
      weights += requirement.weight;
      if (pick.skill !== skill || level > requirement.level) continue;
      gain += requirement.weight / countsUpTo(knowledge.tally(skill), requirement.level).total;
    }
    return gain === 0 ? [] : [{ role: role.role, points: (100 * gain) / weights }];
  });
