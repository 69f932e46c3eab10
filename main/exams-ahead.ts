import { findCertification, objectivesOf } from '../data/certifications.ts';
import { epochDay } from '../shared/rules/days.ts';
import type { ExamAhead } from '../shared/rules/next-steps.ts';
import { aheadOf } from './certifications/ahead.ts';
import { liveSkills, skillsNumbered } from './certifications/existing.ts';
import type { Workspace } from './workspace.ts';

/** Exams that have a date, with every skill that the facts or the person tied to them. */
export const examsAhead = (workspace: Workspace): ExamAhead[] => {
  const { db } = workspace;
  return aheadOf(workspace).flatMap(({ kind, certification, title, on }): ExamAhead[] => {
    const facts = certification === null ? undefined : findCertification(db, certification)?.facts;
    if (kind !== 'exam' || certification === null || !facts) return [];
    const named = [...facts.skills, ...facts.domains.flatMap(({ skills }) => skills)];
    const tied = [...objectivesOf(db, certification).values()].flatMap(({ skills }) => skills);
    const skills = [...liveSkills(db, named), ...skillsNumbered(db, tied)];
    return [{ title, day: epochDay(on), skills: [...new Set(skills.map(({ id }) => id))] }];
  });
};
