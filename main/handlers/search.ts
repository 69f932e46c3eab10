import { certificationTitle } from '../../data/certifications.ts';
import { findText, type Found } from '../../data/search.ts';
import { readNote } from '../../data/notes.ts';
import { findProject } from '../../data/projects.ts';
import { namesOf } from '../../data/search-content.ts';
import { findReading } from '../../data/readings.ts';
import { readRow, type RowKey } from '../../data/rows.ts';
import { categoryTitle } from '../../data/skills.ts';
import type { Db } from '../../data/sql.ts';
import type { SearchHit } from '../../shared/model/search.ts';
import { foldText } from '../../shared/rules/search-fold.ts';
import { marksOf } from '../../shared/rules/search-marks.ts';
import { countsUpTo } from '../../shared/rules/tally.ts';
import type { Handlers } from '../handlers.ts';
import { subjectOfNote } from '../subjects.ts';
import type { Workspace } from '../workspace.ts';

export const searchHandlers: Handlers<'search.find'> = {
  'search.find': (workspace, { text }) => {
    const { hits, near } = findText(workspace.db, text);
    const sought: Sought = { text, words: foldText(text.trim()).split(/\s+/), nearWords: near };
    return { hits: hits.flatMap((hit) => shown(workspace, hit, sought) ?? []), near: [...near] };
  },
};

type Sought = {
  readonly text: string;
  /** Folded. */
  readonly words: readonly string[];
  /** Words of the vocabulary that were taken in place of those that nothing has. */
  readonly nearWords: readonly string[];
};

const shown = (
  workspace: Workspace,
  { kind, ref, near }: Found['hits'][number],
  sought: Sought,
): SearchHit | null => {
  const { db } = workspace;
  switch (kind) {
    case 'topic': {
      const { number, id, text, skill } = workspace.topicByNumber(Number(ref));
      const { id: skillId, name } = workspace.skillByNumber(skill);
      const { state } = workspace.stored(number);
      return { kind, near, text, id, skill: skillId, skillName: name, state };
    }
    case 'skill': {
      const { number, id, name } = workspace.skillByNumber(Number(ref));
      const alias = near ? null : otherName(db, kind, number, name, sought);
      return { kind, near, alias, text: name, id, topics: countsUpTo(workspace.counters.tally(number), 4) };
    }
    case 'role': {
      const role = workspace.roles().find(({ id }) => id === ref);
      if (!role) return null;
      const alias = near ? null : otherName(db, kind, role.id, role.title, sought);
      return { kind, near, alias, text: role.title, id: role.id };
    }
    case 'category': {
      const title = categoryTitle(db, String(ref));
      return title === undefined ? null : { kind, near, text: title, id: String(ref) };
    }
    case 'certification': {
      const title = certificationTitle(db, String(ref));
      return title ? { kind, near, text: title.name, id: String(ref), issuer: title.issuer } : null;
    }
    case 'project': {
      const project = findProject(db, String(ref));
      return project ? { kind, near, text: project.title, id: project.id, status: project.status } : null;
    }
    case 'experience': {
      const row = readRow(db, 'experience', String(ref));
      if (!row) return null;
      return {
        kind,
        near,
        text: String(row['title']),
        id: String(ref),
        organisation: String(row['organisation']),
      };
    }
    case 'note': {
      const on = subjectOfNote(workspace, String(ref));
      return on && { kind, near, text: around(readNote(db, String(ref)).text, sought), ...on };
    }
    case 'resource': {
      const row = readRow(db, 'resource', String(ref));
      if (!row) return null;
      const { id, name } = workspace.skillByNumber(Number(row['skill']));
      return { kind, near, text: String(row['title']), skill: id, skillName: name, url: String(row['url']) };
    }
    case 'reading': {
      const reading = findReading(db, String(ref));
      if (!reading) return null;
      const { title, section, source } = reading;
      return { kind, near, text: title, id: String(ref), section, source };
    }
  }
};

/** The other name that was sought, by plain comparison: the marks of a few names would cost as much as the search itself. */
const otherName = (
  db: Db,
  kind: 'skill' | 'role',
  key: RowKey,
  name: string,
  { words }: Sought,
): string | null => {
  const has = (text: string): boolean => {
    const folded = foldText(text);
    return words.every((word) => folded.includes(word));
  };
  return has(name) ? null : (namesOf(db, kind, key).find(has) ?? null);
};

const BEFORE = 30;
const LENGTH = 140;

/** The part of a note around its first hit, on one line. */
const around = (text: string, sought: Sought): string => {
  // Only the part that may be shown is searched: a note can be long.
  const [mark] = marksOf(text.slice(0, 20_000), sought.text, sought.nearWords);
  const from = Math.max(0, (mark?.[0] ?? 0) - BEFORE);
  const part = text
    .slice(from, from + LENGTH)
    .replaceAll(/\s+/g, ' ')
    .toWellFormed()
    .trim();
  return `${from > 0 ? '…' : ''}${part}${from + LENGTH < text.length ? '…' : ''}`;
};
