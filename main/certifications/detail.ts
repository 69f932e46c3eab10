import {
  findCertification,
  listCredentials,
  listPlans,
  objectivesOf,
  resultsOf,
  type CertificationRecord,
  type ObjectiveRecord,
  type ResultRecord,
} from '../../data/certifications.ts';
import { currentId } from '../../data/renamed.ts';
import { readSettings } from '../../data/settings.ts';
import type { CertificationDetail, Objective } from '../../shared/model/certification.ts';
import type { ExamDate, Plan, StudyPlan } from '../../shared/model/certification-plan.ts';
import type { ExamResult } from '../../shared/model/exam-result.ts';
import {
  examReadiness,
  gainOf,
  latestPractice,
  retakeFrom,
  sharesOf,
  weightSum,
} from '../../shared/rules/certification.ts';
import { planStudy } from '../../shared/rules/study-plan.ts';
import { countsUpTo } from '../../shared/rules/tally.ts';
import { SHOWN_BY, STUDY_HOURS } from '../../shared/values.ts';
import { examDateOf } from '../exam-time.ts';
import type { Workspace } from '../workspace.ts';
import { credentialOf } from './credentials.ts';
import { liveSkills, skillsNumbered } from './existing.ts';

/** The parts of an exam with the person's word on each, in the order of the facts. */
const objectivesShown = (workspace: Workspace, record: CertificationRecord): Objective[] => {
  const { db } = workspace;
  const { facts } = record;
  const said = objectivesOf(db, record.id);
  const shares = sharesOf(facts.domains);
  const mocks = resultsOf(db, record.id).filter(({ kind }) => kind === 'practice');
  return facts.domains.map((domain, index) => {
    const own: ObjectiveRecord | undefined = said.get(domain.id);
    const rated = { share: shares[index]!, confidence: own?.confidence ?? null };
    const tied = skillsNumbered(db, own?.skills ?? []);
    const given = liveSkills(db, domain.skills).filter(({ id }) => !tied.some((skill) => skill.id === id));
    const shown = [
      ...given.map((skill) => ({ ...skill, own: false })),
      ...tied.map((skill) => ({ ...skill, own: true })),
    ];
    return {
      ...domain,
      weight: 100 * rated.share,
      confidence: rated.confidence,
      gain: gainOf(rated),
      practice: mocks.find(({ domains }) => domains[domain.id] !== undefined)?.domains[domain.id] ?? null,
      skills: shown.map(({ id, name, number, own: isOwn }) => {
        const { done, total } = countsUpTo(workspace.counters.tally(number), SHOWN_BY[facts.level]);
        return { id, name, topics: { done, total }, own: isOwn };
      }),
    };
  });
};

export const readinessOf = (workspace: Workspace, { id, facts }: CertificationRecord): number | null => {
  const said = objectivesOf(workspace.db, id);
  const shares = sharesOf(facts.domains);
  return examReadiness(
    facts.domains.map((domain, index) => ({
      share: shares[index]!,
      confidence: said.get(domain.id)?.confidence ?? null,
    })),
  );
};

export const practiceOf = (
  workspace: Workspace,
  { id, facts }: CertificationRecord,
): CertificationDetail['practice'] => {
  const shares = sharesOf(facts.domains);
  return latestPractice(
    resultsOf(workspace.db, id).filter(({ kind }) => kind === 'practice'),
    facts.domains.map((domain, index) => ({ id: domain.id, share: shares[index]! })),
  );
};

const hoursOf = (
  workspace: Workspace,
  { facts }: CertificationRecord,
  plan: Plan | null,
): { hoursPerWeek: number; studyHours: number } => ({
  hoursPerWeek: plan?.hoursPerWeek ?? readSettings(workspace.db).hoursPerWeek,
  studyHours: plan?.studyHours ?? STUDY_HOURS[facts.level],
});

/** The weeks until an exam that lies ahead; null without one, and once the plan is closed. */
export const studyOf = (
  workspace: Workspace,
  record: CertificationRecord,
  plan: Plan | null,
  exam: ExamDate | null,
): StudyPlan | null => {
  if (!plan || !exam || exam.daysLeft < 0 || plan.status === 'done' || plan.status === 'dropped') return null;
  const { firstDayOfWeek } = readSettings(workspace.db);
  return planStudy({
    parts: objectivesShown(workspace, record).map(({ id, name, weight, confidence }) => ({
      domain: id,
      name,
      share: weight / 100,
      confidence,
    })),
    today: workspace.moment().localDate,
    examOn: exam.local.slice(0, 10),
    firstDayOfWeek,
    ...hoursOf(workspace, record, plan),
  });
};

export const detailOf = (workspace: Workspace, record: CertificationRecord): CertificationDetail => {
  const { db } = workspace;
  const { id, own, facts } = record;
  const plan = listPlans(db).get(id) ?? null;
  const exam = plan?.exam ? examDateOf(plan.exam, workspace.moment().at) : null;
  const results = resultsOf(db, id);
  const objectives = objectivesShown(workspace, record);
  const successor =
    facts.replacedBy === null
      ? undefined
      : findCertification(db, currentId(db, 'certification', facts.replacedBy));
  const names = [...facts.skills, ...facts.domains.flatMap(({ skills }) => skills)];
  return {
    id,
    own,
    facts,
    corrected: [...record.corrected],
    unverified: [...record.unverified],
    proofs: { ...record.proofs },
    checkedOn: record.checkedOn,
    weightSum: weightSum(facts.domains),
    successor: successor ? { id: successor.id, name: successor.facts.name } : null,
    plan,
    exam,
    objectives,
    readiness: readinessOf(workspace, record),
    practice: practiceOf(workspace, record),
    rated: objectives.filter(({ confidence }) => confidence !== null).length,
    ...hoursOf(workspace, record, plan),
    study: studyOf(workspace, record, plan, exam),
    results: results.map(withoutCertification),
    retakeFrom: retakeFrom(
      results.filter(({ kind }) => kind === 'attempt'),
      facts.retakeWaitsDays,
    ),
    credentials: listCredentials(db)
      .filter(({ certification }) => certification === id)
      .map((credential) => credentialOf(workspace, credential)),
    skillNames: Object.fromEntries(liveSkills(db, names).map((skill) => [skill.id, skill.name])),
  };
};

const withoutCertification = (record: ResultRecord): ExamResult => {
  const { certification: _, ...result } = record;
  return result;
};
