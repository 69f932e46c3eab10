import type { OpenedCatalogue } from '../data/catalogue/load.ts';
import type { Catalogue } from '../data/catalogue/schema.ts';
import type { Services } from './services.ts';

/** What of the shipped catalogue is advice, and has no rows in the file: read when first asked for. */
export type Guidance = {
  readonly chooser: Catalogue['chooser'];
  readonly keepCurrent: Catalogue['reference']['keepCurrent'];
  readonly projects: Catalogue['projects'];
  readonly experienceKinds: Catalogue['reference']['experienceKinds'];
  readonly educationPaths: Catalogue['reference']['educationPaths'];
  readonly ladder: Catalogue['roles']['ladder'];
  readonly duties: Catalogue['reference']['duties'];
  readonly checklist: Catalogue['reference']['readinessChecklist'];
  readonly firstJob: Catalogue['reference']['firstJobPlan'];
  /** Skills of a role that are special topics, by role. */
  readonly niche: ReadonlyMap<string, readonly string[]>;
};

const read = new WeakMap<OpenedCatalogue, Guidance>();

export const guidanceOf = (services: Services): Guidance => {
  const catalogue = services.catalogue();
  let guidance = read.get(catalogue);
  if (!guidance) {
    const { chooser, projects, reference, roles } = catalogue.read();
    guidance = {
      chooser,
      keepCurrent: reference.keepCurrent,
      projects,
      experienceKinds: reference.experienceKinds,
      educationPaths: reference.educationPaths,
      ladder: roles.ladder,
      duties: reference.duties,
      checklist: reference.readinessChecklist,
      firstJob: reference.firstJobPlan,
      niche: new Map(roles.roles.map(({ id, nicheSkills }) => [id, nicheSkills])),
    };
    read.set(catalogue, guidance);
  }
  return guidance;
};
