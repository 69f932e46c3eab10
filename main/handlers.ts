import type { Output, Parsed, Procedure } from '../shared/contract.ts';
import { appHandlers } from './handlers/app.ts';
import { certificationHandlers } from './handlers/certifications.ts';
import { credentialHandlers } from './handlers/credentials.ts';
import { backupHandlers } from './handlers/backups.ts';
import { fileHandlers } from './handlers/files.ts';
import { experienceHandlers } from './handlers/experience.ts';
import { historyHandlers } from './handlers/history.ts';
import { insightsHandlers } from './handlers/insights.ts';
import { jobHandlers } from './handlers/jobs.ts';
import { journeyHandlers } from './handlers/journey.ts';
import { learningHandlers } from './handlers/learning.ts';
import { listHandlers } from './handlers/lists.ts';
import { ownContentHandlers } from './handlers/own-content.ts';
import { ownRoleHandlers } from './handlers/own-roles.ts';
import { chooserHandlers } from './handlers/chooser.ts';
import { planHandlers } from './handlers/plans.ts';
import { radarHandlers } from './handlers/radar.ts';
import { filterHandlers } from './handlers/filters.ts';
import { folderHandlers } from './handlers/folders.ts';
import { portfolioHandlers } from './handlers/portfolio.ts';
import { projectPartHandlers } from './handlers/project-parts.ts';
import { projectHandlers } from './handlers/projects.ts';
import { readingHandlers } from './handlers/reading.ts';
import { reviewHandlers } from './handlers/reviews.ts';
import { roleHandlers } from './handlers/roles.ts';
import { searchHandlers } from './handlers/search.ts';
import { skillHandlers } from './handlers/skills.ts';
import { targetHandlers } from './handlers/targets.ts';
import { todayHandlers } from './handlers/today.ts';
import { topicContentHandlers } from './handlers/topic-content.ts';
import { topicHandlers } from './handlers/topics.ts';
import type { Services } from './services.ts';
import type { Workspace } from './workspace.ts';

/** Handlers are synchronous: load, ask a pure rule, save, answer. The router wraps each in one transaction. */
export type Handler<P extends Procedure> = (
  workspace: Workspace,
  input: Parsed<P>,
  services: Services,
) => Output<P>;

export type Handlers<P extends Procedure = Procedure> = { readonly [K in P]: Handler<K> };

/** One handler for every procedure of the contract; a missing one does not compile. */
export const handlers: Handlers = {
  ...appHandlers,
  ...todayHandlers,
  ...roleHandlers,
  ...targetHandlers,
  ...skillHandlers,
  ...ownContentHandlers,
  ...topicHandlers,
  ...topicContentHandlers,
  ...ownRoleHandlers,
  ...learningHandlers,
  ...reviewHandlers,
  ...chooserHandlers,
  ...planHandlers,
  ...radarHandlers,
  ...certificationHandlers,
  ...credentialHandlers,
  ...searchHandlers,
  ...filterHandlers,
  ...listHandlers,
  ...jobHandlers,
  ...backupHandlers,
  ...fileHandlers,
  ...historyHandlers,
  ...insightsHandlers,
  ...projectHandlers,
  ...projectPartHandlers,
  ...folderHandlers,
  ...experienceHandlers,
  ...portfolioHandlers,
  ...readingHandlers,
  ...journeyHandlers,
};
