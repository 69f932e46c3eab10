import { z } from 'zod';
import { freeText, id, key, level, page, text } from '../model/common.ts';
import { skillOwn } from '../model/own.ts';
import { skillFilter } from '../model/search.ts';
import { category, skillDetail, skillRow } from '../model/skill.ts';
import { LENGTHS } from '../values.ts';
import { change, command, made, nothing, query, request } from './shape.ts';

/** Skills and their categories. */
export const skillsProcedures = {
  /** The categories with their counts; with a filter, counts of what it keeps, and only categories that hold any. */
  'skills.categories': query(
    z.strictObject({ filter: skillFilter.optional() }),
    z.strictObject({ categories: z.array(category) }),
  ),
  'skills.list': query(
    z.strictObject({ category: id, filter: skillFilter.optional(), ...page }),
    z.strictObject({ skills: z.array(skillRow), total: z.int().min(0) }),
  ),
  'skills.read': query(z.strictObject({ skill: id }), skillDetail),
  /** Ids and names of all skills, hidden ones left out: to choose from. */
  'skills.names': query(
    nothing,
    z.strictObject({ skills: z.array(z.strictObject({ id: key, name: z.string() })) }),
  ),
  /** "I know this already": sets every topic of the skill that is not skipped to done, up to `level` where one is given. */
  'skills.know': command(z.strictObject({ request, skill: id, level: level.nullable() }), change),
  /** The same for several skills in one step. */
  'skills.knowMany': command(
    z.strictObject({
      request,
      skills: z
        .array(z.strictObject({ skill: id, level }))
        .min(1)
        .max(500),
    }),
    change,
  ),
  'skills.create': command(
    z.strictObject({
      request,
      category: id,
      name: text(LENGTHS.line),
      description: freeText(LENGTHS.description).default(''),
      estimatedHours: z.number().min(0).max(10_000).default(0),
    }),
    made,
  ),
  /** Only of an own skill. */
  'skills.edit': command(
    z.strictObject({
      request,
      skill: id,
      category: id,
      name: text(LENGTHS.line),
      description: freeText(LENGTHS.description),
      estimatedHours: z.number().min(0).max(10_000),
    }),
    change,
  ),
  /** What the person changes about any skill for themselves; fields that are left out stay. */
  'skills.personalise': command(z.strictObject({ request, skill: id, ...skillOwn.partial().shape }), change),
  /** Only of an own skill; its topics go with it. */
  'skills.remove': command(z.strictObject({ request, skill: id }), change),
  'categories.create': command(z.strictObject({ request, title: text(LENGTHS.line) }), made),
  /** Only of an own category, like removing it; its skills go with it. */
  'categories.edit': command(z.strictObject({ request, category: id, title: text(LENGTHS.line) }), change),
  'categories.remove': command(z.strictObject({ request, category: id }), change),
  /** "I know this already" for every skill of a category. */
  'categories.know': command(z.strictObject({ request, category: id }), change),
};
