import { z } from 'zod';
import { id, key, level, page, requestId, text } from './model/common.ts';
import { bar, roleFigures } from './model/figures.ts';
import { historyTops } from './model/history.ts';
import { ledger, roleDetail, roleRow, target } from './model/role.ts';
import { settings } from './model/settings.ts';
import { category, skillDetail, skillProgress, skillRow } from './model/skill.ts';
import { today } from './model/today.ts';
import { topic, topicState, topicStatus } from './model/topic.ts';

const nothing = z.strictObject({});
const request = requestId;

/** What every command of the person answers: what moved, never the whole workspace. */
const moved = {
  /** The number of the action in the log; 0 where nothing had to change. */
  action: z.int().min(0),
  topics: z.array(z.strictObject({ id: key, state: topicState })),
  skills: z.array(z.strictObject({ id: key, progress: skillProgress })),
  roles: z.array(roleFigures),
  history: historyTops,
};
const change = z.strictObject(moved);
export type Change = z.infer<typeof change>;

const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
  writes: false as const,
});
const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
  writes: true as const,
});

/**
 * Everything that can be asked. Keys are `noun.verb`; one argument, one result, JSON values only.
 * `writes` says whether the call needs a file that can be written.
 */
export const contract = {
  /** What the shell shows on every screen. */
  'app.read': query(
    nothing,
    z.strictObject({
      settings,
      /** Every role with its figures; `target` is its place among the targets, from 0. */
      roles: z.array(
        z.strictObject({ ...roleFigures.shape, title: z.string(), target: z.int().min(0).nullable() }),
      ),
      history: historyTops,
      /** Nobody chose a target, ticked a topic or passed the first-run screen yet. */
      firstRun: z.boolean(),
      /** Why nothing can be written just now, in words; null when all is well. */
      readOnly: z.string().nullable(),
      /** Where the one file is. */
      file: z.string(),
      version: z.string(),
    }),
  ),
  'today.read': query(nothing, today),

  'roles.list': query(nothing, z.strictObject({ roles: z.array(roleRow) })),
  'roles.read': query(z.strictObject({ role: id }), roleDetail),
  /** Line by line, why one of the three bars of a role is what it is. */
  'roles.ledger': query(z.strictObject({ role: id, bar }), ledger),

  'targets.list': query(nothing, z.strictObject({ targets: z.array(target) })),
  /** Replaces the whole ordered list, so that adding, removing, moving and dating are one command. */
  'targets.set': command(z.strictObject({ request, targets: z.array(target).max(50) }), change),

  /** Fixes the member of a choose-one group that counts, in every role; null lets the best one count again. */
  'groups.fix': command(z.strictObject({ request, group: id, skill: id.nullable() }), change),

  'skills.categories': query(nothing, z.strictObject({ categories: z.array(category) })),
  'skills.list': query(
    z.strictObject({ category: id, ...page }),
    z.strictObject({ skills: z.array(skillRow), total: z.int().min(0) }),
  ),
  'skills.read': query(z.strictObject({ skill: id }), skillDetail),
  /** "I know this already": sets every topic of the skill that is not skipped to done, up to `level` where one is given. */
  'skills.know': command(z.strictObject({ request, skill: id, level: level.nullable() }), change),

  /** Topics of a skill by level, then in the order of the file. */
  'topics.list': query(
    z.strictObject({ skill: id, ...page }),
    z.strictObject({ topics: z.array(topic), total: z.int().min(0) }),
  ),
  'topics.setStatus': command(
    z.strictObject({
      request,
      topic: id,
      status: topicStatus,
      /** Only for `skipped`. */
      reason: text(500).nullable().default(null),
    }),
    change,
  ),

  /** Takes back the newest action. `action` is the one that the person saw named; another one on top is a conflict. */
  'history.undo': command(z.strictObject({ request, action: z.int().positive() }), change),
  'history.redo': command(z.strictObject({ request, action: z.int().positive() }), change),

  'settings.set': command(settings.partial(), settings),
};

export type Contract = typeof contract;
export type Procedure = keyof Contract;
/** What a caller sends; fields with a default may be left out. */
export type Input<P extends Procedure> = z.input<Contract[P]['input']>;
/** What a handler receives: checked, defaults filled in. */
export type Parsed<P extends Procedure> = z.output<Contract[P]['input']>;
export type Output<P extends Procedure> = z.output<Contract[P]['output']>;

/** Procedures that write; a read-only file refuses them. */
export type Command = { [P in Procedure]: Contract[P]['writes'] extends true ? P : never }[Procedure];
