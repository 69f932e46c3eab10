import type { Catalogue } from './schema.ts';

/** No skill is, over any number of steps, its own prerequisite. */
export const checkPrerequisites = ({ skills }: Catalogue): string[] => {
  const prerequisites = new Map(skills.skills.map((skill) => [skill.id, skill.prerequisites]));
  const settled = new Set<string>();
  const faults: string[] = [];

  const visit = (id: string, trail: readonly string[]): void => {
    if (trail.includes(id)) {
      const cycle = [...trail.slice(trail.indexOf(id)), id].join(' > ');
      faults.push(`skills.skills[${id}]: the prerequisites run in a circle: ${cycle}`);
      return;
    }
    if (settled.has(id)) return;
    for (const next of prerequisites.get(id) ?? []) visit(next, [...trail, id]);
    settled.add(id);
  };

  for (const { id } of skills.skills) visit(id, []);
  return faults;
};
