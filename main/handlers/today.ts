import { changesSince } from '../../data/events.ts';
import type { Figures } from '../../shared/model/figures.ts';
import type { TargetCard, Today } from '../../shared/model/today.ts';
import { dateOfDay } from '../../shared/rules/days.ts';
import { figuresOf, type Knowledge } from '../../shared/rules/readiness.ts';
import { existingRole } from '../existing.ts';
import type { Handlers } from '../handlers.ts';
import type { Workspace } from '../workspace.ts';
import { stepsOfToday } from '../steps.ts';
import { entryProgress } from './roles.ts';

const DAYS = 14;

export const todayHandlers: Handlers<'today.read'> = {
  'today.read': (workspace) => ({
    date: workspace.moment().localDate,
    targets: targetCards(workspace),
    next: stepsOfToday(workspace),
    days: lastDays(workspace),
  }),
};

const targetCards = (workspace: Workspace): TargetCard[] => {
  const moment = workspace.moment();
  const now = workspace.knowledge();
  const tallyBefore = workspace.week.tallyBefore(moment);
  const evidenceBefore = workspace.practice.evidenceBefore(workspace.week.firstEvent(moment));
  const startDay = workspace.week.startDay(moment);
  const before: Knowledge = {
    ...now,
    tally: (id) => tallyBefore(workspace.skill(id).number),
    practised: (id) => {
      const { number } = workspace.skill(id);
      return workspace.practice.practised(number, tallyBefore(number), startDay);
    },
    evidence: (id) => evidenceBefore(workspace.skill(id).number),
    today: startDay,
  };
  return workspace.targets().map(({ role, date }) => {
    const model = workspace.model(role);
    const figures = figuresOf(model, now);
    return {
      role,
      title: existingRole(workspace, role).title,
      date,
      figures,
      change: changeOf(figures, figuresOf(model, before)),
      entry: entryProgress(workspace, role),
    };
  });
};

const changeOf = (now: Figures, before: Figures): TargetCard['change'] => ({
  covered: now.covered - before.covered,
  proven: now.proven - before.proven,
  fresh: now.fresh === null || before.fresh === null ? null : now.fresh - before.fresh,
});

/** Topics that are done or up for revision, by the stored local date on which they were last set to done. */
const lastDays = (workspace: Workspace): Today['days'] => {
  const moment = workspace.moment();
  const dates = Array.from({ length: DAYS }, (_, index) => dateOfDay(moment.day - DAYS + 1 + index));
  const ticked = new Map(dates.map((date) => [date, 0]));
  const topics = new Set<number>();
  for (const { changes } of changesSince(workspace.db, moment.at - (DAYS + 2) * 86_400_000)) {
    for (const change of changes) if (change.what === 'topic') topics.add(change.topic);
  }
  for (const topic of topics) {
    const { doneOn } = workspace.stored(topic).state;
    if (doneOn !== null && ticked.has(doneOn)) ticked.set(doneOn, ticked.get(doneOn)! + 1);
  }
  return dates.map((date) => ({ date, ticked: ticked.get(date)! }));
};
