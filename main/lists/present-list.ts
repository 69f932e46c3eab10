import { actionsThatBrought, topicsOfCategory, type ListTopicRow } from '../../data/lists.ts';
import { readNote } from '../../data/notes.ts';
import { storedRow } from '../../data/rows.ts';
import { skillsOfCategory, type SkillRecord } from '../../data/skills.ts';
import type { Db } from '../../data/sql.ts';
import { isCounted } from '../../shared/values.ts';
import type { PresentSkill, PresentTask } from './match-nodes.ts';

/** A topic with those below it. */
export type TopicNode = { readonly row: ListTopicRow; readonly children: readonly TopicNode[] };

export type PresentSkillTree = {
  readonly skill: SkillRecord;
  readonly note: string | null;
  readonly topics: readonly TopicNode[];
};

/** The skills of a category with their topics as trees, as they are now. */
export const presentList = (db: Db, category: string): readonly PresentSkillTree[] => {
  const bySkill = Map.groupBy(topicsOfCategory(db, category), ({ skill }) => skill);
  return skillsOfCategory(db, category).map((skill) => ({
    skill,
    note: readNote(db, `skill:${skill.number}`).text || null,
    topics: treeOf(bySkill.get(skill.number) ?? []),
  }));
};

const treeOf = (rows: readonly ListTopicRow[]): readonly TopicNode[] => {
  const nodes = new Map(rows.map((row) => [row.number, { row, children: [] as TopicNode[] }]));
  const top: TopicNode[] = [];
  for (const node of nodes.values()) {
    const above = node.row.parent === null ? undefined : nodes.get(node.row.parent);
    (above?.children ?? top).push(node);
  }
  return top;
};

/** A category in the words of the matcher: keys are the numbers of skills and topics. */
export const presentSkills = (db: Db, category: string): readonly PresentSkill[] => {
  const brought = actionsThatBrought(db, category);
  const isOwn = (madeBy: number | null | undefined): boolean => !brought.has(madeBy ?? 0);
  const presentTask = ({ row, children }: TopicNode): PresentTask => ({
    key: row.number,
    text: row.text,
    markdown: row.markdown,
    counted: isCounted(row.status),
    note: row.note,
    own: isOwn(row.madeBy),
    children: children.map(presentTask),
  });
  return presentList(db, category).map(({ skill, note, topics }) => ({
    key: skill.number,
    name: skill.name,
    path: skill.path,
    note,
    own: isOwn(storedRow(db, 'skill', skill.number)?.madeBy),
    tasks: topics.map(presentTask),
  }));
};
