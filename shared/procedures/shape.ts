import { z } from 'zod';
import { fraction, key, requestId } from '../model/common.ts';
import { roleFigures } from '../model/figures.ts';
import { historyTops } from '../model/history.ts';
import { skillProgress } from '../model/skill.ts';
import { topicState } from '../model/topic.ts';

export const nothing = z.strictObject({});
export const request = requestId;

/** What every command of the person answers: what moved, never the whole workspace. */
const moved = {
  /** The number of the action in the log; 0 where nothing had to change. */
  action: z.int().min(0),
  topics: z.array(z.strictObject({ id: key, state: topicState })),
  skills: z.array(z.strictObject({ id: key, progress: skillProgress })),
  /** Topics with topics below them whose leaves moved: done of countable. */
  parents: z.array(z.strictObject({ id: key, leaves: fraction })),
  /** A topic whose last open leaf was ticked just now; it can be ticked too, and is not by itself. */
  offer: z.strictObject({ id: key, text: z.string() }).nullable(),
  roles: z.array(roleFigures),
  history: historyTops,
};
export const change = z.strictObject(moved);
/** The answer of a command that makes something, with the id of what it made. */
export const made = z.strictObject({ ...moved, id: key });
export type Made = z.infer<typeof made>;
export type Change = z.infer<typeof change>;

/** A procedure that only reads, in one state of the file. */
export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
  writes: false as const,
  reads: true as const,
});
/** A procedure that needs a file that can be written. */
export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
  writes: true as const,
  reads: true as const,
});
/** A procedure that works on other files, or puts one in the place of the file that is open: that may be no good any more. */
export const action = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
  writes: false as const,
  reads: false as const,
});
