import { LEVELS, type ReachedLevel } from '../shared/values.ts';
import type { SkillRecord } from '../data/skills.ts';

import type { SkillProgress, SkillRow } from '../shared/model/skill.ts';
import { countsUpTo, freshness, levelReached, topLevel } from '../shared/rules/tally.ts';
import type { Workspace } from './workspace.ts';

/** How far a skill is. */
export const skillProgress = (workspace: Workspace, skill: SkillRecord): SkillProgress => {
  const tally = workspace.counters.tally(skill.number);
  return {
    ...countsUpTo(tally, 4),
    reached: levelReached(tally),
    top: topLevel(tally),
    freshness:
      tally.practised === null
        ? null
        : freshness(
            workspace.practice.practised(skill.number, tally),
            workspace.moment().day,
            skill.halfLifeMonths,
          ),
  };
};

export const skillRow = (
  workspace: Workspace,
  skill: SkillRecord,
  roles: readonly string[] = workspace.targets().map(({ role }) => role),
): SkillRow => ({
  id: skill.id,
  name: skill.name,
  category: skill.category,
  path: [...skill.path],
  evidence: workspace.practice.evidence(skill.number),
  progress: skillProgress(workspace, skill),
  target: targetLevel(workspace, skill.id, roles),
});

/** The highest level that any of these roles asks of a skill, by itself or as a member of a group. */
const targetLevel = (workspace: Workspace, skill: string, roles: readonly string[]): ReachedLevel => {
  const asked = roles
    .flatMap((role) => workspace.model(role).requirements)
    .filter(({ members }) => members.includes(skill))
    .map(({ level }) => level);
  return LEVELS.findLast((level) => asked.includes(level)) ?? 0;
};
