import { z } from 'zod';
import { address, freeText, id, level, localDate, text } from '../model/common.ts';
import { note, noteSubject, resourceKind, reviewQueue } from '../model/learning.ts';
import { LENGTHS } from '../values.ts';
import { change, command, made, nothing, query, request } from './shape.ts';

/** What stands beside the ticks: notes, resources, evidence, reviews. */
export const learningProcedures = {
  'notes.read': query(noteSubject, note),
  /** An empty text takes the note away. With `bases`, refused where the note is none of these by now, nor the same text already. */
  'notes.set': command(
    z.strictObject({
      request,
      ...noteSubject.shape,
      text: freeText(LENGTHS.note),
      // Compared, and nothing of them kept: they are taken as they come.
      bases: z.array(z.string().max(LENGTHS.note)).max(2).optional(),
    }),
    change,
  ),
  'resources.save': command(
    z.strictObject({
      request,
      resource: id.nullable(),
      skill: id,
      title: text(LENGTHS.line),
      url: address,
      kind: resourceKind,
    }),
    made,
  ),
  'resources.setRead': command(z.strictObject({ request, resource: id, read: z.boolean() }), change),
  'resources.remove': command(z.strictObject({ request, resource: id }), change),
  /** Marks a reference of the catalogue as read, or hides it. */
  'references.set': command(
    z.strictObject({
      request,
      skill: id,
      url: z.string().max(LENGTHS.url),
      read: z.boolean().optional(),
      hidden: z.boolean().optional(),
    }),
    change,
  ),
  'evidence.save': command(
    z.strictObject({
      request,
      evidence: id.nullable(),
      skill: id,
      title: text(LENGTHS.line),
      /** With an address it is a link, without one a fact in words. */
      url: address.nullable(),
      level,
      date: localDate,
    }),
    made,
  ),
  'evidence.remove': command(z.strictObject({ request, evidence: id }), change),
  'reviews.list': query(nothing, reviewQueue),
  /** What the person says when a skill comes up: still known, not now, or the done topics that need work. */
  'reviews.answer': command(
    z.strictObject({
      request,
      skill: id,
      answer: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('known') }),
        z.strictObject({ kind: z.literal('later') }),
        z.strictObject({ kind: z.literal('work'), topics: z.array(id).min(1).max(1_000) }),
      ]),
    }),
    change,
  ),
};
