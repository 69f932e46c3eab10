import type { ReadingItem } from '../shared/model/reading.ts';
import type { ReadingSection } from '../shared/values.ts';
import type { Catalogue } from './catalogue/schema.ts';
import { readingsOf } from './catalogue-readings.ts';
import { indexReadings } from './search-content.ts';
import { sql, type Db } from './sql.ts';

/** Puts the texts of a catalogue in place of those in the file. */
export const writeReadings = (db: Db, catalogue: Catalogue): void => {
  const guides = new Map(catalogue.reference.guides.map((guide) => [guide.id, guideTitle(guide)]));
  sql(db, 'DELETE FROM reading').run();
  readingsOf(catalogue).forEach((row, position) =>
    sql(
      db,
      `INSERT INTO reading (id, section, position, title, text, more, status, skills, roles, sources, url, checked_on)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      row.id,
      row.section,
      position,
      row.title,
      row.text,
      row.more,
      row.status,
      JSON.stringify(row.skills),
      JSON.stringify(row.roles),
      JSON.stringify(row.guides.map((id) => guides.get(id) ?? id)),
      row.url,
      row.checkedOn,
    ),
  );
};

/** A file from before there were such texts gets them once, from the catalogue that this version ships. */
export const fillReadings = (db: Db, catalogue: Catalogue): void => {
  writeReadings(db, catalogue);
  indexReadings(db);
};

/** Who said it, when, and what is known of the date. */
const guideTitle = ({ publisher, title, date, dateNote }: Catalogue['reference']['guides'][number]): string =>
  [publisher, `“${title}”`, date === null ? dateNote : `${date} (${dateNote})`]
    .filter((part) => part !== null)
    .join(', ');

export const hasReadings = (db: Db): boolean =>
  sql<[], { n: number }>(db, 'SELECT count(*) AS n FROM (SELECT 1 FROM reading LIMIT 1)').get()!.n > 0;

type Columns = Omit<ReadingItem, 'skills' | 'roles' | 'sources'> & {
  skills: string;
  roles: string;
  sources: string;
};

/** The texts of a section in order; skills and roles as ids. */
export const readingsIn = (
  db: Db,
  section: ReadingSection,
): (Omit<ReadingItem, 'skills' | 'roles'> & { skills: string[]; roles: string[] })[] =>
  sql<[string], Columns>(
    db,
    `SELECT id, title, text, more, status, skills, roles, sources, url, checked_on AS checkedOn
     FROM reading WHERE section = ? ORDER BY position`,
  )
    .all(section)
    .map(({ skills, roles, sources, ...row }) => ({
      ...row,
      skills: JSON.parse(skills) as string[],
      roles: JSON.parse(roles) as string[],
      sources: JSON.parse(sources) as string[],
    }));

/** A text by its id, with who said it first; null for an addition of the catalogue. */
export const findReading = (
  db: Db,
  id: string,
): { title: string; section: ReadingSection; source: string | null } | undefined =>
  sql<[string], { title: string; section: ReadingSection; source: string | null }>(
    db,
    `SELECT title, section, sources ->> '$[0]' AS source FROM reading WHERE id = ?`,
  ).get(id);
