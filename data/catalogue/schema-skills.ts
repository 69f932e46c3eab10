import { z } from 'zod';
import { id, level } from '../../shared/model/common.ts';
import { header, httpsUrl, item, order, text } from './schema-common.ts';

const category = z.strictObject({ ...item, order, title: text });

const topic = z.strictObject({ ...item, level, text });

const skill = z.strictObject({
  ...item,
  name: text,
  category: id,
  description: text,
  /** Words of job ads that mean this skill; one word may stand for several skills. */
  aliases: z.array(text),
  prerequisites: z.array(id),
  /** Rough hours from nothing to level 3. */
  estimatedHours: z.number().positive(),
  freshnessHalfLifeMonths: z.number().positive(),
  topics: z.array(topic).min(1),
  references: z.array(z.strictObject({ title: text, url: httpsUrl })).min(1),
});

export const skillsFile = z.strictObject({
  ...header,
  levelRule: text,
  prerequisitesMeaning: text,
  aliasMatching: text,
  exactCaseTerms: z.array(text),
  contextTerms: z.array(text),
  topicIds: text,
  hoursMeaning: text,
  freshnessMeaning: text,
  categories: z.array(category),
  skills: z.array(skill),
});
