import { lastPosition, OWN_HALF_LIFE_MONTHS, ownSkillId } from '../../data/own-places.ts';
import { nextNumber, readRow, type Row } from '../../data/rows.ts';
import { skillOwnOf, skillsOfCategory } from '../../data/skills.ts';
import { AppError } from '../../shared/reply.ts';
import { act, make } from '../commands.ts';
import { existingCategory, existingSkill, ownCategory, ownSkill } from '../existing.ts';
import type { Handlers } from '../handlers.ts';
import { changeRow, flag, newId } from '../row-change.ts';

export const ownContentHandlers: Handlers<
  | 'skills.create'
  | 'skills.edit'
  | 'skills.personalise'
  | 'skills.remove'
  | 'categories.create'
  | 'categories.edit'
  | 'categories.remove'
> = {
  'skills.create': (workspace, { request, category, name, description, estimatedHours }) => {
    const { db } = workspace;
    existingCategory(db, category);
    const number = nextNumber(db, 'skill');
    const id = ownSkillId(number);
    return make(
      workspace,
      request,
      { kind: 'add-skill', subject: name, detail: null, count: 1 },
      changeRow(db, 'skill', number, {
        id,
        origin: 'user',
        category,
        position: lastPosition(db, 'skill', category) + 1,
        name,
        description,
        estimated_hours: estimatedHours,
        half_life_months: OWN_HALF_LIFE_MONTHS,
        path: '[]',
      }),
      id,
    );
  },

  'skills.edit': (workspace, { request, skill: id, category, name, description, estimatedHours }) => {
    const { db } = workspace;
    const skill = ownSkill(db, id);
    existingCategory(db, category);
    const before = readRow(db, 'skill', skill.number)!;
    const position =
      category === skill.category ? before['position']! : lastPosition(db, 'skill', category) + 1;
    return act(
      workspace,
      request,
      { kind: 'edit-skill', subject: name, detail: null, count: 1 },
      changeRow(db, 'skill', skill.number, {
        ...before,
        category,
        position,
        name,
        description,
        estimated_hours: estimatedHours,
      }),
    );
  },

  'skills.personalise': (workspace, { request, skill: id, prerequisites, ...patch }) => {
    const { db } = workspace;
    const skill = existingSkill(db, id);
    const before = skillOwnOf(db, skill.number);
    const wanted = prerequisites?.map((other) => existingSkill(db, other).number) ?? before.prerequisites;
    if (wanted.includes(skill.number)) throw new AppError('invalid', 'A skill cannot come before itself.');
    const name = patch.name === undefined ? before.name : patch.name;
    const next = {
      // The catalogue's own name is no name of one's own.
      name: name === skill.originalName ? null : name,
      hidden: patch.hidden ?? before.hidden,
      halfLifeMonths: patch.halfLifeMonths === undefined ? before.halfLifeMonths : patch.halfLifeMonths,
      aliases: [...new Set(patch.aliases ?? before.aliases)],
      prerequisites: [...new Set(wanted)],
    };
    const isPlain =
      next.name === null &&
      !next.hidden &&
      next.halfLifeMonths === null &&
      next.aliases.length === 0 &&
      next.prerequisites.length === 0;
    const row: Row = {
      name: next.name,
      hidden: flag(next.hidden),
      half_life_months: next.halfLifeMonths,
      aliases: JSON.stringify(next.aliases),
      prerequisites: JSON.stringify(next.prerequisites),
    };
    const kind = next.hidden === before.hidden ? 'edit-skill' : next.hidden ? 'hide-skill' : 'show-skill';
    return act(
      workspace,
      request,
      { kind, subject: next.name ?? skill.originalName, detail: null, count: 1 },
      changeRow(db, 'skill_own', skill.number, isPlain ? null : row),
    );
  },

  'skills.remove': (workspace, { request, skill: id }) => {
    const skill = ownSkill(workspace.db, id);
    return act(
      workspace,
      request,
      { kind: 'remove-skill', subject: skill.name, detail: null, count: 1 },
      changeRow(workspace.db, 'skill', skill.number, null),
    );
  },

  'categories.create': (workspace, { request, title }) => {
    const { db } = workspace;
    const id = newId(db, 'own-category');
    return make(
      workspace,
      request,
      { kind: 'add-category', subject: title, detail: null, count: 1 },
      changeRow(db, 'category', id, {
        origin: 'user',
        position: lastPosition(db, 'category') + 1,
        title,
        source: null,
      }),
      id,
    );
  },

  'categories.edit': (workspace, { request, category: id, title }) => {
    const { db } = workspace;
    ownCategory(db, id);
    return act(
      workspace,
      request,
      { kind: 'edit-category', subject: title, detail: null, count: 1 },
      changeRow(db, 'category', id, { ...readRow(db, 'category', id)!, title }),
    );
  },

  'categories.remove': (workspace, { request, category: id }) => {
    const { db } = workspace;
    const { title } = ownCategory(db, id);
    const skills = skillsOfCategory(db, id);
    return act(
      workspace,
      request,
      { kind: 'remove-category', subject: title, detail: null, count: Math.max(1, skills.length) },
      [
        ...skills.flatMap(({ number }) => changeRow(db, 'skill', number, null)),
        ...changeRow(db, 'category', id, null),
      ],
    );
  },
};
