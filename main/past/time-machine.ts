import { copyLog, copyToMemory } from '../../data/past-file.ts';
import type { Db } from '../../data/sql.ts';
import { writeState } from '../../data/topics.ts';
import { dateOfDay } from '../../shared/rules/days.ts';
import { untouched } from '../../shared/values.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';
import { stateOf } from './chunk.ts';
import { keeping } from '../keeping.ts';
import { pastClock } from './past-clock.ts';
import { replayContent, replayStates } from './replay.ts';
import type { TopicEntries } from './timeline.ts';

/** How many days of the log before a past day its Today may look at. */
const LOG_DAYS = 100;

/**
 * Reads from the file as it was at the end of a past day, under today's catalogue: a copy in memory that is taken back by the
 * log, so that every handler that reads answers for that day as it did then. What `read` is given is only for reading, and
 * only during the call. Going on to another day is quick, since the copy is made once.
 */
export const readAt = <T>(workspace: Workspace, day: number, read: (past: Workspace) => T): T =>
  withMachine(workspace, (goTo) => read(goTo(day)));

const withMachine = keeping((workspace) => {
  const { db } = workspace;
  const timeline = workspace.journal.timeline();
  const copy = copyToMemory(db, null);
  const content = replayContent(copy, timeline);
  const states = replayStates(timeline.topics);
  return (day: number): Workspace => {
    copy.exec('BEGIN');
    content.goTo(day);
    for (const topic of states.goTo(day)) restore(copy, timeline.topics, topic, states.entryOf(topic)!);
    const part = timeline.eventsOn(day - LOG_DAYS, day) ?? { first: 0, last: 0 };
    copyLog(db, copy, { ...part, until: dateOfDay(day) });
    copy.exec('COMMIT');
    const clock = pastClock(workspace.moment());
    clock.set(dateOfDay(day));
    return openWorkspace(copy, clock);
  };
});

const restore = (copy: Db, entries: TopicEntries, topic: number, entry: number): void => {
  const state =
    entry < 0
      ? untouched
      : stateOf(entries.code[entry]!, entries.since[entry]!, entries.doneOn[entry]!, entries.reasons);
  writeState(copy, topic, state, 0, false);
};
