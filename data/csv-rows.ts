import type { Db } from './sql.ts';

type CsvTable = {
  readonly fileName: string;
  readonly head: readonly string[];
  readonly query: string;
};

/** What can be saved as a table for a spreadsheet: one query each. */
const tables = {
  skills: {
    fileName: 'groundwork-skills.csv',
    head: ['Category', 'Skill', 'Level', 'Topic', 'Below', 'Status', 'Reason', 'Done on', 'Note'],
    query: `SELECT c.title, coalesce(o.name, k.name), t.level, t.text, p.text, coalesce(s.status, 'todo'), s.reason, s.done_on,
        n.text
      FROM topic t JOIN skill k ON k.number = t.skill JOIN category c ON c.id = k.category
        LEFT JOIN skill_own o ON o.skill = k.number AND o.retired = 0
        LEFT JOIN topic p ON p.number = t.parent
        LEFT JOIN topic_state s ON s.topic = t.number
        LEFT JOIN note n ON n.id = 'topic:' || t.number AND n.retired = 0
      WHERE t.retired = 0 AND k.retired = 0 AND c.retired = 0
      ORDER BY c.position, c.id, k.position, k.number, t.level, t.position, t.number`,
  },
} as const satisfies Readonly<Record<string, CsvTable>>;

export type CsvName = keyof typeof tables;

/** The head and the rows of a table for a spreadsheet, with the name of its file. */
export const csvRows = (
  db: Db,
  name: CsvName,
): { readonly fileName: string; readonly rows: (string | number | null)[][] } => {
  const { fileName, head, query } = tables[name];
  const rows = db.prepare<[], (string | number | null)[]>(query).raw().all();
  return { fileName, rows: [[...head], ...rows] };
};
