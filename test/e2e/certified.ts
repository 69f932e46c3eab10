import { newRequest, type TestClock, type TestCore } from '../helpers/test-core.ts';
import { dateOfDay, epochDay } from '../../shared/rules/days.ts';
import { believable } from './profile.ts';

/** Somebody who booked one exam, let a plan for a retired one lie, and holds a certificate that is due for renewal. */
export const certified = (core: TestCore, clock: TestClock): void => {
  believable(core, clock);
  const request = newRequest;
  const { date } = core.call('today.read', {});
  const inDays = (days: number): string => dateOfDay(epochDay(date) + days);
  const plan = { online: false, place: 'Test centre, Berlin', hoursPerWeek: 6, studyHours: 60 };
  core.call('certifications.plan', {
    request: request(),
    certification: 'aws-developer-associate',
    plan: {
      ...plan,
      status: 'booked',
      exam: { local: `${inDays(47)}T09:00`, zone: 'Europe/Berlin', later: false },
    },
  });
  const rated = { development: 2, security: 0, deployment: 1, troubleshooting: 3 } as const;
  for (const [domain, confidence] of Object.entries(rated))
    core.call('objectives.rate', {
      request: request(),
      certification: 'aws-developer-associate',
      domain,
      confidence,
    });
  for (const [daysAgo, score] of [
    [30, 52],
    [12, 61],
  ] as const)
    core.call('results.save', {
      request: request(),
      result: null,
      certification: 'aws-developer-associate',
      kind: 'practice',
      takenOn: inDays(-daysAgo),
      title: 'Mock exam',
      score,
      domains: { security: score - 20, deployment: score },
      outcome: null,
      resultOn: null,
    });
  core.call('certifications.plan', {
    request: request(),
    certification: 'microsoft-azure-developer',
    plan: { ...plan, status: 'studying', exam: null },
  });
  core.call('credentials.save', {
    request: request(),
    credential: null,
    certification: 'terraform-associate',
    title: 'HashiCorp Certified: Terraform Associate',
    issuer: 'HashiCorp',
    issuedOn: inDays(-650),
    expiresOn: inDays(80),
    number: 'TF-2024-118',
    url: 'https://www.credly.com/badges/example',
    skills: [{ skill: 'infrastructure-as-code', level: 2 }],
  });
};
