import { findCertification } from '../../data/certifications.ts';
import { firstAndLastDay } from '../../data/events.ts';
import { listDismissals, listRoutines } from '../../data/plans.ts';
import { guideTitle, projectTitle } from '../../data/roles.ts';
import { findSkill } from '../../data/skills.ts';
import type { Routine, Warning } from '../../shared/model/radar.ts';
import type { ActionLabel } from '../../shared/model/history.ts';
import { AppError } from '../../shared/reply.ts';
import { dateOfDay, epochDay } from '../../shared/rules/days.ts';
import { warningOf } from '../../shared/rules/mistakes.ts';
import { routineDue } from '../../shared/rules/routines.ts';
import { countsUpTo, levelReached } from '../../shared/rules/tally.ts';
import { act } from '../commands.ts';
import { existingRole } from '../existing.ts';
import { guidanceOf, type Guidance } from '../guidance.ts';
import type { Handlers } from '../handlers.ts';
import { radarFacts, type RadarFacts } from '../radar-facts.ts';
import { changeRow, flag } from '../row-change.ts';
import type { Workspace } from '../workspace.ts';

type Rule = Guidance['chooser']['rules']['list'][number];

/** Figures that are those of the first target. */
const ROLE_BOUND: ReadonlySet<string> = new Set([
  'foundationCompletion',
  'nicheTopicShare',
  'technicalAverage',
]);
const ROWS_PER_FIGURE = 4;
/** Days for which a routine rests after "later". */
const LATER_DAYS = 7;

export const radarHandlers: Handlers<'radar.read' | 'radar.dismiss' | 'routines.answer'> = {
  'radar.read': (workspace, _, services) => {
    const guidance = guidanceOf(services);
    const facts = radarFacts(workspace, guidance);
    const dismissals = listDismissals(workspace.db);
    return {
      warnings: guidance.chooser.rules.list.flatMap(
        (rule) => warningOfRule(workspace, rule, facts, dismissals) ?? [],
      ),
      routines: guidance.keepCurrent.map((routine) => routineOf(workspace, routine)),
    };
  },

  'radar.dismiss': (workspace, { request, warning: id, dismissed }, services) => {
    const guidance = guidanceOf(services);
    const rule = guidance.chooser.rules.list.find((one) => one.id === id);
    if (!rule) throw new AppError('not_found', 'This warning does not exist any more.');
    return act(
      workspace,
      request,
      {
        kind: dismissed ? 'dismiss-warning' : 'show-warning',
        subject: rule.mistake,
        detail: null,
        count: 1,
      },
      changeRow(
        workspace.db,
        'warning_dismissal',
        dismissalKey(workspace, rule, radarFacts(workspace, guidance)),
        dismissed ? { dismissed_on: workspace.moment().localDate } : null,
      ),
    );
  },

  'routines.answer': (workspace, { request, routine: id, answer }, services) => {
    const { db } = workspace;
    const found = guidanceOf(services).keepCurrent.find((one) => one.id === id);
    if (!found) throw new AppError('not_found', 'This habit does not exist any more.');
    const { localDate: today, day } = workspace.moment();
    const before = listRoutines(db).get(id);
    const doneOn = answer === 'done' ? today : (before?.doneOn ?? null);
    const kind: ActionLabel['kind'] = `routine-${answer}`;
    return act(
      workspace,
      request,
      { kind, subject: found.text, detail: null, count: 1 },
      changeRow(db, 'routine', id, {
        done_on: doneOn,
        rests_until: answer === 'later' ? dateOfDay(day + LATER_DAYS) : null,
        off: flag(answer === 'stop'),
      }),
    );
  },
};

const isRoleBound = ({ when }: Rule): boolean =>
  [...when.all, ...(when.any ?? [])].some(({ metric }) => ROLE_BOUND.has(metric));

