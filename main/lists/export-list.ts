import { linksOf } from '../../data/topics.ts';
import type { Db } from '../../data/sql.ts';
import { isCounted } from '../../shared/values.ts';
import { readNote } from '../../data/notes.ts';
import { presentList, type TopicNode } from './present-list.ts';
import { writeList, type WrittenTask } from './write-list.ts';

/** A category as a Markdown task list; reading it back finds the same list. */
export const exportList = (
  db: Db,
  { id, title }: { readonly id: string; readonly title: string },
): { fileName: string; text: string } => ({
  fileName: `${fileNameOf(title)}.md`,
  text: writeList({
    category: title,
    note: readNote(db, `category:${id}`).text || null,
    skills: presentList(db, id).map(({ skill, note, topics }) => ({
      name: skill.name,
      path: skill.path,
      note,
      tasks: topics.map(written),
    })),
  }),
});

const written = ({ row, children }: TopicNode): WrittenTask => ({
  text: row.text,
  markdown: row.markdown,
  links: linksOf(row.links),
  checked: isCounted(row.status),
  note: row.note,
  children: children.map(written),
});

/** A name that every system takes. */
const fileNameOf = (title: string): string =>
  title
    .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100)
    .toWellFormed() || 'list';
