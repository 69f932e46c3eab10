import { z } from 'zod';
import { id, level, text } from '../model/common.ts';
import {
  folderLook,
  projectDetail,
  projectKind,
  projectRow,
  projectStatus,
  projectTemplate,
  projectText,
} from '../model/project.ts';
import { LENGTHS } from '../values.ts';
import { change, command, made, nothing, query, request } from './shape.ts';

const project = { request, project: id };

/** What the person built. */
export const projectsProcedures = {
  /** In the order of the board. */
  'projects.list': query(nothing, z.strictObject({ projects: z.array(projectRow) })),
  'projects.read': query(z.strictObject({ project: id }), projectDetail),
  /** Those that move the targets most first. */
  'projects.templates': query(nothing, z.strictObject({ templates: z.array(projectTemplate) })),
  /** With a template, its items and skills come with it; `chosen` are the skills for its choose-one groups. */
  'projects.create': command(
    z.strictObject({
      request,
      template: id.nullable(),
      title: text(LENGTHS.title),
      kind: projectKind,
      chosen: z
        .array(z.strictObject({ group: id, skill: id }))
        .max(20)
        .default([]),
    }),
    made,
  ),
  /** Fields that are left out stay. */
  'projects.edit': command(z.strictObject({ ...project, ...projectText.partial().shape }), change),
  /** To a status, before another project of it or to its end. Shipping sets the day of the end where there is none. */
  'projects.move': command(
    z.strictObject({ ...project, status: projectStatus, before: id.nullable() }),
    change,
  ),
  'projects.remove': command(z.strictObject(project), change),
  /** The level at which a skill is shown; null takes it out. Never above what the template states. */
  'projects.setSkill': command(z.strictObject({ ...project, skill: id, level: level.nullable() }), change),
  'projects.addItem': command(
    z.strictObject({ ...project, text: text(LENGTHS.topic), required: z.boolean().default(true) }),
    made,
  ),
  /** Ticks, or waives with a reason; fields that are left out stay. The text is changed of own items only. */
  'projects.setItem': command(
    z.strictObject({
      request,
      item: id,
      ticked: z.boolean().optional(),
      reason: text(LENGTHS.topic).nullable().optional(),
      text: text(LENGTHS.topic).optional(),
    }),
    change,
  ),
  /** Own items only; others are waived. */
  'projects.removeItem': command(z.strictObject({ request, item: id }), change),
  'projects.addPicture': command(
    z.strictObject({ ...project, upload: id, caption: text(LENGTHS.line) }),
    made,
  ),
  'projects.editPicture': command(
    z.strictObject({ request, picture: id, caption: text(LENGTHS.line) }),
    change,
  ),
  'projects.removePicture': command(z.strictObject({ request, picture: id }), change),
  /** The picture as the address of an image. */
  'projects.picture': query(z.strictObject({ picture: id }), z.strictObject({ image: z.string() })),
  /** What the finished job `look-at-folder` found that this project does not say yet. */
  'projects.look': query(z.strictObject({ project: id, job: id }), folderLook),
};
