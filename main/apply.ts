import type { StateChange } from '../data/events.ts';
import { chooseMember } from '../data/member-choices.ts';
import { setMadeLive, writeRow } from '../data/rows.ts';
import { indexMade, indexRow } from '../data/search-content.ts';
import { replaceTargets } from '../data/targets.ts';
import type { TopicRow } from '../data/topics.ts';
import type { TopicState } from '../shared/model/topic.ts';
import { moved, type TalliedTopic } from '../shared/rules/tally.ts';
import { countSkill, skillsCounted } from './counters.ts';

import type { Workspace } from './workspace.ts';

/** Writes one change of the event `seq`, and follows it in memory and in the search index. */
export const applyChange = (workspace: Workspace, change: StateChange, seq: number): void => {
  const { db } = workspace;
  switch (change.what) {
    case 'topic': {
      const topic = workspace.topicByNumber(change.topic);
      workspace.putState(topic.number, change.after, seq);
      return count(workspace, topic, change.before, change.after);
    }
    case 'targets':
      replaceTargets(db, change.after);
      return workspace.refresh();
    case 'member':
      chooseMember(db, change.group, change.after);
      return workspace.refresh();
    case 'row':
      writeRow(db, change.table, change.key, change.after, seq);
      indexRow(db, change.table, change.key);
      return workspace.outdate(change.table, skillsCounted(db, seq, change));
    case 'made': {
      const action = change.action ?? seq;
      // Whoever creates in bulk inserts the rows itself; only taking back and doing again is left to the change.
      if (change.action !== null) {
        setMadeLive(db, action, change.after);
        indexMade(db, action);
      }
      return workspace.outdate('topic', skillsCounted(db, seq, change));
    }
  }
};

const count = (workspace: Workspace, topic: TopicRow, before: TopicState, after: TopicState): void => {
  // Only leaves count, and of them only those that are live.
  if (topic.retired === 1 || topic.leaf === 0) return;
  const tally = workspace.counters.tally(topic.skill);
  const at = (state: TopicState): TalliedTopic => ({
    level: topic.level,
    status: state.status,
    doneOn: state.doneOn,
  });
  workspace.count(topic.skill, moved(tally, at(before), at(after)) ?? countSkill(workspace.db, topic.skill));
  if (topic.parent !== null) workspace.outline.follow(topic.parent, before.status, after.status);
};
