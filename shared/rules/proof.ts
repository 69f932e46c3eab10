import type { Level } from '../values.ts';

/** A skill and the level that something shows it at. */
export type Shown = { readonly skill: number; readonly level: Level };

/** Each skill once, at the highest level that any of `lists` shows it at; in the order in which they come. */
export const highestOnce = (...lists: readonly (readonly Shown[])[]): Shown[] => {
  const best = new Map<number, Level>();
  for (const { skill, level } of lists.flat()) if (level > (best.get(skill) ?? 0)) best.set(skill, level);
  return [...best].map(([skill, level]) => ({ skill, level }));
};

type Piece = { readonly kind: string; readonly id: string; readonly level: Level };

/**
 * Pieces of evidence on one skill without those that say the same twice: of an experience and a project that it names, the
 * one with the higher level stays, the project where they are equal.
 */
export const withoutDoubles = <P extends Piece>(
  pieces: readonly P[],
  projectsOf: (experience: string) => readonly string[],
): P[] => {
  const doubled = new Set<P>();
  for (const piece of pieces) {
    if (piece.kind !== 'work' && piece.kind !== 'education') continue;
    const named = projectsOf(piece.id);
    for (const project of pieces.filter(({ kind, id }) => kind === 'project' && named.includes(id))) {
      doubled.add(project.level >= piece.level ? piece : project);
    }
  }
  return pieces.filter((piece) => !doubled.has(piece));
};
