import { z } from 'zod';
import { fraction, key, level, stage, storedDate } from './common.ts';
import { marketFact, roleRow, suggestedCertification, suggestedProject } from './role.ts';

/** A question of the chooser and what the person said to it. */
export const chooserQuestion = z.strictObject({
  id: key,
  step: z.strictObject({ title: z.string(), intro: z.string() }),
  type: z.enum(['single', 'multi']),
  text: z.string(),
  answers: z.array(
    z.strictObject({
      id: key,
      text: z.string(),
      /** Never given together with another. */
      exclusive: z.boolean(),
    }),
  ),
  /** Null while it was not reached; an empty list is a question that was skipped. */
  given: z.array(key).nullable(),
});
export type ChooserQuestion = z.infer<typeof chooserQuestion>;

export const chooser = z.strictObject({
  questions: z.array(chooserQuestion),
  /** Local date on which this pass began; null before the first answer. */
  startedOn: storedDate.nullable(),
});
export type Chooser = z.infer<typeof chooser>;

export const chooserRole = z.strictObject({
  role: key,
  title: z.string(),
  summary: z.string(),
  /** Exact percent of what the answers could have given it. */
  percent: z.number().min(0).max(100),
  /** Percent of the pass before; null without one. */
  before: z.number().min(0).max(100).nullable(),
  /** Place among the targets, from 0; null where it is none. */
  target: z.int().min(0).nullable(),
  /** Answers that moved it, the strongest first; negative ones spoke against it. */
  decided: z.array(
    z.strictObject({
      question: z.string(),
      answers: z.array(z.strictObject({ text: z.string(), why: z.string() })),
      points: z.number(),
    }),
  ),
});
export type ChooserRole = z.infer<typeof chooserRole>;

export const chooserResult = z.strictObject({
  answered: z.int().min(1),
  total: z.int().min(1),
  startedOn: storedDate,
  /** Local date of the pass before; null without one. */
  beforeOn: storedDate.nullable(),
  /** Best first. */
  roles: z.array(chooserRole),
  /** Titles that lie too near to the first to tell them apart, the first included; empty where it leads clearly. */
  close: z.array(z.string()),
  /** The role to begin with after a close call, by title. */
  beginWith: z.string(),
  /** Skills that the person said they can use, with what could be marked as learning. */
  known: z.array(z.strictObject({ skill: key, name: z.string(), level, topics: z.int().min(1) })),
});
export type ChooserResult = z.infer<typeof chooserResult>;

/** Hours as a range that says how little they are known. */
export const hoursRange = z.strictObject({ low: z.number().min(0), high: z.number().min(0) });

export const roleComparison = z.strictObject({
  roles: z.array(
    z.strictObject({
      ...roleRow.shape,
      demand: z.string(),
      longTerm: z.string(),
      usualWayIn: z.string(),
      hours: hoursRange,
      /** Requirements that are not met yet. */
      open: z.int().min(0),
      certifications: z.array(suggestedCertification),
      projects: z.array(suggestedProject),
    }),
  ),
  /** Every requirement once, those of more roles first. */
  lines: z.array(
    z.strictObject({
      key,
      title: z.string(),
      /** The skill that counts for it. */
      skill: key,
      /** By role, in the order asked; null where the role does not ask for it. */
      at: z.array(z.strictObject({ level, weight: z.int(), stage, topics: fraction }).nullable()),
    }),
  ),
  market: z.array(marketFact),
});
export type RoleComparison = z.infer<typeof roleComparison>;

/** What one more role costs on top of the targets. */
export const roleExtra = z.strictObject({
  role: key,
  title: z.string(),
  /** Names of skills that no target leaves to learn, and of those that a target asks for at a lower level. */
  more: z.array(z.string()),
  deeper: z.array(z.string()),
  hours: z.number().min(0),
  /** False: there were too many choices to try them all. */
  exact: z.boolean(),
});
export type RoleExtra = z.infer<typeof roleExtra>;

export const overlap = z.strictObject({
  targets: z.array(z.string()),
  /** Every role that is no target, the cheapest first. */
  extras: z.array(roleExtra),
  best: z.strictObject({
    skills: z.array(z.strictObject({ skill: key, name: z.string(), level, hours: z.number().min(0) })),
    /** Points of *covered* over all targets. */
    gain: z.number().min(0),
    hours: z.number().min(0),
    exact: z.boolean(),
  }),
});
export type Overlap = z.infer<typeof overlap>;

const someday = storedDate.nullable();

/** When a role's list may be finished. `planned` is where the hours that the person plans would lead; null: over ten years. */
export const forecast = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({
    kind: z.literal('too-little'),
    active: z.int().min(0),
    needed: z.int(),
    planned: someday,
    hoursLeft: z.number(),
    hoursPerWeek: z.number(),
  }),
  z.strictObject({
    kind: z.literal('range'),
    early: someday,
    late: someday,
    slow: z.number(),
    quick: z.number(),
    active: z.int(),
    weeks: z.int(),
    planned: someday,
    hoursLeft: z.number(),
    hoursPerWeek: z.number(),
    /** Counting begins here, where the person pauses until then. */
    pausedUntil: someday,
  }),
]);
export type RoleForecast = z.infer<typeof forecast>;
