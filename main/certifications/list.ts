import { listCertifications, listCredentials, listPlans } from '../../data/certifications.ts';
import { certificationsOf } from '../../data/roles.ts';
import type { CertificationRow } from '../../shared/model/certification.ts';
import type { CredentialState } from '../../shared/model/credential.ts';
import { standingOf } from '../../shared/rules/certification.ts';
import { examDateOf } from '../exam-time.ts';
import type { Workspace } from '../workspace.ts';
import { practiceOf, readinessOf } from './detail.ts';

/** What lasts longest first: that is the state that counts where there are several. */
const ORDER: readonly CredentialState[] = ['lasting', 'valid', 'renewal due', 'expired'];

export const certificationRows = (workspace: Workspace): CertificationRow[] => {
  const { db } = workspace;
  const { at, localDate } = workspace.moment();
  const plans = listPlans(db);
  const credentials = Map.groupBy(listCredentials(db), ({ certification }) => certification);
  const wanted = workspace.targets().map(({ role }) => {
    const { id, title, own } = workspace.roles().find((candidate) => candidate.id === role)!;
    return { title, named: new Set(certificationsOf(db, own?.base ?? id).map((item) => item.id)) };
  });
  return listCertifications(db).map((record) => {
    const { id, facts } = record;
    const plan = plans.get(id);
    const states = (credentials.get(id) ?? []).map(
      ({ expiresOn }) => standingOf(expiresOn, facts.renewalOpensDays, localDate).state,
    );
    return {
      id,
      name: facts.name,
      issuer: facts.issuer,
      code: facts.code,
      level: facts.level,
      status: facts.status,
      own: record.own,
      corrected: record.corrected.length > 0,
      guides: record.guides,
      plan: plan?.status ?? null,
      exam: plan?.exam ? examDateOf(plan.exam, at) : null,
      readiness: readinessOf(workspace, record),
      practice: practiceOf(workspace, record),
      credential: ORDER.find((state) => states.includes(state)) ?? null,
      fits: wanted.filter(({ named }) => named.has(id)).map(({ title }) => title),
    };
  });
};
