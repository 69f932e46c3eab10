import { z } from 'zod';
import { id } from '../model/common.ts';
import { chooser, chooserResult, forecast, overlap, roleComparison } from '../model/plan.ts';
import { radar } from '../model/radar.ts';
import { nextStep, restingStep } from '../model/step.ts';
import { change, command, made, nothing, query, request } from './shape.ts';

const step = z.strictObject({ kind: z.enum(['learn', 'review', 'choose']), id });

/** Choosing a role, comparing roles, what to do next, what to mind, and when it may be done. */
export const plansProcedures = {
  /** The questions, with the answers of the pass that the person is in. */
  'chooser.read': query(nothing, chooser),
  /** Answers one question, or skips it with an empty list; the first answer begins a pass. */
  'chooser.answer': command(z.strictObject({ request, question: id, answers: z.array(id).max(20) }), change),
  /** Begins a new pass; the one before is kept to compare with. */
  'chooser.start': command(z.strictObject({ request }), made),
  /** What the answers come to; null before the first one. */
  'chooser.result': query(nothing, z.strictObject({ result: chooserResult.nullable() })),
  /** Marks the open topics of skills that the person said they can use as learning, up to the level they said. */
  'chooser.learn': command(z.strictObject({ request, skills: z.array(id).min(1).max(100) }), change),

  'roles.compare': query(z.strictObject({ roles: z.array(id).min(1).max(3) }), roleComparison),
  /** What each other role would cost on top of the targets, and the skills that bring most per hour. */
  'targets.overlap': query(nothing, overlap),
  /** When each of these roles may be finished, in the order asked. */
  'roles.forecast': query(
    z.strictObject({ roles: z.array(id).max(50) }),
    z.strictObject({ forecasts: z.array(forecast) }),
  ),

  /** Every step, best first, and those that were put aside. */
  'steps.list': query(nothing, z.strictObject({ steps: z.array(nextStep), resting: z.array(restingStep) })),
  /** Puts a step aside for a week or for good, or brings it back. */
  'steps.rest': command(z.strictObject({ request, step, rest: z.enum(['week', 'always', 'none']) }), change),

  'radar.read': query(nothing, radar),
  'radar.dismiss': command(z.strictObject({ request, warning: id, dismissed: z.boolean() }), change),
  'routines.answer': command(
    z.strictObject({ request, routine: id, answer: z.enum(['done', 'later', 'stop', 'resume']) }),
    change,
  ),
};
