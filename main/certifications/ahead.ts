import {
  findCertification,
  listCertifications,
  listCredentials,
  listPlans,
  resultsOf,
} from '../../data/certifications.ts';
import type { AheadItem } from '../../shared/model/certification.ts';
import { epochDay } from '../../shared/rules/days.ts';
import { standingOf } from '../../shared/rules/certification.ts';
import { examDateOf } from '../exam-time.ts';
import type { Workspace } from '../workspace.ts';

/** An exam is told of from two weeks before it. */
const EXAM_DUE_DAYS = 14;
/** What is over is told of for so long, unless something was done about it. */
const OVER_DAYS = 30;

/** Exams and renewals that lie ahead, exams that want their result, and what expired; the nearest first. */
export const aheadOf = (workspace: Workspace): AheadItem[] =>
  [...exams(workspace), ...renewals(workspace)].toSorted((a, b) => a.daysLeft - b.daysLeft);

const exams = (workspace: Workspace): AheadItem[] => {
  const { db } = workspace;
  const plans = listPlans(db);
  return listCertifications(db).flatMap(({ id, facts }): AheadItem[] => {
    const plan = plans.get(id);
    if (!plan?.exam || plan.status === 'done' || plan.status === 'dropped') return [];
    const exam = examDateOf(plan.exam, workspace.moment().at);
    const on = exam.local.slice(0, 10);
    const common = { certification: id, title: facts.name, on, daysLeft: exam.daysLeft, exam };
    if (exam.daysLeft >= 0) {
      return [
        { ...common, kind: 'exam', key: `exam ${id} ${exam.local}`, due: exam.daysLeft <= EXAM_DUE_DAYS },
      ];
    }
    const isTold = resultsOf(db, id).some(({ kind, takenOn }) => kind === 'attempt' && takenOn >= on);
    if (isTold || exam.daysLeft < -OVER_DAYS) return [];
    return [{ ...common, kind: 'result', key: `result ${id} ${exam.local}`, due: true }];
  });
};

const renewals = (workspace: Workspace): AheadItem[] => {
  const { db } = workspace;
  const { localDate } = workspace.moment();
  const all = listCredentials(db);
  return all.flatMap(({ id, certification, title, issuedOn, expiresOn }): AheadItem[] => {
    const facts = certification === null ? undefined : findCertification(db, certification)?.facts;
    const { state, daysLeft, dueFrom } = standingOf(expiresOn, facts?.renewalOpensDays ?? null, localDate);
    // A newer credential of the same certification is the renewal.
    const isRenewed =
      certification !== null &&
      all.some((other) => other.certification === certification && other.issuedOn > issuedOn);
    if (expiresOn === null || daysLeft === null || isRenewed || daysLeft < -OVER_DAYS) return [];
    const due = state !== 'valid' || epochDay(dueFrom!) <= epochDay(localDate);
    return [
      {
        kind: state === 'expired' ? 'expired' : 'renewal',
        certification,
        key: `${state === 'expired' ? 'expired' : 'renewal'} ${id} ${expiresOn}`,
        title,
        on: expiresOn,
        daysLeft,
        exam: null,
        due,
      },
    ];
  });
};
