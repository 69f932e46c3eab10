import { changesSince, firstSeqSince } from '../data/events.ts';
import type { Db } from '../data/sql.ts';
import { topicsOfSkill } from '../data/topics.ts';
import type { TopicState } from '../shared/model/topic.ts';
import { dateOfDay } from '../shared/rules/days.ts';
import { tallyOf, type SkillTally } from '../shared/rules/tally.ts';
import type { Moment } from './calendar.ts';
import { skillsCounted, type Counters } from './counters.ts';

const DAYS_BACK = 7;
/** Local dates run at most a day ahead or behind in any zone, so a walk this far back has seen every event of the week. */
const WALK_MS = (DAYS_BACK + 2) * 86_400_000;

/**
 * The counts as they were at the start of the local day seven days ago, for "change this week". Worked out once a day by
 * walking the log back; skills that did not change since then have the counts they have now.
 */
export type Week = {
  /** Counts at the start of the week that ends at `moment`, by the skill's number. */
  readonly tallyBefore: (moment: Moment) => (skill: number) => SkillTally;
  /** Must be told of a skill's counts before each change. */
  readonly keep: (skill: number, before: SkillTally) => void;
  /** Topics themselves changed: worked out anew when next asked for. */
  readonly forget: () => void;
  /** Day number at whose start the week began. */
  readonly startDay: (moment: Moment) => number;
  /** Number of the first event of the week. */
  readonly firstEvent: (moment: Moment) => number;
};

export const openWeek = (db: Db, counters: Counters): Week => {
  let known: { day: number; before: Map<number, SkillTally> } | null = null;
  let first: { day: number; seq: number } | null = null;
  const firstOf = (moment: Moment): number => {
    const { day } = moment;
    // Later events come behind it, so it stays the first one all day.
    if (first?.day !== day)
      first = { day, seq: firstSeqSince(db, moment.at - WALK_MS, dateOfDay(day - DAYS_BACK)) };
    return first.seq;
  };
  return {
    startDay: (moment) => moment.day - DAYS_BACK,
    firstEvent: firstOf,
    forget: () => (known = null),
    tallyBefore: (moment) => {
      if (known?.day !== moment.day)
        known = { day: moment.day, before: walkBack(db, moment, firstOf(moment)) };
      const { before } = known;
      return (skill) => before.get(skill) ?? counters.tally(skill);
    },
    keep: (skill, before) => {
      if (known && !known.before.has(skill)) known.before.set(skill, before);
    },
  };
};

const walkBack = (db: Db, moment: Moment, firstEvent: number): Map<number, SkillTally> => {
  const start = dateOfDay(moment.day - DAYS_BACK);
  const earliest = new Map<number, TopicState>();
  const skills = new Set<number>();
  for (const event of changesSince(db, moment.at - WALK_MS)) {
    if (event.localDate < start) continue;
    for (const change of event.changes) {
      if (change.what === 'topic') earliest.set(change.topic, change.before);
      for (const skill of skillsCounted(db, event.seq, change)) skills.add(skill);
    }
  }
  return new Map(
    [...skills].map((skill) => [
      skill,
      tallyOf(
        topicsOfSkill(db, skill)
          // What was added since did not count then.
          .filter(({ leaf, madeBy }) => leaf === 1 && (madeBy === null || madeBy < firstEvent))
          .map(({ number, level, state }) => {
            const { status, doneOn } = earliest.get(number) ?? state;
            return { level, status, doneOn };
          }),
      ),
    ]),
  );
};
