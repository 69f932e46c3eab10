import {
  findCertification,
  listCertifications,
  listCredentials,
  listPlans,
  type CertificationRecord,
} from '../../data/certifications.ts';
import { readMeta, writeMeta } from '../../data/meta.ts';
import type { ExamDate, Plan, StudyWeek } from '../../shared/model/certification-plan.ts';
import { AppError } from '../../shared/reply.ts';
import { writeCalendar, type CalendarEvent } from '../../shared/rules/calendar-file.ts';
import { reviseCalendar, type Exported } from '../../shared/rules/calendar-revisions.ts';
import { standingOf } from '../../shared/rules/certification.ts';
import { RENEWAL_DUE_DAYS } from '../../shared/values.ts';
import { examDateOf } from '../exam-time.ts';
import { reviewsOf } from '../reviews.ts';
import type { Workspace } from '../workspace.ts';
import { studyOf } from './detail.ts';

export type CalendarChoice = {
  readonly exams: boolean;
  readonly study: boolean;
  readonly renewals: boolean;
  readonly reviews: boolean;
};

const DAY = 24 * 60;
/** Taken where the issuer gives no duration. */
const USUAL_MINUTES = 120;

/** Which choice an entry belongs to, by the first part of its UID. */
const CHOICE_OF: Readonly<Record<string, keyof CalendarChoice>> = {
  exam: 'exams',
  study: 'study',
  renewal: 'renewals',
  expiry: 'renewals',
  review: 'reviews',
};

/**
 * The calendar file, and a note of what is in it: what the next file changes or calls off has to be said by number. Throws
 * `invalid` where nothing of what was chosen has a date.
 */
export const exportCalendar = (
  workspace: Workspace,
  choice: CalendarChoice,
): { fileName: string; text: string; events: number; cancelled: number } => {
  const { db } = workspace;
  const { at, localDate: today } = workspace.moment();
  const events = [
    ...(choice.exams || choice.study ? examEvents(workspace, choice) : []),
    ...(choice.renewals ? renewalEvents(workspace) : []),
    ...(choice.reviews ? reviewEvents(workspace) : []),
  ];
  const before = JSON.parse(readMeta(db, 'calendar') ?? '{}') as Exported;
  const isAsked = (uid: string): boolean => choice[CHOICE_OF[uid.slice(0, uid.indexOf('.'))]!];
  const { entries, exported } = reviseCalendar(before, events, { at, today }, isAsked);
  const text = writeCalendar(entries, at);
  if (text === null)
    throw new AppError(
      'invalid',
      'Nothing of it has a date yet, so there is nothing to put into a calendar.',
    );
  writeMeta(db, 'calendar', JSON.stringify(exported));
  return {
    fileName: 'groundwork.ics',
    text,
    events: events.length,
    cancelled: entries.filter((entry) => entry.cancelled).length,
  };
};

/** Ids of the person's may hold what a UID had better not. */
const uid = (kind: string, ...parts: readonly string[]): string =>
  `${[kind, ...parts].map((part) => encodeURIComponent(part)).join('.')}@groundwork`;

const plain = { place: '', url: null, busy: false, alarms: [] } as const;

const examEvents = (workspace: Workspace, choice: CalendarChoice): CalendarEvent[] => {
  const plans = listPlans(workspace.db);
  return listCertifications(workspace.db).flatMap((record): CalendarEvent[] => {
    const plan = plans.get(record.id);
    if (!plan?.exam || plan.status === 'done' || plan.status === 'dropped') return [];
    const exam = examDateOf(plan.exam, workspace.moment().at);
    const weeks = choice.study ? (studyOf(workspace, record, plan, exam)?.weeks ?? []) : [];
    return [
      ...(choice.exams ? [examEvent(record, plan, exam)] : []),
      ...weeks.map((week) => studyEvent(record, week)),
    ];
  });
};

type Certification = Pick<CertificationRecord, 'id' | 'facts'>;

export const examEvent = (
  { id, facts }: Certification,
  { online, place }: Pick<Plan, 'online' | 'place'>,
  { at, local, zone }: Pick<ExamDate, 'at' | 'local' | 'zone'>,
): CalendarEvent => {
  const day = local.slice(0, 10);
  const description = [
    facts.issuer,
    ...(at === null ? [] : [`${local.slice(11)} on the clock of ${zone}`]),
    ...(at !== null && facts.durationMinutes === null
      ? ['Its length is a guess: the issuer’s was not confirmed.']
      : []),
  ].join('\n');
  return {
    uid: uid('exam', id),
    time:
      at === null
        ? { kind: 'days', from: day, to: day }
        : { kind: 'instant', at, minutes: Math.max(1, Math.round(facts.durationMinutes ?? USUAL_MINUTES)) },
    title: `Exam: ${facts.name}`,
    description,
    place: online ? 'Online' : place,
    url: facts.officialUrl,
    busy: true,
    alarms: at === null ? [7 * DAY, DAY] : [7 * DAY, DAY, 120],
  };
};

export const studyEvent = ({ id, facts }: Certification, week: StudyWeek): CalendarEvent => ({
  ...plain,
  // By its last day: the first one is today in a week that has begun.
  uid: uid('study', id, week.to),
  time: { kind: 'days', from: week.from, to: week.to },
  title: `Study ${week.hours} h: ${facts.name}`,
  description: week.parts.map((part) => `${part.hours} h ${part.name}`).join('\n'),
});

const renewalEvents = (workspace: Workspace): CalendarEvent[] =>
  listCredentials(workspace.db).flatMap(
    ({ id, certification, title, issuer, expiresOn, url }): CalendarEvent[] => {
      if (expiresOn === null) return [];
      const facts =
        certification === null ? undefined : findCertification(workspace.db, certification)?.facts;
      const { dueFrom, dueAssumed, state } = standingOf(
        expiresOn,
        facts?.renewalOpensDays ?? null,
        workspace.moment().localDate,
      );
      if (state === 'expired') return [];
      const description = [issuer, facts?.renewal ?? ''].filter((part) => part !== '').join('\n');
      const whole = (name: string, date: string, words: string, remark = ''): CalendarEvent => ({
        ...plain,
        uid: uid(name, id),
        time: { kind: 'days', from: date, to: date },
        title: `${words}: ${title}`,
        description: remark === '' ? description : `${description}\n${remark}`.trim(),
        url,
        alarms: [DAY],
      });
      return [
        ...(state === 'valid' ? [whole('renewal', dueFrom!, ...renewalWords(dueAssumed))] : []),
        whole('expiry', expiresOn, 'Last day'),
      ];
    },
  );

/** Title and remark: what nobody stated is not told as a fact. */
const renewalWords = (assumed: boolean): readonly [string, string] =>
  assumed
    ? [
        'Look at the renewal',
        `${RENEWAL_DUE_DAYS} days before the last day is an assumption: from when it can be renewed is not known.`,
      ]
    : ['Renewal can begin', ''];

/** Reviews of one day are one entry. */
const reviewEvents = (workspace: Workspace): CalendarEvent[] => {
  const { today, later } = reviewsOf(workspace);
  const byDay = Map.groupBy([...today, ...later], ({ on }) => on);
  return [...byDay].map(([on, items]) => ({
    ...plain,
    uid: uid('review', on),
    time: { kind: 'days', from: on, to: on },
    title: items.length === 1 ? `Review: ${items[0]!.name}` : `Review ${items.length} skills`,
    description: items.map(({ name }) => name).join('\n'),
  }));
};
