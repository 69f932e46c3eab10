import type { ListSkill, ListTask } from '../../../main/lists/document.ts';
import type { PresentSkill, PresentTask } from '../../../main/lists/match-nodes.ts';

/** A list as if it had been brought: a key for everything, ticks as they stand. */
export const presentOf = (skills: readonly ListSkill[]): PresentSkill[] => {
  let key = 0;
  const task = ({ text, markdown, checked, note, children }: ListTask): PresentTask => ({
    key: (key += 1),
    text,
    markdown,
    counted: checked,
    note,
    own: false,
    children: children.map(task),
  });
  return skills.map(({ name, path, note, tasks }, at) => ({
    key: at + 1,
    name,
    path,
    note,
    own: false,
    tasks: tasks.map(task),
  }));
};
