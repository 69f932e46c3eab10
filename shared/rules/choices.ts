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

/** Whether a skill is a member of the group, or goes with one of another group; one that was retired is neither. */
export const canStandFor = (group: Group, skill: string): boolean =>
  group.members.includes(skill) || [...group.pairs.values()].some((pairs) => pairs.includes(skill));
