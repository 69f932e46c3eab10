import type { Link } from '../shared/model/common.ts';
import type { Shown } from '../shared/rules/proof.ts';
import type { ExperienceArea, Level } from '../shared/values.ts';
import { sql, type Db } from './sql.ts';

export type ExperienceRecord = {
  readonly id: string;
  readonly area: ExperienceArea;
  readonly kind: string;
  readonly parent: string | null;
  readonly title: string;
  readonly organisation: string;
  /** Months, "2026-11". */
  readonly started: string;
  readonly ended: string | null;
  readonly did: string;
  readonly links: readonly Link[];
  readonly skills: readonly Shown[];
  /** Ids, also of projects that are gone. */
  readonly projects: readonly string[];
};

type Columns = Omit<ExperienceRecord, 'links' | 'skills' | 'projects'> & {
  readonly links: string;
  readonly skills: string;
  readonly projects: string;
};

/** What goes on first, then the newest. */
export const listExperience = (db: Db): ExperienceRecord[] =>
  sql<[], Columns>(
    db,
    `SELECT id, area, kind, parent, title, organisation, started, ended, did, links, skills, projects
     FROM experience WHERE retired = 0 ORDER BY ended IS NOT NULL, ended DESC, started DESC, id`,
  )
    .all()
    .map(({ links, skills, projects, ...row }) => ({
      ...row,
      links: JSON.parse(links) as Link[],
      skills: (JSON.parse(skills) as [number, Level][]).map(([skill, level]) => ({ skill, level })),
      projects: JSON.parse(projects) as string[],
    }));
