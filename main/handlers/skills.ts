import { evidenceOf } from '../../data/evidence.ts';
import { categoriesWithNote } from '../../data/notes.ts';
import { resourcesOf } from '../../data/resources.ts';
import {
  allSkills,
  listCategories,
  pageOfSkills,
  prerequisitesOf,
  skillNumbersByCategory,
  skillOwnOf,
  type CategoryRecord,
  type SkillRecord,
} from '../../data/skills.ts';
import { listedCounts } from '../../data/topics.ts';
import type { Fraction } from '../../shared/model/common.ts';
import type { Category, RoleNeed, SkillDetail } from '../../shared/model/skill.ts';
import { dateOfDay } from '../../shared/rules/days.ts';
import { countsUpTo } from '../../shared/rules/tally.ts';
import { existingCategory, existingCategoryTitle, existingSkill } from '../existing.ts';
import type { Handlers } from '../handlers.ts';
import { skillRow } from '../progress.ts';
import { filteredSkills } from '../skill-filter.ts';
import type { Workspace } from '../workspace.ts';

export const skillHandlers: Handlers<'skills.categories' | 'skills.list' | 'skills.read' | 'skills.names'> = {
  'skills.categories': (workspace, { filter }) => ({
    categories:
      filter === undefined
        ? allCategories(workspace)
        : categoriesOf(workspace, filteredSkills(workspace, filter)),
  }),

  'skills.list': (workspace, { category, filter, offset, limit }) => {
    const record = existingCategory(workspace.db, category);
    if (filter === undefined) {
      const skills = pageOfSkills(workspace.db, category, offset, limit);
      return { skills: skills.map((skill) => skillRow(workspace, skill)), total: record.skills };
    }
    const kept = filteredSkills(workspace, filter).filter((skill) => skill.category === category);
    // Whoever looks at one role wants to see what that one asks for.
    const roles = filter.role === undefined ? undefined : [filter.role];
    return {
      skills: kept.slice(offset, offset + limit).map((skill) => skillRow(workspace, skill, roles)),
      total: kept.length,
    };
  },

  'skills.names': ({ db }) => ({
    skills: allSkills(db)
      .filter(({ hidden }) => !hidden)
      .map(({ id, name }) => ({ id, name })),
  }),

  'skills.read': (workspace, { skill: id }) => {
    const { db } = workspace;
    const skill = existingSkill(db, id);
    const tally = workspace.counters.tally(skill.number);
    const practised = workspace.practice.practised(skill.number, tally);
    const counts = listedCounts(db, skill.number);
    return {
      ...skillRow(workspace, skill),
      categoryTitle: existingCategoryTitle(db, skill.category),
      description: skill.description,
      estimatedHours: skill.estimatedHours,
      halfLifeMonths: skill.halfLifeMonths,
      levels: counts
        .filter(({ shown }) => shown > 0)
        .map(({ level, shown }) => ({
          level,
          topics: shown,
          done: tally.done[level - 1]! + tally.revise[level - 1]!,
          total: tally.countable[level - 1]!,
        })),
      skipped: counts.reduce((sum, { skipped }) => sum + skipped, 0),
      prerequisites: prerequisitesOf(db, skill.number).map((record) => skillRow(workspace, record)),
      resources: resourcesOf(db, skill.number),
      evidenceList: evidenceOf(db, [skill.number], workspace.moment().localDate).get(skill.number) ?? [],
      practisedOn: practised === null ? null : dateOfDay(practised),
      own: skill.own,
      personal: personal(workspace, skill),
      original: { name: skill.originalName, halfLifeMonths: skill.originalHalfLifeMonths },
      roles: rolesThatNeed(workspace, id),
    };
  },
};

const sumOf = (workspace: Workspace, numbers: readonly number[]): Fraction => {
  const counts = numbers.map((number) => countsUpTo(workspace.counters.tally(number), 4));
  return {
    done: counts.reduce((sum, { done }) => sum + done, 0),
    total: counts.reduce((sum, { total }) => sum + total, 0),
  };
};

/** Counted and countable topics of a category, by its id. */
export const categorySums = (workspace: Workspace): ((category: string) => Fraction) => {
  const numbers = skillNumbersByCategory(workspace.db);
  return (category) => sumOf(workspace, numbers.get(category) ?? []);
};

const shown = (
  { id, title, own, skills }: CategoryRecord,
  topics: Fraction,
  noted: ReadonlySet<string>,
): Category => ({ id, title, own, skills, topics, hasNote: noted.has(id) });

const allCategories = (workspace: Workspace): Category[] => {
  const sums = categorySums(workspace);
  const noted = categoriesWithNote(workspace.db);
  return listCategories(workspace.db).map((category) => shown(category, sums(category.id), noted));
};

/** The categories that hold any of `skills`, with counts of just those. */
const categoriesOf = (workspace: Workspace, skills: readonly SkillRecord[]): Category[] => {
  const byCategory = Map.groupBy(skills, ({ category }) => category);
  const noted = categoriesWithNote(workspace.db);
  return listCategories(workspace.db).flatMap((category) => {
    const kept = byCategory.get(category.id);
    if (!kept) return [];
    const topics = sumOf(
      workspace,
      kept.map(({ number }) => number),
    );
    return [shown({ ...category, skills: kept.length }, topics, noted)];
  });
};

const personal = (workspace: Workspace, { number }: SkillRecord): SkillDetail['personal'] => {
  const own = skillOwnOf(workspace.db, number);
  return {
    ...own,
    aliases: [...own.aliases],
    prerequisites: own.prerequisites.map((other) => workspace.skillByNumber(other).id),
  };
};

const rolesThatNeed = (workspace: Workspace, skill: string): RoleNeed[] => {
  const targets = workspace.targets().map(({ role }) => role);
  return workspace
    .roles()
    .flatMap(({ id, title }) =>
      workspace
        .model(id)
        .requirements.filter(
          ({ group, members }) =>
            members.includes(skill) ||
            (group !== null && workspace.groups().get(group)!.members.includes(skill)),
        )
        .map(({ level, weight, stage, group }) => ({
          role: id,
          title,
          level,
          weight,
          stage,
          group: group === null ? null : workspace.groups().get(group)!.title,
          isTarget: targets.includes(id),
        })),
    )
    .toSorted((a, b) => Number(b.isTarget) - Number(a.isTarget));
};
