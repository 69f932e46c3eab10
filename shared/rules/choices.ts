/** A choose-one group: any member will do, and the person may fix one. */
export type Group = {
  readonly id: string;
  readonly members: readonly string[];
  /** Members that go with a skill of another group, by that skill's id. */
  readonly pairs: ReadonlyMap<string, readonly string[]>;
};

/**
 * The members that may count. One that the person fixed is the only one. Otherwise a skill fixed in another group narrows
 * the members to its pairs: with Java fixed as the language, only Java's frameworks count.
 */
export const membersOf = (group: Group, fixed: ReadonlyMap<string, string>): readonly string[] => {
  const own = fixed.get(group.id);
  if (own !== undefined && canStandFor(group, own)) return [own];
  for (const skill of fixed.values()) {
    const pairs = group.pairs.get(skill);
    if (pairs) return pairs;
  }
  return group.members;
};

/** Members that go with a member of another group, as they are sent to a screen. */
export type Pairs = readonly { readonly given: string; readonly members: readonly string[] }[];

export const pairsOf = ({ pairs }: Group): { given: string; members: string[] }[] =>
  [...pairs].map(([given, members]) => ({ given, members: [...members] }));

/**
 * What is chosen of each group, made to go together: with another language, a framework that does not go with it gives way
 * to the first one that does. Only the groups in `groups` give way; one that nothing is chosen of stays so.
 */
export const fitting = (
  groups: readonly { readonly group: string; readonly pairs: Pairs }[],
  chosen: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const next: Record<string, string> = { ...chosen };
  for (const { group, pairs } of groups) {
    const { [group]: _, ...others } = next;
    const pair = pairs.find(({ given }) => Object.values(others).includes(given));
    if (next[group] && pair && !pair.members.includes(next[group])) next[group] = pair.members[0] ?? '';
  }
  return next;
};

/** Whether a skill is a member of the group, or goes with one of another group; one that was retired is neither. */
export const canStandFor = (group: Group, skill: string): boolean =>
  group.members.includes(skill) || [...group.pairs.values()].some((pairs) => pairs.includes(skill));
