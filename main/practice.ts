import { evidenceSums, ONGOING, type EvidenceSum } from '../data/evidence.ts';
import { listReviews, type ReviewRecord } from '../data/reviews.ts';
import type { Db } from '../data/sql.ts';
import { epochDay } from '../shared/rules/days.ts';
import type { SkillTally } from '../shared/rules/tally.ts';
import type { ReachedLevel } from '../shared/values.ts';

/** What shows and keeps up a skill besides its ticks: evidence and reviews, in memory, by the skill's number. */
export type Practice = {
  readonly evidence: (skill: number) => ReachedLevel;
  /** As it was before the event `seq`. */
  readonly evidenceBefore: (seq: number) => (skill: number) => ReachedLevel;
  /** As it would be without the project or experience of this id. */
  readonly evidenceWithout: (id: string) => (skill: number) => ReachedLevel;
  readonly review: (skill: number) => ReviewRecord | undefined;
  /**
   * Day number of the last practice: the latest topic set to done, review answered "still know it" or piece of evidence,
   * none of them later than `until` where that is given; null without one.
   */
  readonly practised: (skill: number, tally: Pick<SkillTally, 'practised'>, until?: number) => number | null;
  /** Evidence or reviews changed: read again when next asked for. */
  readonly drop: () => void;
};

const levelIn = (sums: ReadonlyMap<number, EvidenceSum>, skill: number): ReachedLevel =>
  sums.get(skill)?.level ?? 0;

export const openPractice = (db: Db, today: () => string): Practice => {
  let sums: ReadonlyMap<number, EvidenceSum> | null = null;
  let reviews: ReadonlyMap<number, ReviewRecord> | null = null;
  const evidence = (): ReadonlyMap<number, EvidenceSum> => (sums ??= evidenceSums(db));
  const reviewed = (): ReadonlyMap<number, ReviewRecord> =>
    (reviews ??= new Map(listReviews(db).map((review) => [review.skill, review])));
  /** What goes on is practised up to the day that is asked for; the month that runs ends no later than today. */
  const dayOf = (date: string, until: number): number => {
    const now = epochDay(today());
    return date === ONGOING ? Math.min(now, until) : Math.min(now, epochDay(date));
  };
  return {
    evidence: (skill) => levelIn(evidence(), skill),
    evidenceBefore: (seq) => {
      const before = evidenceSums(db, { madeBefore: seq });
      return (skill) => levelIn(before, skill);
    },
    evidenceWithout: (id) => {
      const others = evidenceSums(db, { without: id });
      return (skill) => levelIn(others, skill);
    },
    review: (skill) => reviewed().get(skill),
    practised: (skill, tally, until = Number.POSITIVE_INFINITY) => {
      const known = reviewed().get(skill)?.knownOn ?? null;
      const newest = evidence().get(skill)?.newest ?? null;
      // Nearly every skill has neither: a tick asks here for each line of each role.
      if (known === null && newest === null) return tally.practised;
      let last = tally.practised;
      for (const date of [known, newest]) {
        const day = date === null ? null : dayOf(date, until);
        if (day !== null && day <= until && (last === null || day > last)) last = day;
      }
      return last;
    },
    drop: () => {
      sums = null;
      reviews = null;
    },
  };
};
