import { isSettled } from '../shared/rules/projects.ts';
import type { ExportFormat } from '../shared/values.ts';
import {
  listCertifications,
  listCredentials,
  listPlans,
  resultsOf,
  type CredentialRecord,
} from './certifications.ts';
import { listItems, listProjects } from './projects.ts';
import { sql, type Db } from './sql.ts';

export type CsvName = Exclude<ExportFormat, 'json'>;

type Cells = readonly (string | number | null)[];
type CsvTable = {
  readonly fileName: string;
  readonly head: readonly string[];
  readonly rows: (db: Db) => readonly Cells[];
};

const LEVELS = ['', 'aware', 'working', 'proficient', 'expert'] as const;

/** Gives skills with their levels as one text: "Git (working); Go (aware)". */
const skillsText = (db: Db): ((skills: readonly (readonly [skill: number, level: number])[]) => string) => {
  const names = new Map(
    sql<[], { number: number; name: string }>(
      db,
      `SELECT k.number, coalesce(o.name, k.name) AS name
       FROM skill k LEFT JOIN skill_own o ON o.skill = k.number AND o.retired = 0`,
    )
      .all()
      .map(({ number, name }) => [number, name]),
  );
  return (skills) =>
    skills.map(([skill, level]) => `${names.get(skill) ?? skill} (${LEVELS[level] ?? level})`).join('; ');
};

const SKILLS = `SELECT c.title, coalesce(o.name, k.name), t.level, t.text, p.text, coalesce(s.status, 'todo'), s.reason,
    s.done_on, n.text
  FROM topic t JOIN skill k ON k.number = t.skill JOIN category c ON c.id = k.category
    LEFT JOIN skill_own o ON o.skill = k.number AND o.retired = 0
    LEFT JOIN topic p ON p.number = t.parent
    LEFT JOIN topic_state s ON s.topic = t.number
    LEFT JOIN note n ON n.id = 'topic:' || t.number AND n.retired = 0
  WHERE t.retired = 0 AND k.retired = 0 AND c.retired = 0
  ORDER BY c.position, c.id, k.position, k.number, t.level, t.position, t.number`;

/** One line per project, with how much of its definition of done is settled. */
const projectRows = (db: Db): Cells[] => {
  const said = skillsText(db);
  const items = Map.groupBy(listItems(db), ({ project }) => project);
  return listProjects(db).map((project) => {
    const own = items.get(project.id) ?? [];
    return [
      project.title,
      project.kind,
      project.status,
      project.startedOn,
      project.finishedOn,
      own.filter(isSettled).length,
      own.length,
      said(project.skills.map(({ skill, level }) => [skill, level])),
      project.tags.join('; '),
      project.brief,
      project.part,
      project.result,
      project.repository,
      project.demo,
      project.folder,
      project.notes,
    ];
  });
};

const NO_CREDENTIAL: Cells = [null, null, null, null, null, null];

/** One line per credential, and one per certification that is planned or was tried without one. */
const certificationRows = (db: Db): Cells[] => {
  const said = skillsText(db);
  const plans = listPlans(db);
  const credentials = Map.groupBy(listCredentials(db), ({ certification }) => certification);
  const earned = (one: CredentialRecord): Cells => [
    one.title,
    one.issuedOn,
    one.expiresOn,
    one.number,
    one.url,
    said(one.skills),
  ];
  const known = listCertifications(db).flatMap(({ id, facts }) => {
    const plan = plans.get(id);
    const [attempt] = resultsOf(db, id).filter(({ kind }) => kind === 'attempt');
    const own = credentials.get(id) ?? [];
    if (!plan && !attempt && own.length === 0) return [];
    const start: Cells = [
      facts.name,
      facts.issuer,
      plan?.status ?? null,
      plan?.exam?.local ?? null,
      plan?.exam?.zone ?? null,
      attempt?.takenOn ?? null,
      attempt?.outcome ?? null,
    ];
    return own.length === 0 ? [[...start, ...NO_CREDENTIAL]] : own.map((one) => [...start, ...earned(one)]);
  });
  const alone = credentials.get(null) ?? [];
  return [...known, ...alone.map((one) => [null, one.issuer, null, null, null, null, null, ...earned(one)])];
};

/** What can be saved as a table for a spreadsheet. */
const tables = {
  skills: {
    fileName: 'groundwork-skills.csv',
    head: ['Category', 'Skill', 'Level', 'Topic', 'Below', 'Status', 'Reason', 'Done on', 'Note'],
    rows: (db) => db.prepare<[], Cells>(SKILLS).raw().all(),
  },
  projects: {
    fileName: 'groundwork-projects.csv',
    head: [
      'Project',
      'Kind',
      'Status',
      'Started on',
      'Finished on',
      'Items settled',
      'Items',
      'Skills',
      'Tags',
      'Brief',
      'My part',
      'Result',
      'Repository',
      'Demo',
      'Folder',
      'Notes',
    ],
    rows: projectRows,
  },
  certifications: {
    fileName: 'groundwork-certifications.csv',
    head: [
      'Certification',
      'Issuer',
      'Plan',
      'Exam',
      'Time zone',
      'Last attempt on',
      'Outcome',
      'Credential',
      'Issued on',
      'Expires on',
      'Number',
      'Link',
      'Skills',
    ],
    rows: certificationRows,
  },
} as const satisfies Readonly<Record<CsvName, CsvTable>>;

/** The head and the rows of a table for a spreadsheet, with the name of its file. */
export const csvRows = (
  db: Db,
  name: CsvName,
): { readonly fileName: string; readonly rows: readonly Cells[] } => {
  const { fileName, head, rows } = tables[name];
  return { fileName, rows: [head, ...rows(db)] };
};
