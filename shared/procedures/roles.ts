import { z } from 'zod';
import { freeText, id, text } from '../model/common.ts';
import { bar } from '../model/figures.ts';
import { choiceGroup, comparedLine, ownRole } from '../model/own.ts';
import { ledger, roleDetail, roleRow, target } from '../model/role.ts';
import { LENGTHS } from '../values.ts';
import { change, command, made, nothing, query, request } from './shape.ts';

/** Roles, targets and choose-one groups. */
export const rolesProcedures = {
  'roles.list': query(nothing, z.strictObject({ roles: z.array(roleRow) })),
  'roles.read': query(z.strictObject({ role: id }), roleDetail),
  /** Line by line, why one of the three bars of a role is what it is. */
  'roles.ledger': query(z.strictObject({ role: id, bar }), ledger),
  'targets.list': query(nothing, z.strictObject({ targets: z.array(target) })),
  /** Replaces the whole ordered list, so that adding, removing, moving and dating are one command. */
  'targets.set': command(z.strictObject({ request, targets: z.array(target).max(50) }), change),
  /** Fixes the member of a choose-one group that counts, in every role; null lets the best one count again. */
  'groups.fix': command(z.strictObject({ request, group: id, skill: id.nullable() }), change),
  /** Every choose-one group that a role can ask for. */
  'groups.list': query(nothing, z.strictObject({ groups: z.array(choiceGroup) })),
  'groups.save': command(
    z.strictObject({
      request,
      /** Null for a new one. */
      group: id.nullable(),
      title: text(LENGTHS.line),
      note: freeText(LENGTHS.description),
      members: z.array(id).min(2).max(50),
    }),
    made,
  ),
  'groups.remove': command(z.strictObject({ request, group: id }), change),
  /** The lines that a role made from this one of the catalogue begins with; nothing is made yet. */
  'roles.fork': query(z.strictObject({ role: id }), z.strictObject({ lines: z.array(comparedLine) })),
  /** Makes or changes a role of the person's own. */
  'roles.save': command(z.strictObject({ request, role: id.nullable(), ...ownRole.shape }), made),
  'roles.remove': command(z.strictObject({ request, role: id }), change),
};
