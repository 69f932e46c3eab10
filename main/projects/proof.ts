import type { ProofInRole, ShownSkill } from '../../shared/model/project.ts';
import { figuresOf, type Knowledge } from '../../shared/rules/readiness.ts';
import type { Shown } from '../../shared/rules/proof.ts';
import type { Level, ReachedLevel } from '../../shared/values.ts';
import { existingRole } from '../existing.ts';
import type { Workspace } from '../workspace.ts';

/** With the names of the skills; one that is gone from the catalogue keeps its own. */
export const named = (workspace: Workspace, shown: readonly Shown[]): ShownSkill[] =>
  shown.map(({ skill, level }) => {
    const { id, name } = workspace.skillByNumber(skill);
    return { skill: id, name, level };
  });

const higher = (a: ReachedLevel, b: ReachedLevel): ReachedLevel => (a > b ? a : b);

/** What would be known if these skills were shown as well, beside the evidence that `evidence` gives. */
const raised = (
  workspace: Workspace,
  evidence: (skill: number) => ReachedLevel,
  levels: ReadonlyMap<string, Level>,
): Knowledge => ({
  ...workspace.knowledge(),
  evidence: (id) => higher(evidence(workspace.skill(id).number), levels.get(id) ?? 0),
});

/** Points of *proven*, 0 to 100, that showing these skills adds in a role. */
const gainIn = (
  workspace: Workspace,
  role: string,
  evidence: (skill: number) => ReachedLevel,
  levels: ReadonlyMap<string, Level>,
): number => {
  const model = workspace.model(role);
  const before = figuresOf(model, raised(workspace, evidence, new Map())).proven!;
  return figuresOf(model, raised(workspace, evidence, levels)).proven! - before;
};

const levelsOf = (shown: readonly ShownSkill[]): ReadonlyMap<string, Level> => {
  const levels = new Map<string, Level>();
  for (const { skill, level } of shown) if (level > (levels.get(skill) ?? 0)) levels.set(skill, level);
  return levels;
};

/** What showing these skills would add to each target, beside all evidence that there is. */
export const gainsOf = (
  workspace: Workspace,
  shown: readonly ShownSkill[],
): { role: string; title: string; points: number }[] => {
  const levels = levelsOf(shown);
  return workspace.targets().map(({ role }) => ({
    role,
    title: existingRole(workspace, role).title,
    points: gainIn(workspace, role, workspace.practice.evidence, levels),
  }));
};

/** What the project or experience `id` proves in each target role that asks for any of its skills. */
export const provesIn = (workspace: Workspace, id: string, shown: readonly ShownSkill[]): ProofInRole[] => {
  const levels = levelsOf(shown);
  const others = workspace.practice.evidenceWithout(id);
  return workspace.targets().flatMap(({ role }) => {
    const lines = workspace.model(role).requirements.flatMap(({ members, level: target }) =>
      members.flatMap((skill) => {
        const level = levels.get(skill);
        return level === undefined ? [] : [{ skill, name: workspace.skill(skill).name, level, target }];
      }),
    );
    if (lines.length === 0) return [];
    const points = gainIn(workspace, role, others, levels);
    return [{ role, title: existingRole(workspace, role).title, points, lines }];
  });
};
