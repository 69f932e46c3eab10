import { z } from 'zod';

/** Stable key of an item, kept for ever: `git`, `git.01`, `api-developer`. */
export const id = z.string().min(1).max(200);

/** Client-made id of one writing call (UUIDv7). A repeat of it writes nothing. */
export const requestId = z.uuidv7();

/** A day on the person's own calendar, `2026-11-24`. */
export const localDate = z.iso.date();

export const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
/** 1 aware, 2 working, 3 proficient, 4 expert. */
export type Level = z.infer<typeof level>;
export const LEVELS: readonly Level[] = [1, 2, 3, 4];

/** A level or 0, "not started". */
export const reachedLevel = z.union([z.literal(0), level]);
export type ReachedLevel = z.infer<typeof reachedLevel>;

export const stage = z.enum(['foundation', 'core', 'advanced']);
/** The part of a role in which a requirement stands. */
export type Stage = z.infer<typeof stage>;
export const STAGES: readonly Stage[] = stage.options;

/** Part of a longer list: rows `offset` to `offset + limit`. */
export const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(200) };

/** `done` of `total` countable topics. */
export const fraction = z.strictObject({ done: z.int().min(0), total: z.int().min(0) });
export type Fraction = z.infer<typeof fraction>;
