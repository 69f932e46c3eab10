import { LEVELS } from '../../shared/values.ts';
import {
  findCategory,
  findSkill,
  listCategories,
  pageOfSkills,
  prerequisitesOf,
  referencesOf,
  skillNumbersByCategory,
} from '../../data/skills.ts';

import type { LevelCount, RoleNeed } from '../../shared/model/skill.ts';
import { AppError } from '../../shared/reply.ts';
import { countsUpTo, type SkillTally } from '../../shared/rules/tally.ts';
import type { Handlers } from '../handlers.ts';
import { skillRow } from '../progress.ts';
import type { Workspace } from '../workspace.ts';

export const skillHandlers: Handlers<'skills.categories' | 'skills.list' | 'skills.read'> = {
  'skills.categories': (workspace) => {
    const numbers = skillNumbersByCategory(workspace.db);
    return {
      categories: listCategories(workspace.db).map((category) => {
        const counts = (numbers.get(category.id) ?? []).map((number) =>
          countsUpTo(workspace.counters.tally(number), 4),
        );
        const topics = {
          done: counts.reduce((sum, { done }) => sum + done, 0),
          total: counts.reduce((sum, { total }) => sum + total, 0),
        };
        return { ...category, topics };
      }),
    };
  },

  'skills.list': (workspace, { category, offset, limit }) => {
    const record = findCategory(workspace.db, category);
    if (!record) throw new AppError('not_found', 'This category does not exist any more.');
    const skills = pageOfSkills(workspace.db, category, offset, limit);
    return { skills: skills.map((skill) => skillRow(workspace, skill)), total: record.skills };
  },

  'skills.read': (workspace, { skill: id }) => {
    const skill = findSkill(workspace.db, id);
    if (!skill) throw new AppError('not_found', 'This skill does not exist any more.');
    return {
      ...skillRow(workspace, skill),
      categoryTitle: findCategory(workspace.db, skill.category)!.title,
      description: skill.description,
      estimatedHours: skill.estimatedHours,
      halfLifeMonths: skill.halfLifeMonths,
      levels: levelCounts(workspace.counters.tally(skill.number)),
      prerequisites: prerequisitesOf(workspace.db, skill.number).map((record) => skillRow(workspace, record)),
      references: referencesOf(workspace.db, skill.number),
      roles: rolesThatNeed(workspace, id),
    };
  },
};

const levelCounts = (tally: SkillTally): LevelCount[] =>
  LEVELS.map((level) => ({
    level,
    topics: tally.total[level - 1]!,
    done: tally.done[level - 1]! + tally.revise[level - 1]!,
    total: tally.countable[level - 1]!,
  })).filter(({ topics }) => topics > 0);

const rolesThatNeed = (workspace: Workspace, skill: string): RoleNeed[] => {
  const targets = workspace.targets().map(({ role }) => role);
  return workspace.roles
    .flatMap(({ id, title }) =>
      workspace
        .model(id)
        .requirements.filter(
          ({ group, members }) =>
            members.includes(skill) ||
            (group !== null && workspace.groups.get(group)!.members.includes(skill)),
        )
        .map(({ level, weight, stage, group }) => ({
          role: id,
          title,
          level,
          weight,
          stage,
          group: group === null ? null : workspace.groups.get(group)!.title,
          isTarget: targets.includes(id),
        })),
    )
    .toSorted((a, b) => Number(b.isTarget) - Number(a.isTarget));
};
