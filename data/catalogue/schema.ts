import { z } from 'zod';
import { certificationsFile } from './schema-certifications.ts';
import { chooserFile } from './schema-chooser.ts';
import { projectsFile } from './schema-projects.ts';
import { referenceFile } from './schema-reference.ts';
import { rolesFile } from './schema-roles.ts';
import { skillsFile } from './schema-skills.ts';

/** The six YAML files of the catalogue, by name and shape; unknown keys are refused. */
export const catalogueFiles = z.strictObject({
  skills: skillsFile,
  roles: rolesFile,
  certifications: certificationsFile,
  projects: projectsFile,
  chooser: chooserFile,
  reference: referenceFile,
});

type Files = z.infer<typeof catalogueFiles>;
type DeepReadonly<T> = { readonly [K in keyof T]: DeepReadonly<T[K]> };

/** The whole catalogue as compiled: one section per file, in the words of the file, under one common date. */
export type Catalogue = DeepReadonly<
  { compiledOn: string } & { [Name in keyof Files]: Omit<Files[Name], 'version' | 'compiledOn'> }
>;

export type CatalogueSkill = Catalogue['skills']['skills'][number];
export type CatalogueTopic = CatalogueSkill['topics'][number];
export type CatalogueGroup = Catalogue['roles']['groups'][number];
export type CatalogueRole = Catalogue['roles']['roles'][number];
export type CatalogueRequirement = CatalogueRole['requirements'][number];
export type CatalogueCertification = Catalogue['certifications']['certifications'][number];
export type CatalogueProject = Catalogue['projects']['projects'][number];
export type CatalogueQuestion = Catalogue['chooser']['questions'][number];
export type MistakeRule = Catalogue['chooser']['rules']['list'][number];
