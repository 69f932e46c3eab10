import type { z } from 'zod';
import { appProcedures } from './procedures/app.ts';
import { certificationsProcedures } from './procedures/certifications.ts';
import { backupsProcedures } from './procedures/backups.ts';
import { filesProcedures } from './procedures/files.ts';
import { experienceProcedures } from './procedures/experience.ts';
import { historyProcedures } from './procedures/history.ts';
import { insightsProcedures } from './procedures/insights.ts';
import { jobsProcedures } from './procedures/jobs.ts';
import { journeyProcedures } from './procedures/journey.ts';
import { learningProcedures } from './procedures/learning.ts';
import { listsProcedures } from './procedures/lists.ts';
import { plansProcedures } from './procedures/plans.ts';
import { portfolioProcedures } from './procedures/portfolio.ts';
import { projectsProcedures } from './procedures/projects.ts';
import { readingProcedures } from './procedures/reading.ts';
import { rolesProcedures } from './procedures/roles.ts';
import { searchProcedures } from './procedures/search.ts';
import { skillsProcedures } from './procedures/skills.ts';
import { topicsProcedures } from './procedures/topics.ts';

export type { Change, Made } from './procedures/shape.ts';

/**
 * Everything that can be asked. Keys are `noun.verb`; one argument, one result, JSON values only. `writes` says whether the
 * call needs a file that can be written. The procedures of a noun stand together in `procedures/`.
 */
export const contract = {
  ...appProcedures,
  ...rolesProcedures,
  ...skillsProcedures,
  ...topicsProcedures,
  ...learningProcedures,
  ...plansProcedures,
  ...certificationsProcedures,
  ...searchProcedures,
  ...historyProcedures,
  ...insightsProcedures,
  ...readingProcedures,
  ...journeyProcedures,
  ...listsProcedures,
  ...jobsProcedures,
  ...backupsProcedures,
  ...filesProcedures,
  ...projectsProcedures,
  ...experienceProcedures,
  ...portfolioProcedures,
};

export type Contract = typeof contract;
export type Procedure = keyof Contract;
/** What a caller sends; fields with a default may be left out. */
export type Input<P extends Procedure> = z.input<Contract[P]['input']>;
/** What a handler receives: checked, defaults filled in. */
export type Parsed<P extends Procedure> = z.output<Contract[P]['input']>;
export type Output<P extends Procedure> = z.output<Contract[P]['output']>;

/** Procedures that write; a read-only file refuses them. */
export type Command = { [P in Procedure]: Contract[P]['writes'] extends true ? P : never }[Procedure];
