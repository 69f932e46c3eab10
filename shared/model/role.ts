import { z } from 'zod';
import { fraction, id, level, link, localDate, reachedLevel, stage } from './common.ts';
import { figures } from './figures.ts';
import { evidence } from './learning.ts';
import { comparedLine } from './own.ts';

export const target = z.strictObject({ role: id, date: localDate.nullable() });
/** A role that the person works towards; the order of the list is the person's own. */
export type Target = z.infer<typeof target>;

/** A skill that could stand for a choose-one group, with its own count at the level asked for. */
export const member = z.strictObject({
  skill: id,
  name: z.string(),
  topics: fraction,
  /** It is the one that counts now. */
  counts: z.boolean(),
});
export type Member = z.infer<typeof member>;

/** Members that go with a member of another group: the frameworks of a language. */
export const pairs = z.array(z.strictObject({ given: id, members: z.array(id) }));

export const groupChoice = z.strictObject({
  id,
  title: z.string(),
  note: z.string().nullable(),
  /** The member that the person fixed; null while the best one counts. */
  fixed: id.nullable(),
  members: z.array(member),
  pairs,
});
export type GroupChoice = z.infer<typeof groupChoice>;

const need = {
  /** The skill asked for, or the member of the group that counts. */
  skill: id,
  title: z.string(),
  level,
  topics: fraction,
  group: groupChoice.nullable(),
  /** Every topic of it is skipped: it stands outside the sums. */
  waived: z.boolean(),
};

export const entryItem = z.strictObject(need);
export type EntryItem = z.infer<typeof entryItem>;

/** Points are tenths of a percent, so that lines, stages and the total add up exactly. */
const tenths = z.int().min(0).max(1000);

export const ledgerLine = z.strictObject({
  ...need,
  weight: z.int().min(1).max(5),
  stage,
  points: tenths,
  of: tenths,
  /** Best level that any evidence shows; *proven* measures it against `level`. */
  evidence: reachedLevel,
  /** What that evidence is, best first, and how many pieces are left out. Only of the bar *proven*, and of lines in the sums. */
  proof: z.strictObject({ pieces: z.array(evidence), more: z.int().min(0) }).nullable(),
  /** Last day of practice and the months in which it counts half; *fresh* is made of them. */
  practisedOn: localDate.nullable(),
  halfLifeMonths: z.number().positive(),
});
export type LedgerLine = z.infer<typeof ledgerLine>;

export const ledgerStage = z.strictObject({ stage, points: tenths, of: tenths, lines: z.array(ledgerLine) });
export type LedgerStage = z.infer<typeof ledgerStage>;

/** Why a bar is what it is. `total` is null for *fresh* while nothing is covered. */
export const ledger = z.strictObject({ total: tenths.nullable(), stages: z.array(ledgerStage) });
export type Ledger = z.infer<typeof ledger>;

export const roleRow = z.strictObject({
  id,
  title: z.string(),
  summary: z.string(),
  figures,
  entry: fraction,
  /** Place among the targets, from 0; null where it is none. */
  target: z.int().min(0).nullable(),
  /** The person's own role. */
  own: z.boolean(),
});
export type RoleRow = z.infer<typeof roleRow>;

export const marketFact = z.strictObject({
  text: z.string(),
  /** What kind of statement it is, for instance a claim that was not verified. */
  status: z.string(),
  /** Who said it, in words. */
  source: z.string(),
  url: z.url().nullable(),
  /** Day on which the catalogue looked. */
  checkedOn: localDate,
});
export type MarketFact = z.infer<typeof marketFact>;

export const suggestedCertification = z.strictObject({
  id,
  name: z.string(),
  issuer: z.string(),
  status: z.enum(['active', 'retiring', 'retired']),
  link,
});
export type SuggestedCertification = z.infer<typeof suggestedCertification>;

export const suggestedProject = z.strictObject({
  id,
  title: z.string(),
  brief: z.string(),
  difficulty: z.string(),
  estimatedHours: z.number(),
});
export type SuggestedProject = z.infer<typeof suggestedProject>;

export const roleDetail = z.strictObject({
  ...roleRow.shape,
  aliases: z.array(z.string()),
  duties: z.array(z.string()),
  demand: z.string(),
  longTerm: z.string(),
  entrySummary: z.string(),
  usualWayIn: z.string(),
  entryList: z.array(entryItem),
  certifications: z.array(suggestedCertification),
  projects: z.array(suggestedProject),
  market: z.array(marketFact),
  /** Career guides behind the entry, by publisher and date. */
  guides: z.array(z.string()),
  /** For an own role: what it was made from, and its lines beside the original's. */
  changes: z
    .strictObject({
      base: z.strictObject({ id, title: z.string() }).nullable(),
      lines: z.array(comparedLine),
    })
    .nullable(),
});
export type RoleDetail = z.infer<typeof roleDetail>;
