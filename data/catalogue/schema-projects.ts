import { z } from 'zod';
import { id } from '../../shared/model/common.ts';
import { groupLine, header, item, order, skillLine, text } from './schema-common.ts';

const project = z.strictObject({
  ...item,
  title: text,
  brief: text,
  difficulty: id,
  estimatedHours: z.number().positive(),
  roles: z.array(id).min(1),
  skills: z.array(skillLine),
  groups: z.array(groupLine).optional(),
  definitionOfDone: z.array(z.strictObject({ ...item, text, required: z.boolean() })).min(1),
  stretchGoals: z.array(text),
  /** Which items of the common definition of done belong to this project. */
  commonItems: z.array(id),
});

export const projectsFile = z.strictObject({
  ...header,
  difficulties: z.array(z.strictObject({ ...item, order, title: text })),
  note: text,
  commonDefinitionOfDone: z.array(z.strictObject({ ...item, text })),
  experienceLinks: z.array(text),
  projects: z.array(project),
});
