import type { ExperienceKind } from '../shared/model/experience.ts';
import type { ExperienceArea } from '../shared/values.ts';
import { guidanceOf } from './guidance.ts';
import type { Services } from './services.ts';

/** A part of an education, which the catalogue has no kind for. */
export const COURSE: ExperienceKind = { id: 'course', title: 'Course', text: 'A part of an education.' };

/** What can be chosen in each area. */
export const kindsByArea = (
  services: Services,
): Readonly<Record<ExperienceArea, readonly ExperienceKind[]>> => {
  const { experienceKinds, educationPaths } = guidanceOf(services);
  const kind = ({ id, title, text }: ExperienceKind): ExperienceKind => ({ id, title, text });
  return {
    work: experienceKinds.filter(({ retired }) => !retired).map(kind),
    education: educationPaths.filter(({ retired }) => !retired).map(kind),
  };
};

/** All kinds that an entry can have. */
export const kindsOf = (services: Services): readonly ExperienceKind[] => {
  const { work, education } = kindsByArea(services);
  return [...work, ...education, COURSE];
};
