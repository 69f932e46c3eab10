import type { StagedList, StagedSkill, StagedTask } from './staged.ts';

/** Where a task of the file goes: a topic that is there already, or a new one. */
export type PlannedTask = {
  readonly task: StagedTask;
  /** The topic of the list that it is; null for a new one. */
  readonly key: number | null;
  /** The planned task above it; null at the top. */
  readonly above: PlannedTask | null;
  readonly depth: number;
};

export type PlannedSkill = {
  readonly skill: StagedSkill;
  /** Row of the preview. */
  readonly row: number;
  readonly tasks: readonly PlannedTask[];
  /** Tasks that are the same thing as a topic elsewhere: ids of those topics, and whether the file ticks them. */
  readonly joined: readonly { readonly topic: string; readonly checked: boolean }[];
};

/**
 * The file as a plan, skill by skill. `joined` holds the rows whose offer was taken: such a task is not made once more, and
 * what stands below it moves up to the next task above that is made.
 */
export const planOf = ({ items }: StagedList, joined: ReadonlySet<number>): readonly PlannedSkill[] => {
  const skills: {
    skill: StagedSkill;
    row: number;
    tasks: PlannedTask[];
    joined: PlannedSkill['joined'][number][];
  }[] = [];
  // The planned task at each depth of the file above the one in hand; null for one that was joined at the top.
  let line: (PlannedTask | null)[] = [];
  items.forEach((item, row) => {
    if (item.kind === 'skill') {
      skills.push({ skill: item, row, tasks: [], joined: [] });
      line = [];
      return;
    }
    const current = skills.at(-1)!;
    const above = line[item.depth - 2] ?? null;
    line.length = item.depth - 1;
    if (item.offer !== null && joined.has(row)) {
      current.joined.push({ topic: item.offer.id, checked: item.checked });
      line[item.depth - 1] = above;
      return;
    }
    const planned: PlannedTask = {
      task: item,
      key: item.key,
      above,
      depth: above === null ? 1 : above.depth + 1,
    };
    current.tasks.push(planned);
    line[item.depth - 1] = planned;
  });
  return skills;
};
