import { listPlans, objectivesOf } from '../../data/certifications.ts';
import { currentId } from '../../data/renamed.ts';
import type { Row } from '../../data/rows.ts';
import type { Db } from '../../data/sql.ts';
import type { StateChange } from '../../data/events.ts';
import type { Plan } from '../../shared/model/certification-plan.ts';
import { AppError } from '../../shared/reply.ts';
import { sameText } from '../../shared/rules/same-text.ts';
import type { Confidence } from '../../shared/values.ts';
import { aheadOf } from '../certifications/ahead.ts';
import { exportCalendar } from '../certifications/calendar.ts';
import { detailOf } from '../certifications/detail.ts';
import { existingCertification, numbersOf } from '../certifications/existing.ts';
import { keptFacts } from '../certifications/facts.ts';
import { certificationRows } from '../certifications/list.ts';
import { act, make } from '../commands.ts';
import { checkedExam } from '../exam-time.ts';
import type { Handlers } from '../handlers.ts';
import { changeRow, flag, newId } from '../row-change.ts';

export const certificationHandlers: Handlers<
  | 'certifications.list'
  | 'certifications.read'
  | 'certifications.save'
  | 'certifications.reset'
  | 'certifications.plan'
  | 'certifications.move'
  | 'certifications.ahead'
  | 'objectives.rate'
  | 'objectives.link'
  | 'calendar.export'
> = {
  'certifications.list': (workspace) => ({ certifications: certificationRows(workspace) }),

  'certifications.read': (workspace, { certification }) =>
    detailOf(workspace, existingCertification(workspace.db, certification)),

  'certifications.ahead': (workspace) => ({ items: aheadOf(workspace) }),

  'calendar.export': (workspace, choice) => exportCalendar(workspace, choice),

  'certifications.save': (workspace, { request, certification, facts }) => {
    const { db } = workspace;
    const record = certification === null ? null : existingCertification(db, certification);
    const kept = keptFacts(db, record?.id ?? null, facts);
    const id = record?.id ?? newId(db, 'certification');
    const isPlain = Object.keys(kept).length === 0;
    return make(
      workspace,
      request,
      {
        kind: record === null ? 'add-certification' : 'edit-certification',
        subject: facts.name,
        detail: null,
        count: 1,
      },
      changeRow(db, 'certification_own', id, isPlain ? null : { facts: JSON.stringify(kept) }),
      id,
    );
  },

  'certifications.reset': (workspace, { request, certification }) => {
    const { id, facts } = existingCertification(workspace.db, certification);
    return act(
      workspace,
      request,
      { kind: 'reset-certification', subject: facts.name, detail: null, count: 1 },
      changeRow(workspace.db, 'certification_own', id, null),
    );
  },

  'certifications.plan': (workspace, { request, certification, plan }) => {
    const { db } = workspace;
    const { id, facts } = existingCertification(db, certification);
    const checked = plan && { ...plan, exam: plan.exam && checkedExam(plan.exam) };
    if (checked?.status === 'booked' && checked.exam === null)
      throw new AppError(
        'invalid',
        'A booked exam has a date. Enter it, or choose “studying” until it is booked.',
      );
    return act(
      workspace,
      request,
      {
        kind: plan === null ? 'unplan-certification' : 'plan-certification',
        subject: facts.name,
        detail: plan?.status ?? null,
        count: 1,
      },
      changeRow(db, 'certification_plan', id, checked && planRow(checked)),
    );
  },

  'certifications.move': (workspace, { request, certification }) => {
    const { db } = workspace;
    const from = existingCertification(db, certification);
    if (from.facts.replacedBy === null)
      throw new AppError('invalid', 'No successor is known. Enter one among the facts first.');
    const to = existingCertification(db, currentId(db, 'certification', from.facts.replacedBy));
    const plans = listPlans(db);
    const plan = plans.get(from.id);
    if (!plan) throw new AppError('invalid', 'There is no plan to move.');
    const label = {
      kind: 'move-certification',
      subject: from.facts.name,
      detail: to.facts.name,
      count: 1,
    } as const;
    return make(
      workspace,
      request,
      label,
      [
        // An exam of the old one cannot be sat for the new one, so its date is left behind.
        ...changeRow(
          db,
          'certification_plan',
          to.id,
          planRow(
            plans.get(to.id) ?? {
              ...plan,
              exam: null,
              status: plan.status === 'booked' ? 'studying' : plan.status,
            },
          ),
        ),
        ...changeRow(db, 'certification_plan', from.id, planRow({ ...plan, status: 'dropped' })),
        ...movedObjectives(db, from, to),
      ],
      to.id,
    );
  },

  'objectives.rate': (workspace, { request, certification, domain, confidence }) => {
    const { db } = workspace;
    const { id, name, present } = existingObjective(db, certification, domain);
    return act(
      workspace,
      request,
      {
        kind: 'rate-objective',
        subject: name,
        detail: confidence === null ? null : String(confidence),
        count: 1,
      },
      changeObjective(db, id, domain, confidence, present.skills),
    );
  },

  'objectives.link': (workspace, { request, certification, domain, skills }) => {
    const { db } = workspace;
    const { id, name, present, given } = existingObjective(db, certification, domain);
    const numbers = numbersOf(
      db,
      skills.filter((skill) => !given.includes(skill)),
    );
    return act(
      workspace,
      request,
      { kind: 'link-objective', subject: name, detail: null, count: numbers.length },
      changeObjective(db, id, domain, present.confidence, numbers),
    );
  },
};

const planRow = ({ status, exam, online, place, hoursPerWeek, studyHours }: Plan): Row => ({
  status,
  exam: exam?.local ?? null,
  zone: exam?.zone ?? null,
  later: flag(exam?.later ?? false),
  online: flag(online),
  place,
  hours_per_week: hoursPerWeek,
  study_hours: studyHours,
});

/** A part of the exam with what the person said of it so far. Throws `not_found` for one that is not of it. */
const existingObjective = (db: Db, certification: string, domain: string) => {
  const { id, facts } = existingCertification(db, certification);
  const found = facts.domains.find((candidate) => candidate.id === domain);
  if (!found) throw new AppError('not_found', 'This part of the exam does not exist any more.');
  const present = objectivesOf(db, id).get(domain) ?? { confidence: null, skills: [] };
  return { id, name: found.name, given: found.skills, present };
};

const changeObjective = (
  db: Db,
  certification: string,
  domain: string,
  confidence: Confidence | null,
  skills: readonly number[],
): StateChange[] => {
  const isPlain = confidence === null && skills.length === 0;
  const row: Row = { certification, domain, confidence, skills: JSON.stringify(skills) };
  return changeRow(db, 'objective', `${certification}/${domain}`, isPlain ? null : row);
};

type Certification = ReturnType<typeof existingCertification>;

/** What was said of a part goes over to the part of the same name, where nothing was said of that yet. */
const movedObjectives = (db: Db, from: Certification, to: Certification): StateChange[] => {
  const said = objectivesOf(db, from.id);
  const there = objectivesOf(db, to.id);
  return to.facts.domains.flatMap((domain) => {
    const same = from.facts.domains.find(({ name }) => sameText(name) === sameText(domain.name));
    const word = same && said.get(same.id);
    return word && !there.has(domain.id)
      ? changeObjective(db, to.id, domain.id, word.confidence, word.skills)
      : [];
  });
};
