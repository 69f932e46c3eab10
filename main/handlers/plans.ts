import { readSettings } from '../../data/settings.ts';
import { certificationsOf, listMarketFacts, projectsOf } from '../../data/roles.ts';
import type { Overlap, RoleComparison, RoleForecast } from '../../shared/model/plan.ts';
import type { StepRef } from '../../shared/model/step.ts';
import { AppError } from '../../shared/reply.ts';
import { bestSkills } from '../../shared/rules/best-skills.ts';
import { dateOfDay, epochDay } from '../../shared/rules/days.ts';
import { forecastOf, NEEDED_WEEKS, PACE_WEEKS } from '../../shared/rules/forecast.ts';
import { extraOf, hoursRange, planOf, roundedHours } from '../../shared/rules/overlap.ts';
import { pickMember, type Requirement } from '../../shared/rules/readiness.ts';
import { countsUpTo, coverage } from '../../shared/rules/tally.ts';
import { act } from '../commands.ts';
import { existingRole } from '../existing.ts';
import type { Handlers } from '../handlers.ts';
import { weeksOf } from '../pace.ts';
import { changeRow } from '../row-change.ts';
import { allSteps, hoursOf, restingSteps, restKey } from '../steps.ts';
import type { Workspace } from '../workspace.ts';
import { roleRow } from './roles.ts';

/** Days for which a step that is put aside for a week rests. */
const REST_DAYS = 7;
const BEST_SKILLS = 5;

export const planHandlers: Handlers<
  'roles.compare' | 'targets.overlap' | 'roles.forecast' | 'steps.list' | 'steps.rest'
> = {
  'roles.compare': (workspace, { roles }) => compare(workspace, roles),
  'targets.overlap': (workspace) => overlapOf(workspace),
  'roles.forecast': (workspace, { roles }) => ({
    forecasts: roles.map((role) => forecastOfRole(workspace, role)),
  }),

  'steps.list': (workspace) => ({ steps: allSteps(workspace), resting: restingSteps(workspace) }),

  'steps.rest': (workspace, { request, step, rest }) => {
    const until = rest === 'week' ? dateOfDay(workspace.moment().day + REST_DAYS) : null;
    return act(
      workspace,
      request,
      {
        kind: rest === 'week' ? 'rest-step' : rest === 'always' ? 'drop-step' : 'bring-step',
        subject: nameOfStep(workspace, step),
        detail: null,
        count: 1,
      },
      changeRow(workspace.db, 'step_rest', restKey(workspace, step), rest === 'none' ? null : { until }),
    );
  },
};

const nameOfStep = (workspace: Workspace, { kind, id }: StepRef): string => {
  if (kind !== 'choose') return workspace.skill(id).name;
  const group = workspace.groups().get(id);
  if (!group) throw new AppError('not_found', 'This group does not exist any more.');
  return group.title;
};

const compare = (workspace: Workspace, asked: readonly string[]): RoleComparison => {
  const ids = [...new Set(asked)];
  const roles = ids.map((id) => existingRole(workspace, id));
  const knowledge = workspace.knowledge();
  const models = ids.map((id) => workspace.model(id));
  const keyOf = ({ group, members }: Requirement): string => group ?? members[0]!;
  const keys = new Set(models.flatMap(({ requirements }) => requirements.map(keyOf)));
  const lines = [...keys].map((key): RoleComparison['lines'][number] => {
    const found = models.map(({ requirements }) => requirements.find((line) => keyOf(line) === key));
    const first = found.find((line) => line !== undefined)!;
    const { skill } = pickMember(first, knowledge, 'covered');
    return {
      key,
      title: first.group === null ? workspace.skill(skill).name : workspace.groups().get(first.group)!.title,
      skill,
      at: found.map((line) => {
        if (!line) return null;
        const pick = pickMember(line, knowledge, 'covered');
        const { level, weight, stage } = line;
        return { level, weight, stage, topics: countsUpTo(knowledge.tally(pick.skill), level) };
      }),
    };
  });
  const asking = ({ at }: (typeof lines)[number]): number => at.filter((line) => line !== null).length;
  return {
    roles: roles.map(({ id, own, demand, longTerm, usualWayIn }, index) => ({
      ...roleRow(workspace, id),
      demand,
      longTerm,
      usualWayIn,
      hours: hoursRange(models[index]!, knowledge, hoursOf(workspace)),
      open: models[index]!.requirements.filter((line) => {
        const { skill, waived } = pickMember(line, knowledge, 'covered');
        return !waived && coverage(knowledge.tally(skill), line.level) < 1;
      }).length,
      certifications: certificationsOf(workspace.db, own?.base ?? id),
      projects: projectsOf(workspace.db, own?.base ?? id),
    })),
    lines: lines.toSorted((a, b) => asking(b) - asking(a)),
    market: listMarketFacts(workspace.db),
  };
};

const overlapOf = (workspace: Workspace): Overlap => {
  const knowledge = workspace.knowledge();
  const hours = hoursOf(workspace);
  const ids = workspace.targets().map(({ role }) => role);
  const targets = ids.map((id) => workspace.model(id));
  const names = (skills: readonly string[]): string[] => skills.map((id) => workspace.skill(id).name);
  const extras = workspace
    .roles()
    .filter(({ id }) => !ids.includes(id))
    .map(({ id, title }) => {
      const extra = extraOf(workspace.model(id), targets, knowledge, hours);
      return { role: id, title, ...extra, more: names(extra.more), deeper: names(extra.deeper) };
    });
  const best = bestSkills(targets, knowledge, hours, BEST_SKILLS);
  return {
    targets: ids.map((id) => existingRole(workspace, id).title),
    extras: extras
      .toSorted((a, b) => a.hours - b.hours)
      .map((extra) => ({ ...extra, hours: roundedHours(extra.hours) })),
    best: {
      ...best,
      skills: best.skills.map((one) => ({ ...one, name: workspace.skill(one.skill).name })),
      // Not rounded to fives: the hours of each stand below it and add up.
      hours: Math.round(best.hours),
    },
  };
};

const forecastOfRole = (workspace: Workspace, role: string): RoleForecast => {
  existingRole(workspace, role);
  const { day: today } = workspace.moment();
  const { hoursPerWeek, reviewsPausedUntil } = readSettings(workspace.db);
  const model = workspace.model(role);
  const hoursLeft = planOf([model], workspace.knowledge(), hoursOf(workspace)).hours;
  const pause = reviewsPausedUntil === null ? null : epochDay(reviewsPausedUntil);
  const pausedUntil = pause !== null && pause > today ? pause : null;
  const weeks = weeksOf(workspace, model, PACE_WEEKS);
  const found = forecastOf({ hoursLeft, weeks, plannedPerWeek: hoursPerWeek, today, pausedUntil });
  const date = (day: number | null): string | null => (day === null ? null : dateOfDay(day));
  switch (found.kind) {
    case 'done':
      return found;
    case 'too-little':
      return { ...found, planned: date(found.planned), needed: NEEDED_WEEKS, hoursLeft, hoursPerWeek };
    case 'range':
      return {
        ...found,
        early: date(found.early),
        late: date(found.late),
        planned: date(found.planned),
        weeks: PACE_WEEKS,
        hoursLeft,
        hoursPerWeek,
        pausedUntil: date(pausedUntil),
      };
  }
};
