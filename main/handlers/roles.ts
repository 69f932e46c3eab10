import { STAGES, type Level } from '../../shared/values.ts';
import { evidenceOf } from '../../data/evidence.ts';
import { certificationsOf, listMarketFacts, projectsOf } from '../../data/roles.ts';
import type { Evidence } from '../../shared/model/learning.ts';
import type { ComparedLine, NeedRef, RoleLine } from '../../shared/model/own.ts';
import type { EntryItem, GroupChoice, LedgerLine, RoleDetail, RoleRow } from '../../shared/model/role.ts';
import { AppError } from '../../shared/reply.ts';
import { compareRole } from '../../shared/rules/own-role.ts';
import { membersOf, pairsOf } from '../../shared/rules/choices.ts';
import { dateOfDay } from '../../shared/rules/days.ts';
import { ledgerOf } from '../../shared/rules/ledger.ts';
import { pickMember, type Need, type Pick } from '../../shared/rules/readiness.ts';
import { countsUpTo, coverage } from '../../shared/rules/tally.ts';
import { existingRole } from '../existing.ts';
import type { Handlers } from '../handlers.ts';
import type { Role } from '../role-models.ts';
import type { Workspace } from '../workspace.ts';

/** How many pieces of evidence a line names; the page of the skill has them all. */
const SHOWN_PIECES = 4;

export const roleHandlers: Handlers<'roles.list' | 'roles.read' | 'roles.fork' | 'roles.ledger'> = {
  'roles.list': (workspace) => ({ roles: workspace.roles().map(({ id }) => roleRow(workspace, id)) }),

  'roles.read': (workspace, { role: id }) => {
    const role = existingRole(workspace, id);
    return {
      ...roleRow(workspace, id),
      aliases: [...role.aliases],
      duties: [...role.duties],
      demand: role.demand,
      longTerm: role.longTerm,
      entrySummary: role.entrySummary,
      usualWayIn: role.usualWayIn,
      entryList: entryList(workspace, id),
      // What fits the role that an own one was made from fits the own one too.
      certifications: certificationsOf(workspace.db, role.own?.base ?? id),
      projects: projectsOf(workspace.db, role.own?.base ?? id),
      market: listMarketFacts(workspace.db),
      guides: [...role.guides],
      changes: changesOf(workspace, role),
    };
  },

  'roles.fork': (workspace, { role: id }) => {
    const role = existingRole(workspace, id);
    if (role.own) throw new AppError('invalid', 'A role can be made from one of the catalogue only.');
    return { lines: comparedLines(workspace, role.lines, []) };
  },

  'roles.ledger': (workspace, { role, bar }) => {
    existingRole(workspace, role);
    const knowledge = workspace.knowledge();
    const { total, lines } = ledgerOf(workspace.model(role), knowledge, bar);
    const numberOf = (skill: string): number => workspace.skill(skill).number;
    const pieces =
      bar === 'proven'
        ? evidenceOf(
            workspace.db,
            lines.map(({ pick }) => numberOf(pick.skill)),
            workspace.moment().localDate,
          )
        : null;
    const detailed = lines.map(({ requirement, pick, points, of }): LedgerLine => {
      const practised = knowledge.practised(pick.skill);
      return {
        ...needDetail(workspace, requirement, pick),
        weight: requirement.weight,
        stage: requirement.stage,
        points,
        of,
        evidence: knowledge.evidence(pick.skill),
        proof: pieces && !pick.waived ? proofOf(pieces.get(numberOf(pick.skill)) ?? []) : null,
        practisedOn: practised === null ? null : dateOfDay(practised),
        halfLifeMonths: knowledge.halfLifeMonths(pick.skill),
      };
    });
    const stages = STAGES.map((stage) => {
      const own = detailed.filter((line) => line.stage === stage);
      return {
        stage,
        points: own.reduce((sum, line) => sum + line.points, 0),
        of: own.reduce((sum, line) => sum + line.of, 0),
        lines: own.toSorted((a, b) => b.of - b.points - (a.of - a.points)),
      };
    });
    return { total, stages };
  },
};

