import { copyToMemory } from '../../data/past-file.ts';
import { currentId } from '../../data/renamed.ts';
import type { Row } from '../../data/rows.ts';
import { findSkill } from '../../data/skills.ts';
import type { Db } from '../../data/sql.ts';
import { readState, topicsOfSkill } from '../../data/topics.ts';
import type { Figures } from '../../shared/model/figures.ts';
import { dateOfDay, epochDay } from '../../shared/rules/days.ts';
import { figuresOf, sharesOf } from '../../shared/rules/readiness.ts';
import { tallyOfDays, type DatedTopic, type SkillTally } from '../../shared/rules/tally.ts';
import type { Level } from '../../shared/values.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';
import { dayOfDone, statusOf } from './chunk.ts';
import { keeping } from '../keeping.ts';
import { pastClock } from './past-clock.ts';
import { replayContent, replayStates, type StateReplay } from './replay.ts';
import type { Timeline } from './timeline.ts';

export type ProgressPoint = {
  readonly day: number;
  /** Null while there was no such role. */
  readonly figures: Figures | null;
};

/** Points of *covered* that the skills of a category give, by category, at the first and the last day asked for. */
export type Gains = ReadonlyMap<string, { readonly before: number; readonly after: number }>;

/**
 * The three bars of a role at the end of each of `days` (rising), as the time machine shows them: one walk through the log
 * that works out only the skills that moved in between.
 */
export const progressOf = (
  workspace: Workspace,
  role: string,
  days: readonly number[],
): { readonly points: readonly ProgressPoint[]; readonly gains: Gains } => {
  const gains = new Map<string, { before: number; after: number }>();
  const pointAt = (past: Workspace, day: number, index: number): ProgressPoint => {
    if (!past.roles().some(({ id }) => id === role)) return { day, figures: null };
    if (index === 0) addPoints(past, role, gains, 'before');
    if (index === days.length - 1) addPoints(past, role, gains, 'after');
    return { day, figures: figuresOf(past.model(role), past.knowledge()) };
  };
  const points = withWalk(workspace, (goTo) => days.map((day, index) => pointAt(goTo(day), day, index)));
  return { points, gains };
};

const addPoints = (
  past: Workspace,
  role: string,
  gains: Map<string, { before: number; after: number }>,
  side: 'before' | 'after',
): void => {
  const knowledge = past.knowledge();
  const shares = past.model(role).requirements.map((line) => sharesOf(line, knowledge).covered);
  const all = shares.reduce((sum, { of }) => sum + of, 0);
  for (const { pick, got } of shares) {
    if (got === 0) continue;
    const { category } = past.skill(pick.skill);
    const sums = gains.get(category) ?? { before: 0, after: 0 };
    sums[side] += (100 * got) / all;
    gains.set(category, sums);
  }
};

/** Numbers of the skills that any role asks for, now or in an earlier version of an own role or group. */
const skillsOf = (workspace: Workspace, timeline: Timeline): number[] => {
  const { db } = workspace;
  const ids = new Set(
    workspace.roles().flatMap(({ id }) => workspace.model(id).requirements.flatMap(({ members }) => members)),
  );
  for (const { members } of workspace.groups().values()) for (const id of members) ids.add(id);
  const numbers = new Set([...ids].map((id) => workspace.skill(id).number));
  for (const { first, changes } of timeline.things) {
    if (first.what !== 'row') continue;
    for (const change of [first, ...changes]) {
      if (change.what !== 'row') continue;
      for (const row of [change.before, change.after])
        for (const number of skillsNamed(db, change.table, row)) numbers.add(number);
    }
  }
  return [...numbers];
};

const skillsNamed = (db: Db, table: string, row: Row | null): number[] => {
  if (row === null) return [];
  if (table === 'own_group') return JSON.parse(String(row['members'])) as number[];
  if (table !== 'own_role') return [];
  const lines = JSON.parse(String(row['lines'])) as { need: { kind: string; id: string } }[];
  return lines.flatMap(({ need }) => {
    const skill = need.kind === 'skill' ? findSkill(db, currentId(db, 'skill', need.id)) : undefined;
    return skill ? [skill.number] : [];
  });
};

type Leaf = { readonly number: number; readonly level: Level };

/** A workspace that goes from day to day. */
const withWalk = keeping((workspace): ((day: number) => Workspace) => {
  const timeline = workspace.journal.timeline();
  const skills = skillsOf(workspace, timeline);
  const copy = copyToMemory(workspace.db, skills);
  const clock = pastClock(workspace.moment());
  const past = openWorkspace(copy, clock);
  const content = replayContent(copy, timeline);
  const states = replayStates(timeline.topics);
  const leaves = new Map<number, readonly Leaf[]>();
  const skillOfTopic = new Map<number, number>();
  const wanted = new Set(skills);
  let isFirst = true;

  const leavesOf = (skill: number): readonly Leaf[] => {
    let list = leaves.get(skill);
    if (!list) {
      list = topicsOfSkill(copy, skill).filter(({ leaf }) => leaf === 1);
      leaves.set(skill, list);
      for (const { number } of list) skillOfTopic.set(number, skill);
    }
    return list;
  };
  return (day) => {
    clock.set(dateOfDay(day));
    const { tables, skills: recast, choices } = content.goTo(day);
    for (const table of tables) past.outdate(table, []);
    past.settleContent();
    if (choices) past.refresh();
    const dirty = new Set<number>(isFirst ? skills : []);
    isFirst = false;
    for (const skill of recast) {
      leaves.delete(skill);
      if (wanted.has(skill)) dirty.add(skill);
    }
    for (const topic of states.goTo(day)) {
      const skill = skillOfTopic.get(topic);
      if (skill !== undefined) dirty.add(skill);
    }
    for (const skill of dirty) past.count(skill, tallyAt(workspace, timeline, states, leavesOf(skill)));
    return past;
  };
});

const tallyAt = (
  workspace: Workspace,
  { topics }: Timeline,
  states: StateReplay,
  leaves: readonly Leaf[],
): SkillTally =>
  tallyOfDays(
    leaves.map(({ number, level }): DatedTopic => {
      const entry = states.entryOf(number);
      if (entry === null) {
        const { status, doneOn } = readState(workspace.db, number).state;
        return { level, status, day: doneOn === null ? null : epochDay(doneOn) };
      }
      if (entry < 0) return { level, status: 'todo', day: null };
      return { level, status: statusOf(topics.code[entry]!), day: dayOfDone(topics.doneOn[entry]!) };
    }),
  );
