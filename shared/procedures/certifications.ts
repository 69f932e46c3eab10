import { z } from 'zod';
import { badge } from '../model/badge.ts';
import { aheadItem, certificationDetail, certificationRow } from '../model/certification.ts';
import { certificationFactsInput } from '../model/certification-facts.ts';
import { plan } from '../model/certification-plan.ts';
import { credential, credentialInput } from '../model/credential.ts';
import { resultInput } from '../model/exam-result.ts';
import { id } from '../model/common.ts';
import { CONFIDENCES } from '../values.ts';
import { change, command, made, nothing, query, request } from './shape.ts';

/** Exams: what is known of them, the plan towards one, tries, and what was earned. */
export const certificationsProcedures = {
  'certifications.list': query(nothing, z.strictObject({ certifications: z.array(certificationRow) })),
  'certifications.read': query(z.strictObject({ certification: id }), certificationDetail),
  /** Makes an own one where `certification` is null; else the facts that differ are kept as the person's corrections. */
  'certifications.save': command(
    z.strictObject({ request, certification: id.nullable(), facts: certificationFactsInput }),
    made,
  ),
  /** Removes an own one; of one of the catalogue, takes back all corrections. */
  'certifications.reset': command(z.strictObject({ request, certification: id }), change),
  /** Null takes the plan away. */
  'certifications.plan': command(
    z.strictObject({ request, certification: id, plan: plan.nullable() }),
    change,
  ),
  /** Takes the plan of a retired one over to its successor, with the confidence in parts of the same name. */
  'certifications.move': command(z.strictObject({ request, certification: id }), made),
  'objectives.rate': command(
    z.strictObject({
      request,
      certification: id,
      domain: id,
      confidence: z.literal(CONFIDENCES).nullable(),
    }),
    change,
  ),
  /** The skills that the person ties to a part themselves, beside those of the facts. */
  'objectives.link': command(
    z.strictObject({ request, certification: id, domain: id, skills: z.array(id).max(50) }),
    change,
  ),
  'results.save': command(
    z.strictObject({
      request,
      result: id.nullable(),
      certification: id,
      ...resultInput.shape,
      /** Of a passed attempt: adds the credential and closes the plan in the same step. */
      earn: z.boolean().default(false),
    }),
    made,
  ),
  'results.remove': command(z.strictObject({ request, result: id }), change),
  'credentials.list': query(nothing, z.strictObject({ credentials: z.array(credential) })),
  'credentials.save': command(
    z.strictObject({
      request,
      credential: id.nullable(),
      ...credentialInput.shape,
      /** A file that was handed over, to be kept with it; left out, the present one stays; null takes it away. */
      file: z
        .strictObject({ upload: id, name: z.string().min(1).max(255) })
        .nullable()
        .optional(),
    }),
    made,
  ),
  'credentials.remove': command(z.strictObject({ request, credential: id }), change),
  /** The file that is kept with a credential, as base64. */
  'credentials.file': query(
    z.strictObject({ credential: id }),
    z.strictObject({ fileName: z.string(), base64: z.string() }),
  ),
  /** What a finished job of kind `read-badge` found. */
  'badges.read': query(
    z.strictObject({ job: id }),
    z.strictObject({ fileName: z.string(), badges: z.array(badge), skipped: z.array(z.string()) }),
  ),
  /** Makes a credential of a badge that was read; the file is kept with it. */
  'badges.keep': command(
    z.strictObject({ request, job: id, badge: z.int().min(0), ...credentialInput.shape }),
    made,
  ),
  /** Exams, renewals and results that lie ahead, the nearest first. */
  'certifications.ahead': query(nothing, z.strictObject({ items: z.array(aheadItem) })),
  /**
   * Exams, study weeks, renewals and reviews as an iCalendar file. What an earlier file held and is not planned any more is
   * called off in it.
   */
  'calendar.export': command(
    z.strictObject({
      exams: z.boolean(),
      study: z.boolean(),
      renewals: z.boolean(),
      reviews: z.boolean(),
    }),
    z.strictObject({ fileName: z.string(), text: z.string(), events: z.int(), cancelled: z.int() }),
  ),
};
