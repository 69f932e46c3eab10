import { readSettings } from '../../data/settings.ts';
import { listCategories } from '../../data/skills.ts';
import type { MovedSkill, WeeksBack } from '../../shared/model/insights.ts';
import { AppError } from '../../shared/reply.ts';
import { dateOfDay, epochDay } from '../../shared/rules/days.ts';
import { sampleDays } from '../../shared/rules/sample-days.ts';
import { countsUpTo } from '../../shared/rules/tally.ts';
import { existingRole } from '../existing.ts';
import type { Handlers } from '../handlers.ts';
import { knownByCategory } from '../past/categories.ts';
import { progressOf } from '../past/progress.ts';
import { readAt } from '../past/time-machine.ts';
import { workDaysOf } from '../past/work-days.ts';
import type { Workspace } from '../workspace.ts';
import { roleHandlers } from './roles.ts';
import { categorySums } from './skills.ts';
import { todayHandlers } from './today.ts';

/** So many skills that moved are named. */
const SKILLS = 30;

export const insightsHandlers: Handlers<
  'insights.role' | 'insights.categories' | 'insights.days' | 'past.read'
> = {
  'insights.role': (workspace, { role, weeks }) => {
    const { title } = existingRole(workspace, role);
    const days = chartDays(workspace, weeks);
    const { points, gains } = progressOf(workspace, role, days);
    const titles = new Map(listCategories(workspace.db).map((category) => [category.id, category.title]));
    return {
      role,
      title,
      points: points.map(({ day, figures }) => ({ date: dateOfDay(day), figures })),
      gains: [...gains]
        .map(([category, { before, after }]) => ({
          category,
          title: titles.get(category) ?? category,
          points: after - before,
        }))
        .filter((gain) => Math.abs(gain.points) >= 0.05)
        .toSorted((a, b) => b.points - a.points),
      catalogueDates: workspace.journal
        .timeline()
        .catalogueDays.filter((day) => day >= days[0]!)
        .map(dateOfDay),
    };
  },

  'insights.categories': (workspace, { weeks }) => {
    const days = chartDays(workspace, weeks);
    const known = knownByCategory(workspace.db, workspace.journal.timeline(), days);
    const sums = categorySums(workspace);
    return {
      dates: days.map(dateOfDay),
      categories: listCategories(workspace.db).flatMap(({ id, title }) => {
        const { total } = sums(id);
        return total === 0 ? [] : [{ id, title, known: [...(known.get(id) ?? days.map(() => 0))], total }];
      }),
    };
  },

  'insights.days': (workspace) => ({
    first: firstDate(workspace),
    today: workspace.moment().localDate,
    days: workDaysOf(workspace.journal.timeline()),
  }),

  'past.read': (workspace, { date }, services) => {
    if (date > workspace.moment().localDate) {
      throw new AppError('not_found', 'This day is still to come. Choose today or a day before.');
    }
    const day = epochDay(date);
    const { today, roles, skills } = readAt(workspace, day, (past) => ({
      today: todayHandlers['today.read'](past, {}, services),
      roles: roleHandlers['roles.list'](past, {}, services).roles,
      skills: movedSkills(past, workspace),
    }));
    return {
      date,
      first: firstDate(workspace),
      today,
      roles,
      now: roleHandlers['roles.list'](workspace, {}, services).roles,
      skills: skills.slice(0, SKILLS),
      more: Math.max(0, skills.length - SKILLS),
      catalogueChanged: workspace.journal.timeline().catalogueDays.some((taken) => taken > day),
    };
  },
};

const firstDate = (workspace: Workspace): string | null => {
  const { firstDay } = workspace.journal.timeline();
  return firstDay === null ? null : dateOfDay(firstDay);
};

const WEEK_END = { monday: 0, sunday: 6, saturday: 5 } as const;

const chartDays = (workspace: Workspace, weeks: WeeksBack): readonly number[] => {
  const { day: today } = workspace.moment();
  // The day before the first one shows where everything began.
  const first = (workspace.journal.timeline().firstDay ?? today) - 1;
  return sampleDays({ first, today, weeks, weekEnd: WEEK_END[readSettings(workspace.db).firstDayOfWeek] });
};

const movedSkills = (past: Workspace, now: Workspace): MovedSkill[] =>
  now
    .allSkills()
    .flatMap(({ id, name, number }): MovedSkill[] => {
      const before = countsUpTo(past.counters.tally(number), 4);
      const after = countsUpTo(now.counters.tally(number), 4);
      return before.done === after.done ? [] : [{ skill: id, name, before, after }];
    })
    .toSorted((a, b) => change(b) - change(a) || a.name.localeCompare(b.name, 'en'));

const change = ({ before, after }: MovedSkill): number => Math.abs(after.done - before.done);
