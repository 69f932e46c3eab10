import { z } from 'zod';
import { id } from '../model/common.ts';
import { experience, experienceKind, experienceText } from '../model/experience.ts';
import { change, command, made, nothing, query, request } from './shape.ts';

/** What the person did and learned. */
export const experienceProcedures = {
  /** The newest first; courses after the education that they are part of. */
  'experience.list': query(
    nothing,
    z.strictObject({
      entries: z.array(experience),
      kinds: z.strictObject({ work: z.array(experienceKind), education: z.array(experienceKind) }),
    }),
  ),
  'experience.save': command(
    z.strictObject({ request, experience: id.nullable(), ...experienceText.shape }),
    made,
  ),
  /** The courses of an education go with it. */
  'experience.remove': command(z.strictObject({ request, experience: id }), change),
};
