import { z } from 'zod';
import { EXPERIENCE_AREAS } from '../values.ts';
import { key, storedDate } from './common.ts';

const share = z.number().min(0).max(1);
const named = z.strictObject({ id: key, name: z.string() });

/** Something of a list that the person can say they have done. */
export const doneMark = z.strictObject({
  id: key,
  text: z.string(),
  doneOn: storedDate.nullable(),
  link: z.string().nullable(),
  skills: z.array(named),
});
export type DoneMark = z.infer<typeof doneMark>;

export const roadmapStep = z.strictObject({
  id: key,
  title: z.string(),
  summary: z.string(),
  covered: share,
  proven: share,
  /** What is asked for there and is not known up to its level yet. */
  open: z.array(named),
  /** Finished projects, work and education that belong to it. */
  logged: z.array(
    z.strictObject({ kind: z.enum(['project', ...EXPERIENCE_AREAS]), id: key, title: z.string() }),
  ),
  exits: z.array(doneMark),
});
export type RoadmapStep = z.infer<typeof roadmapStep>;

export const ladderGate = z.strictObject({
  kind: z.enum(['entry', 'foundation', 'core', 'advanced', 'projects']),
  have: z.number(),
  need: z.number(),
  met: z.boolean(),
});
export type LadderGate = z.infer<typeof ladderGate>;

export const ladderStage = z.strictObject({
  id: key,
  title: z.string(),
  summary: z.string(),
  reached: z.boolean(),
  gates: z.array(ladderGate),
  /** Of the stage's own requirements; it gates nothing. */
  covered: share,
  responsibilities: z.array(z.string()),
  evidence: z.array(doneMark),
});
export type LadderStageShown = z.infer<typeof ladderStage>;

export const ladderPath = z.strictObject({
  id: key,
  title: z.string(),
  summary: z.string(),
  /** Title of the stage that it begins at. */
  from: z.string(),
  role: named.nullable(),
  /** Null where only its fields ask for anything. */
  covered: share.nullable(),
  responsibilities: z.array(z.string()),
  /** Fields of which one is chosen. */
  focus: z.array(z.strictObject({ id: key, title: z.string(), covered: share })),
});
export type LadderPath = z.infer<typeof ladderPath>;

const list = z.strictObject({ id: key, title: z.string(), items: z.array(doneMark) });

export const journey = z.strictObject({
  /** The role that ladder and duties are about. */
  role: z.strictObject({ id: key, title: z.string() }),
  roadmap: z.array(roadmapStep),
  stages: z.array(ladderStage),
  paths: z.array(ladderPath),
  /** Finished projects, which the stages count. */
  projects: z.array(z.strictObject({ id: key, title: z.string() })),
  /** Duties of every role, and those of this one. */
  duties: z.array(list),
  /** From upskilling to interviews. */
  checklist: z.array(list),
  firstJob: z.array(z.strictObject({ title: z.string(), mark: doneMark })),
});
export type Journey = z.infer<typeof journey>;
