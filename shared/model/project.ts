import { z } from 'zod';
import { LENGTHS, PROJECT_KINDS, PROJECT_STATUSES, TAGS } from '../values.ts';
import { address, fraction, freeText, key, level, localDate, text } from './common.ts';
import { pairs } from './role.ts';

export const projectKind = z.enum(PROJECT_KINDS);
export const projectStatus = z.enum(PROJECT_STATUSES);

/** What the person writes about a project. */
export const projectText = z.strictObject({
  title: text(LENGTHS.title),
  kind: projectKind,
  brief: freeText(LENGTHS.description),
  /** The person's own part in it. */
  part: freeText(LENGTHS.description),
  /** What came of it, in one sentence. */
  result: freeText(LENGTHS.line),
  repository: address.nullable(),
  demo: address.nullable(),
  /** Path of a folder on this computer. */
  folder: text(4_096).nullable(),
  startedOn: localDate.nullable(),
  finishedOn: localDate.nullable(),
  /** Private. */
  notes: freeText(LENGTHS.note),
  tags: z.array(text(TAGS.length)).max(TAGS.most),
});
export type ProjectText = z.infer<typeof projectText>;

/** A skill that something shows, and at which level. */
export const shownSkill = z.strictObject({ skill: key, name: z.string(), level });
export type ShownSkill = z.infer<typeof shownSkill>;

export const projectRow = z.strictObject({
  id: key,
  title: z.string(),
  kind: projectKind,
  status: projectStatus,
  brief: z.string(),
  startedOn: z.string().nullable(),
  finishedOn: z.string().nullable(),
  tags: z.array(z.string()),
  /** Required items that are ticked or waived, of all. */
  settled: fraction,
  /** Shipped, and every required item settled: it counts as evidence. */
  finished: z.boolean(),
  skills: z.array(shownSkill),
});
export type ProjectRow = z.infer<typeof projectRow>;

export const projectItem = z.strictObject({
  id: key,
  text: z.string(),
  /** From the template, from the list for every project, or the person's own. */
  origin: z.enum(['template', 'common', 'own']),
  /** Id in the catalogue; null for an own one. */
  source: key.nullable(),
  required: z.boolean(),
  ticked: z.boolean(),
  /** Why it is waived; null where it is not. */
  reason: z.string().nullable(),
});
export type ProjectItem = z.infer<typeof projectItem>;

/** One of a choose-one group has to be named, so that the project shows it. */
export const projectChoice = z.strictObject({
  group: key,
  title: z.string(),
  level,
  members: z.array(z.strictObject({ skill: key, name: z.string() })),
});
export type ProjectChoice = z.infer<typeof projectChoice>;

/** What something proves in a target role. Points are of *proven*, 0 to 100. */
export const proofInRole = z.strictObject({
  role: key,
  title: z.string(),
  /** What it adds, or would add once it is finished, beside all other evidence. */
  points: z.number(),
  lines: z.array(
    z.strictObject({
      skill: key,
      name: z.string(),
      /** Level that it shows, and the level that the role asks for. */
      level,
      target: level,
    }),
  ),
});
export type ProofInRole = z.infer<typeof proofInRole>;

export const projectPicture = z.strictObject({ id: key, caption: z.string() });
export type ProjectPicture = z.infer<typeof projectPicture>;

export const projectDetail = z.strictObject({
  ...projectRow.shape,
  /** Of the template that it was made from; null without one. */
  template: z.strictObject({ id: key, title: z.string(), estimatedHours: z.number() }).nullable(),
  part: z.string(),
  result: z.string(),
  repository: z.string().nullable(),
  demo: z.string().nullable(),
  folder: z.string().nullable(),
  notes: z.string(),
  items: z.array(projectItem),
  /** As `skills`, with the highest level that may be stated; null where that is the person's own word. */
  stated: z.array(z.strictObject({ ...shownSkill.shape, most: level.nullable() })),
  choices: z.array(projectChoice),
  pictures: z.array(projectPicture),
  proves: z.array(proofInRole),
  /** Experience that names it. */
  namedBy: z.array(z.strictObject({ id: key, title: z.string() })),
});
export type ProjectDetail = z.infer<typeof projectDetail>;

export const projectTemplate = z.strictObject({
  id: key,
  title: z.string(),
  brief: z.string(),
  difficulty: z.strictObject({ id: key, title: z.string(), order: z.int() }),
  estimatedHours: z.number(),
  roles: z.array(z.strictObject({ id: key, title: z.string() })),
  skills: z.array(shownSkill),
  choices: z.array(z.strictObject({ ...projectChoice.shape, best: key, pairs })),
  items: z.array(z.strictObject({ text: z.string(), required: z.boolean() })),
  common: z.array(z.string()),
  stretchGoals: z.array(z.string()),
  /** What its skills build on and is not reached yet; empty: it can be built now. */
  missing: z.array(z.strictObject({ skill: key, name: z.string() })),
  /** Points of *proven* that it would add once finished, by target role. */
  gains: z.array(z.strictObject({ role: key, title: z.string(), points: z.number() })),
  /** Own projects made from it. */
  projects: z.array(z.strictObject({ id: key, title: z.string() })),
});
export type ProjectTemplate = z.infer<typeof projectTemplate>;

/** Where something was seen in a folder. Paths are below it, with slashes. */
export const folderReason = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('files'), count: z.int().min(1), path: z.string() }),
  z.strictObject({ by: z.literal('package'), name: z.string(), path: z.string() }),
  z.strictObject({ by: z.literal('history'), commits: z.int().min(1) }),
  z.strictObject({ by: z.literal('firstCommit') }),
  z.strictObject({ by: z.literal('lastCommit') }),
  z.strictObject({ by: z.literal('remote') }),
]);
export type FolderReason = z.infer<typeof folderReason>;

/** What was found in a folder and could be said of the project, each by itself. */
export const folderFinding = z.strictObject({
  why: z.array(folderReason).min(1),
  says: z.discriminatedUnion('what', [
    z.strictObject({ what: z.literal('skill'), skill: key, name: z.string() }),
    /** A technology that no skill is called like. */
    z.strictObject({ what: z.literal('tag'), tag: z.string() }),
    z.strictObject({ what: z.literal('item'), item: key, text: z.string() }),
    z.strictObject({ what: z.literal('title'), title: z.string() }),
    z.strictObject({ what: z.literal('started'), date: localDate }),
    z.strictObject({ what: z.literal('finished'), date: localDate }),
    z.strictObject({ what: z.literal('repository'), url: z.string() }),
  ]),
});
export type FolderFinding = z.infer<typeof folderFinding>;

export const folderLook = z.strictObject({
  path: z.string(),
  files: z.int().min(0),
  /** Null where there is no history, or none that could be read. */
  commits: z.int().min(0).nullable(),
  /** Day of the last commit; null where it is not known. */
  lastOn: localDate.nullable(),
  findings: z.array(folderFinding),
  /** What could not be looked at, in words. */
  remarks: z.array(z.string()),
});
export type FolderLook = z.infer<typeof folderLook>;