/** What was put aside comes up anew when another role leads, and when another certification is concerned. */
const dismissalKey = (workspace: Workspace, rule: Rule, facts: RadarFacts): string => {
  const role = isRoleBound(rule) ? [workspace.targets()[0]?.role ?? ''] : [];
  const certifications = rule.when.all.flatMap(({ metric }) => facts.get(metric)?.certifications ?? []);
  return [rule.id, ...role, ...certifications.toSorted()].join(' ');
};

const warningOfRule = (
  workspace: Workspace,
  rule: Rule,
  facts: RadarFacts,
  dismissals: ReadonlyMap<string, string>,
): Warning | null => {
  const values = Object.fromEntries([...facts].map(([metric, { value }]) => [metric, value]));
  const grounds = warningOf(rule.when, values);
  if (!grounds) return null;
  const [target] = workspace.targets();
  // What there is too much of shows more than what is missing.
  const told = grounds.toSorted((a, b) => Number(a.op.startsWith('<')) - Number(b.op.startsWith('<')));
  const rows = new Set(told.flatMap(({ metric }) => facts.get(metric)!.skills.slice(0, ROWS_PER_FIGURE)));
  const { db } = workspace;
  const named = (id: string): { skill: string; name: string }[] => {
    const skill = findSkill(db, id);
    return skill ? [{ skill: id, name: skill.name }] : [];
  };
  return {
    id: rule.id,
    severity: rule.severity,
    mistake: rule.mistake,
    message: rule.message,
    advice: rule.advice,
    guide: guideTitle(db, rule.origin),
    role:
      target && isRoleBound(rule)
        ? { id: target.role, title: existingRole(workspace, target.role).title }
        : null,
    grounds: [...grounds],
    rows: Array.from(rows, (id) => {
      const { number, name } = workspace.skill(id);
      const tally = workspace.counters.tally(number);
      return { skill: id, name, level: levelReached(tally), ticked: countsUpTo(tally, 4).done };
    }),
    certifications: grounds.flatMap(({ metric }) =>
      (facts.get(metric)?.certifications ?? []).flatMap((one) => certificationRow(workspace, one)),
    ),
    suggest: {
      skills: rule.suggest.skills
        .flatMap(named)
        .toSorted((a, b) => reached(workspace, a) - reached(workspace, b)),
      projects: rule.suggest.projects.flatMap((id) => {
        const title = projectTitle(db, id);
        return title === null ? [] : [{ id, title }];
      }),
    },
    dismissedOn: dismissals.get(dismissalKey(workspace, rule, facts)) ?? null,
  };
};

/** A retired certification with what took its place. */
const certificationRow = ({ db }: Workspace, id: string): Warning['certifications'] => {
  const facts = findCertification(db, id)?.facts;
  if (!facts) return [];
  const successor = facts.replacedBy === null ? undefined : findCertification(db, facts.replacedBy);
  return [
    { id, name: facts.name, successor: successor ? { id: successor.id, name: successor.facts.name } : null },
  ];
};

const reached = (workspace: Workspace, { skill }: { readonly skill: string }): number =>
  levelReached(workspace.counters.tally(workspace.skill(skill).number));

const routineOf = (workspace: Workspace, routine: Guidance['keepCurrent'][number]): Routine => {
  const { db } = workspace;
  const { day: today } = workspace.moment();
  const first = firstAndLastDay(db)?.first;
  const stored = listRoutines(db).get(routine.id);
  const day = (date: string | null | undefined): number | null => (date ? epochDay(date) : null);
  const due = routineDue(
    {
      everyDays: routine.everyDays,
      doneOn: day(stored?.doneOn),
      restsUntil: day(stored?.restsUntil),
      off: stored?.off ?? false,
    },
    day(first) ?? today,
  );
  return {
    id: routine.id,
    title: routine.title,
    text: routine.text,
    everyDays: routine.everyDays,
    skills: routine.skills.flatMap((id) => {
      const skill = findSkill(db, id);
      return skill ? [{ skill: id, name: skill.name }] : [];
    }),
    doneOn: stored?.doneOn ?? null,
    dueOn: due === null ? null : dateOfDay(due),
    due: due !== null && due <= today,
  };
};
