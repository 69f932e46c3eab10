import { listStepRests } from '../data/plans.ts';
import { allPrerequisites, findSkill } from '../data/skills.ts';
import { isSkillInHand, openTopics } from '../data/topics.ts';
import type { NextStep, RestingStep, StepReason, StepRef } from '../shared/model/step.ts';
import { dateOfDay } from '../shared/rules/days.ts';
import type { HoursOf } from '../shared/rules/hours.ts';
import { gainsOf, nextSteps, type Step, type StepReason as RuleReason } from '../shared/rules/next-steps.ts';
import type { RoleGain } from '../shared/rules/skill-gains.ts';
import { examsAhead } from './exams-ahead.ts';
import { existingRole } from './existing.ts';
import { reviewsOf } from './reviews.ts';
import type { Workspace } from './workspace.ts';

const STEPS_OF_TODAY = 5;
/** Reviews have a place of their own on Today. */
const REVIEWS_OF_TODAY = 1;

export const hoursOf =
  (workspace: Workspace): HoursOf =>
  (skill) =>
    workspace.skill(skill).estimatedHours;

/** Where a step is put aside: skills by number, so that a changed id does not bring it back. */
export const restKey = (workspace: Workspace, { kind, id }: StepRef): string =>
  kind === 'choose' ? `${kind}:${id}` : `${kind}:${workspace.skill(id).number}`;

const refOf = (step: Step): StepRef =>
  step.kind === 'choose' ? { kind: step.kind, id: step.group } : { kind: step.kind, id: step.skill };

/** Every step, best first; those that rest are left out. */
const rankedSteps = (workspace: Workspace): readonly Step[] => {
  const { db } = workspace;
  const before = allPrerequisites(db);
  const rests = listStepRests(db);
  const { localDate } = workspace.moment();
  return nextSteps(
    workspace.targets().map(({ role }) => workspace.model(role)),
    workspace.knowledge(),
    {
      hoursOf: hoursOf(workspace),
      prerequisites: (skill) => before.get(skill) ?? [],
      isBegun: (skill) => isSkillInHand(db, workspace.skill(skill).number),
      exams: examsAhead(workspace),
      due: reviewsOf(workspace).today.map(({ skill }) => skill),
    },
  ).filter((step) => {
    const until = rests.get(restKey(workspace, refOf(step)));
    return until === undefined || (until !== null && until <= localDate);
  });
};

export const stepsOfToday = (workspace: Workspace): NextStep[] => {
  const shown: NextStep[] = [];
  let reviews = 0;
  for (const step of rankedSteps(workspace)) {
    if (step.kind === 'review' && reviews === REVIEWS_OF_TODAY) continue;
    const found = shownStep(workspace, step);
    if (!found) continue;
    if (found.kind === 'review') reviews += 1;
    shown.push(found);
    if (shown.length === STEPS_OF_TODAY) break;
  }
  return shown;
};

export const allSteps = (workspace: Workspace): NextStep[] =>
  rankedSteps(workspace).flatMap((step) => shownStep(workspace, step) ?? []);

/** What the person put aside and what is still there; a rest that is over is none. */
export const restingSteps = (workspace: Workspace): RestingStep[] => {
  const { localDate } = workspace.moment();
  return [...listStepRests(workspace.db)].flatMap(([key, until]): RestingStep[] => {
    if (until !== null && until <= localDate) return [];
    const kind = key.slice(0, key.indexOf(':')) as StepRef['kind'];
    const id = key.slice(kind.length + 1);
    if (kind === 'choose') {
      const group = workspace.groups().get(id);
      return group ? [{ step: { kind, id }, title: group.title, until }] : [];
    }
    const skill = findSkill(workspace.db, workspace.skillByNumber(Number(id)).id);
    if (!skill) return [];
    return [{ step: { kind, id: skill.id }, title: skill.name, until }];
  });
};

/** A step in names; null where the skill has no topic to go on with. */
const shownStep = (workspace: Workspace, step: Step): NextStep | null => {
  const skill = workspace.skill(step.skill);
  const titled = (gains: readonly RoleGain[]): NextStep['gains'] =>
    gains.map(({ role, points }) => ({ role: existingRole(workspace, role).title, points }));
  const common = {
    step: refOf(step),
    skill: skill.id,
    skillName: skill.name,
    level: step.level,
    reasons: step.reasons.map((reason) => shownReason(workspace, reason)),
    gain: step.gain,
    gains: titled(step.gains),
    hours: step.hours,
  };
  switch (step.kind) {
    case 'choose': {
      const { id, title } = workspace.groups().get(step.group)!;
      return { kind: 'choose', group: id, title, role: step.gains[0]!.role, ...common };
    }
    case 'review':
      return {
        kind: 'review',
        practisedOn: dateOfDay(workspace.knowledge().practised(skill.id)!),
        ...common,
      };
    case 'learn': {
      const open = openTopics(workspace.db, skill.number, step.level);
      const topic = open.find(({ state }) => state.status === 'learning') ?? open[0];
      if (!topic) return null;
      const models = workspace.targets().map(({ role }) => workspace.model(role));
      const gains = gainsOf(skill.id, topic.level, models, workspace.knowledge());
      return {
        kind: 'topic',
        topic: topic.id,
        text: topic.text,
        state: topic.state,
        open: open.length,
        ...common,
        level: topic.level,
        gain: gains.reduce((sum, { points }) => sum + points, 0),
        gains: titled(gains),
        hours: step.hours / open.length,
      };
    }
  }
};

const shownReason = (workspace: Workspace, reason: RuleReason): StepReason => {
  switch (reason.kind) {
    case 'before':
      return { kind: 'before', skill: workspace.skill(reason.skill).name };
    case 'exam':
      return { kind: 'exam', title: reason.title, on: dateOfDay(reason.day) };
    case 'entry':
      return { kind: 'entry', roles: reason.roles.map((id) => existingRole(workspace, id).title) };
    case 'stage':
      return { kind: 'stage', stage: reason.stage, role: existingRole(workspace, reason.role).title };
    case 'faded':
    case 'several-targets':
    case 'begun':
      return reason;
  }
};
