import { lastSeq } from '../data/events.ts';
import { skillsWithNote } from '../data/notes.ts';
import { findText } from '../data/search.ts';
import type { SkillRecord } from '../data/skills.ts';
import { topicByNumber, skillsWithStatus } from '../data/topics.ts';
import type { SkillFilter } from '../shared/model/search.ts';
import { freshness, levelReached } from '../shared/rules/tally.ts';
import { STALE_BELOW } from '../shared/values.ts';
import type { Workspace } from './workspace.ts';

/** A text can hit as many skills and topics as this; nobody reads more. */
const HITS = 5_000;

type Keeps = (skill: SkillRecord) => boolean;

/** The last answer for each workspace: a page asks for the same filter once for the tree and once for each category. */
const answers = new WeakMap<Workspace, { readonly key: string; readonly kept: readonly SkillRecord[] }>();

/** The skills that a filter keeps, by category and in order. Hidden ones are kept only by the filter for them. */
export const filteredSkills = (workspace: Workspace, filter: SkillFilter): readonly SkillRecord[] => {
  // Everything that a filter reads changes by an event or with the day.
  const key = JSON.stringify([lastSeq(workspace.db), workspace.moment().day, filter]);
  const known = answers.get(workspace);
  if (known?.key === key) return known.kept;
  const kept = keptBy(workspace, filter);
  answers.set(workspace, { key, kept });
  return kept;
};

const keptBy = (workspace: Workspace, filter: SkillFilter): readonly SkillRecord[] => {
  const tests = testsOf(workspace, filter);
  const hidden = filter.hidden ?? false;
  return workspace
    .allSkills()
    .filter((skill) => skill.hidden === hidden && tests.every((keeps) => keeps(skill)));
};

const testsOf = (workspace: Workspace, filter: SkillFilter): readonly Keeps[] => {
  const { counters, practice } = workspace;
  const tests: Keeps[] = [];
  if (filter.category !== undefined) tests.push(({ category }) => category === filter.category);
  if (filter.own) tests.push(({ own }) => own);
  if (filter.level !== undefined) {
    tests.push(({ number }) => levelReached(counters.tally(number)) === filter.level);
  }
  if (filter.hasEvidence) tests.push(({ number }) => practice.evidence(number) > 0);
  if (filter.stale) tests.push((skill) => isStale(workspace, skill));
  if (filter.hasNote) tests.push(isOneOf(skillsWithNote(workspace.db)));
  if (filter.status !== undefined) tests.push(isOneOf(skillsWithStatus(workspace.db, filter.status)));
  if (filter.text !== undefined) tests.push(isOneOf(skillsWithText(workspace, filter.text)));
  if (filter.role !== undefined || filter.stage !== undefined) {
    const asked = skillsAsked(workspace, filter);
    tests.push(({ id }) => asked.has(id));
  }
  return tests;
};

const isOneOf =
  (numbers: ReadonlySet<number>): Keeps =>
  ({ number }) =>
    numbers.has(number);

const isStale = (
  { counters, practice, moment }: Workspace,
  { number, halfLifeMonths }: SkillRecord,
): boolean => {
  const tally = counters.tally(number);
  if (!tally.done.some((count) => count > 0)) return false;
  return freshness(practice.practised(number, tally), moment().day, halfLifeMonths) < STALE_BELOW;
};

const skillsWithText = ({ db }: Workspace, text: string): ReadonlySet<number> => {
  const { hits } = findText(db, text, {
    topic: HITS,
    skill: HITS,
    role: 0,
    category: 0,
    note: 0,
    resource: 0,
  });
  return new Set(
    hits.map(({ kind, ref }) => (kind === 'topic' ? topicByNumber(db, Number(ref))!.skill : Number(ref))),
  );
};

/** Ids of the skills that a role, or any target, asks for; of one stage where that is given. */
const skillsAsked = (workspace: Workspace, { role, stage }: SkillFilter): ReadonlySet<string> => {
  const roles = role === undefined ? workspace.targets().map((target) => target.role) : [role];
  return new Set(
    roles
      .flatMap((id) => workspace.model(id).requirements)
      .filter((line) => stage === undefined || line.stage === stage)
      .flatMap(({ group, members }) => (group === null ? members : workspace.groups().get(group)!.members)),
  );
};
