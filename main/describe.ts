import type { StateChange } from '../data/events.ts';
import type { SkillRecord } from '../data/skills.ts';
import type { Change } from '../shared/contract.ts';
import { isCounted } from '../shared/values.ts';
import { skillProgress } from './progress.ts';
import type { Workspace } from './workspace.ts';

/** Longer answers help nobody: the page reads again after a command that changed this many topics. */
const TOLD = 2_000;

/** What a command moved: the topics, skills and parents that it touched, the roles whose figures follow, the undo stack. */
export const describe = (workspace: Workspace, action: number, changes: readonly StateChange[]): Change => {
  const skills = new Set<SkillRecord>();
  const topics: Change['topics'] = [];
  const parents = new Set<number>();
  let onlyTopics = changes.length > 0;
  let offer: Change['offer'] = null;
  for (const change of changes) {
    if (change.what !== 'topic') {
      onlyTopics = false;
      continue;
    }
    const { id, skill, parent, leaf } = workspace.topicByNumber(change.topic);
    if (topics.length < TOLD) topics.push({ id, state: change.after });
    skills.add(workspace.skillByNumber(skill));
    if (parent === null) continue;
    for (const above of workspace.outline.above(parent)) parents.add(above);
    if (changes.length === 1 && leaf === 1)
      offer = offerOf(workspace, parent, change.after.status === 'done');
  }
  // Spread, then mapped: `Array.from` with a function takes ten times as long, at every tick.
  return {
    action,
    topics,
    skills: [...skills].map((skill) => ({ id: skill.id, progress: skillProgress(workspace, skill) })),
    parents: [...parents].map((number) => ({
      id: workspace.topicByNumber(number).id,
      leaves: workspace.outline.leaves(number),
    })),
    offer,
    roles: workspace.figures(onlyTopics ? [...skills].map(({ id }) => id) : undefined),
    history: workspace.history.tops(),
  };
};

/** The topic above, once the last of its leaves is ticked and it is not ticked itself. */
const offerOf = (workspace: Workspace, parent: number, ticked: boolean): Change['offer'] => {
  if (!ticked) return null;
  const { done, total } = workspace.outline.leaves(parent);
  const { id, text } = workspace.topicByNumber(parent);
  return done === total && !isCounted(workspace.stored(parent).state.status) ? { id, text } : null;
};
