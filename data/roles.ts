import type { Level, Stage } from '../shared/values.ts';
import type { MarketFact, SuggestedCertification, SuggestedProject } from '../shared/model/role.ts';
import { sql, type Db } from './sql.ts';

export type RoleRecord = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly aliases: readonly string[];
  readonly duties: readonly string[];
  readonly guides: readonly string[];
  readonly demand: string;
  readonly longTerm: string;
  readonly entrySummary: string;
  readonly usualWayIn: string;
};

type RoleColumns = Omit<RoleRecord, 'aliases' | 'duties' | 'guides'> & {
  aliases: string;
  duties: string;
  guides: string;
};

const list = (json: string): string[] => JSON.parse(json) as string[];

export const listRoles = (db: Db): RoleRecord[] =>
  sql<[], RoleColumns>(
    db,
    `SELECT id, title, summary, aliases, duties, guides, demand, long_term AS longTerm,
       entry_summary AS entrySummary, usual_way_in AS usualWayIn
     FROM role WHERE retired = 0 ORDER BY position`,
  )
    .all()
    .map((row) => ({
      ...row,
      aliases: list(row.aliases),
      duties: list(row.duties),
      guides: list(row.guides).map((id) => guideTitle(db, id) ?? id),
    }));

/** Publisher, title and date of a career guide; null for none. */
export const guideTitle = (db: Db, id: string): string | null =>
  sql<[string], { title: string }>(db, 'SELECT title FROM guide WHERE id = ?').get(id)?.title ?? null;

/** Title of a project template; null where it is gone. */
export const projectTitle = (db: Db, id: string): string | null =>
  sql<[string], { title: string }>(db, 'SELECT title FROM project_template WHERE id = ? AND retired = 0').get(
    id,
  )?.title ?? null;

export type NeedRecord = {
  readonly role: string;
  readonly skill: string | null;
  readonly group: string | null;
  readonly level: Level;
};
export type RequirementRecord = NeedRecord & { readonly weight: number; readonly stage: Stage };

export const listRequirements = (db: Db): RequirementRecord[] =>
  sql<[], RequirementRecord>(
    db,
    `SELECT r.role, s.id AS skill, r.choice_group AS "group", r.level, r.weight, r.stage
     FROM role_requirement r LEFT JOIN skill s ON s.number = r.skill ORDER BY r.role, r.position`,
  ).all();

export const listEntryNeeds = (db: Db): NeedRecord[] =>
  sql<[], NeedRecord>(
    db,
    `SELECT e.role, s.id AS skill, e.choice_group AS "group", e.level
     FROM role_entry e LEFT JOIN skill s ON s.number = e.skill ORDER BY e.role, e.position`,
  ).all();

export type GroupRecord = {
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly members: readonly string[];
  readonly pairs: ReadonlyMap<string, readonly string[]>;
};

export const listGroups = (db: Db): GroupRecord[] => {
  const members = sql<[], { group: string; skill: string }>(
    db,
    `SELECT m.choice_group AS "group", s.id AS skill FROM group_member m JOIN skill s ON s.number = m.skill AND s.retired = 0
     ORDER BY m.choice_group, m.position`,
  ).all();
  const pairs = sql<[], { group: string; given: string; skill: string }>(
    db,
    `SELECT p.choice_group AS "group", g.id AS given, s.id AS skill FROM group_pair p
       JOIN skill g ON g.number = p.given AND g.retired = 0 JOIN skill s ON s.number = p.skill AND s.retired = 0
     ORDER BY p.choice_group, p.given, p.position`,
  ).all();
  return sql<[], { id: string; title: string; note: string | null }>(
    db,
    'SELECT id, title, note FROM choice_group WHERE retired = 0 ORDER BY position',
  )
    .all()
    .map((group) => ({
      ...group,
      members: members.filter((member) => member.group === group.id).map((member) => member.skill),
      pairs: Map.groupBy(
        pairs.filter((pair) => pair.group === group.id),
        (pair) => pair.given,
      ),
    }))
    .map((group) => ({
      ...group,
      pairs: new Map([...group.pairs].map(([given, rows]) => [given, rows.map((row) => row.skill)])),
    }));
};

export const certificationsOf = (db: Db, role: string): SuggestedCertification[] =>
  sql<[string], Omit<SuggestedCertification, 'link'> & { url: string }>(
    db,
    `SELECT c.id, c.name, c.issuer, c.status, c.official_url AS url
     FROM role_certification r JOIN certification c ON c.id = r.certification
     WHERE r.role = ? AND c.retired = 0 ORDER BY r.position`,
  )
    .all(role)
    .map(({ url, ...row }) => ({ ...row, link: { title: row.name, url } }));

export const projectsOf = (db: Db, role: string): SuggestedProject[] =>
  sql<[string], SuggestedProject>(
    db,
    `SELECT p.id, p.title, p.brief, p.difficulty, p.estimated_hours AS estimatedHours
     FROM role_project r JOIN project_template p ON p.id = r.template
     WHERE r.role = ? AND p.retired = 0 ORDER BY r.position`,
  ).all(role);

export const listMarketFacts = (db: Db): MarketFact[] =>
  sql<[], MarketFact>(
    db,
    'SELECT text, status, source, url, checked_on AS checkedOn FROM market_fact ORDER BY position',
  ).all();