const proofOf = (pieces: readonly Evidence[]): LedgerLine['proof'] => ({
  pieces: pieces.slice(0, SHOWN_PIECES),
  more: Math.max(0, pieces.length - SHOWN_PIECES),
});

/** A role with its figures, its entry list and its place among the targets. */
export const roleRow = (workspace: Workspace, id: string): RoleRow => {
  const { title, summary, own } = existingRole(workspace, id);
  const { role: _, ...figures } = workspace.figures().find(({ role }) => role === id)!;
  const place = workspace.targets().findIndex(({ role }) => role === id);
  return {
    id,
    title,
    summary,
    figures,
    entry: entryProgress(workspace, id),
    target: place < 0 ? null : place,
    own: own !== null,
  };
};

/** An own role beside the one that it was made from. */
const changesOf = (workspace: Workspace, { own }: Role): RoleDetail['changes'] => {
  if (!own) return null;
  const base = own.base === null ? null : existingRole(workspace, own.base);
  return {
    base: base && { id: base.id, title: base.title },
    lines: comparedLines(workspace, base?.lines ?? [], own.changes),
  };
};

const comparedLines = (
  workspace: Workspace,
  base: Role['lines'],
  changes: readonly RoleLine[],
): ComparedLine[] =>
  compareRole(base, changes).map((line) => ({ ...line, title: titleOf(workspace, line.need) }));

const titleOf = (workspace: Workspace, { kind, id }: NeedRef): string =>
  kind === 'skill' ? workspace.skill(id).name : workspace.groups().get(id)!.title;

/** How many items of the entry list are met; waived ones stand outside. */
export const entryProgress = (workspace: Workspace, role: string): { done: number; total: number } => {
  const knowledge = workspace.knowledge();
  const picks = workspace
    .model(role)
    .entry.map((need) => ({ need, pick: pickMember(need, knowledge, 'covered') }))
    .filter(({ pick }) => !pick.waived);
  const met = picks.filter(({ need, pick }) => coverage(knowledge.tally(pick.skill), need.level) >= 1);
  return { done: met.length, total: picks.length };
};

const entryList = (workspace: Workspace, role: string): EntryItem[] => {
  const knowledge = workspace.knowledge();
  return workspace
    .model(role)
    .entry.map((need) => needDetail(workspace, need, pickMember(need, knowledge, 'covered')));
};

/** A need with its own count and, for a choose-one group, every member that could stand for it. */
const needDetail = (workspace: Workspace, need: Need, pick: Pick): EntryItem => ({
  skill: pick.skill,
  title: need.group === null ? workspace.skill(pick.skill).name : workspace.groups().get(need.group)!.title,
  level: need.level,
  topics: topicsOf(workspace, pick.skill, need.level),
  group: need.group === null ? null : groupChoice(workspace, need.group, need.level, pick),
  waived: pick.waived,
});

const topicsOf = (workspace: Workspace, skill: string, level: Level): { done: number; total: number } =>
  countsUpTo(workspace.counters.tally(workspace.skill(skill).number), level);

const groupChoice = (workspace: Workspace, id: string, level: Level, pick: Pick): GroupChoice => {
  const group = workspace.groups().get(id)!;
  const others = new Map([...workspace.fixed()].filter(([fixedGroup]) => fixedGroup !== id));
  const offered = membersOf(group, others);
  // A member that was fixed before the others were narrowed stays to be seen, and to be let go of.
  const shown = offered.includes(pick.skill) ? offered : [...offered, pick.skill];
  return {
    id,
    title: group.title,
    note: group.note,
    fixed: workspace.fixed().get(id) ?? null,
    members: shown.map((skill) => ({
      skill,
      name: workspace.skill(skill).name,
      topics: topicsOf(workspace, skill, level),
      counts: skill === pick.skill,
    })),
    pairs: pairsOf(group),
  };
};
