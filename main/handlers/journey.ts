import { listDoneMarks } from '../../data/done-marks.ts';
import { findSkill } from '../../data/skills.ts';
import type { DoneMark, Journey } from '../../shared/model/journey.ts';
import { AppError } from '../../shared/reply.ts';
import { membersOf } from '../../shared/rules/choices.ts';
import {
  coveredShare,
  gatesOf,
  isMet,
  provenShare,
  stagesReached,
  standingOf,
} from '../../shared/rules/ladder.ts';
import type { Requirement } from '../../shared/rules/readiness.ts';
import type { Level } from '../../shared/values.ts';
import { act } from '../commands.ts';
import { existingRole } from '../existing.ts';
import { guidanceOf, type Guidance } from '../guidance.ts';
import type { Handlers } from '../handlers.ts';
import { loggedFor } from '../journey/logged.ts';
import { linesOf, markables, type Markable } from '../marks.ts';
import { finishedProjects } from '../projects/finished.ts';
import { changeRow } from '../row-change.ts';
import type { Workspace } from '../workspace.ts';

export const journeyHandlers: Handlers<'journey.read' | 'marks.set'> = {
  'journey.read': (workspace, { role: asked }, services) => {
    const guidance = guidanceOf(services);
    const role = existingRole(workspace, asked ?? workspace.targets()[0]?.role ?? workspace.roles()[0]!.id);
    const markOf = marksOf(workspace);
    return {
      role: { id: role.id, title: role.title },
      roadmap: roadmap(workspace, guidance, markOf),
      ...ladder(workspace, guidance, role.id, markOf),
      duties: [
        { id: 'common', title: '', items: guidance.duties.common.map(markOf) },
        ...guidance.duties.byRole
          .filter((duties) => duties.role === (role.own?.base ?? role.id))
          .map(({ role: id, items }) => ({ id, title: role.title, items: items.map(markOf) })),
      ],
      checklist: guidance.checklist.phases.map(({ id, title, items }) => ({
        id,
        title,
        items: items.map(markOf),
      })),
      firstJob: guidance.firstJob.steps.map((step) => ({ title: step.title, mark: markOf(step) })),
    };
  },

  'marks.set': (workspace, { request, mark, done }, services) => {
    const item = markables(guidanceOf(services)).get(mark);
    if (!item) throw new AppError('not_found', 'There is nothing of this kind to mark any more.');
    if (done && done.on > workspace.moment().localDate) {
      throw new AppError('invalid', 'What was done cannot have a date in the future.');
    }
    return act(
      workspace,
      request,
      { kind: done ? 'mark-done' : 'unmark-done', subject: item.text, detail: null, count: 1 },
      changeRow(workspace.db, 'done_mark', mark, done && { done_on: done.on, link: done.link }),
    );
  },
};

type MarkOf = (item: Markable) => DoneMark;

const marksOf = (workspace: Workspace): MarkOf => {
  const marks = listDoneMarks(workspace.db);
  return ({ id, text, skills }) => ({
    id,
    text,
    doneOn: marks.get(id)?.doneOn ?? null,
    link: marks.get(id)?.link ?? null,
    skills: skills.flatMap((skill) => {
      const found = findSkill(workspace.db, skill);
      return found ? [{ id: skill, name: found.name }] : [];
    }),
  });
};

type Line = { readonly level: number; readonly weight?: number } & (
  | { readonly skill: string }
  | { readonly group: string }
);

/** Lines of the catalogue's advice as the readiness rules read them; what the file does not hold is left out. */
const requirements = (workspace: Workspace, lines: readonly Line[]): Requirement[] =>
  lines.flatMap((line): Requirement[] => {
    const common = { level: line.level as Level, weight: line.weight ?? 1, stage: 'core' as const };
    if ('skill' in line)
      return findSkill(workspace.db, line.skill) ? [{ group: null, members: [line.skill], ...common }] : [];
    const group = workspace.groups().get(line.group);
    return group && group.members.length > 0
      ? [{ group: group.id, members: membersOf(group, workspace.fixed()), ...common }]
      : [];
  });

const titleOf = (workspace: Workspace, { group, members }: Requirement): { id: string; name: string } =>
  group === null
    ? { id: members[0]!, name: workspace.skill(members[0]!).name }
    : { id: members[0]!, name: workspace.groups().get(group)!.title };

const roadmap = (workspace: Workspace, { chooser }: Guidance, markOf: MarkOf): Journey['roadmap'] => {
  const knowledge = workspace.knowledge();
  const loggedOf = loggedFor(workspace);
  return chooser.roadmap.steps.map((step) => {
    const { id, title, summary, skills, groups, exit } = step;
    const lines = requirements(workspace, [...skills, ...groups]);
    return {
      id,
      title,
      summary,
      covered: coveredShare(lines, knowledge),
      proven: provenShare(lines, knowledge),
      open: lines
        .filter((line) => coveredShare([line], knowledge) < 1)
        .map((line) => titleOf(workspace, line)),
      logged: loggedOf(step, lines),
      exits: linesOf(id, 'exit', exit).map(markOf),
    };
  });
};

const ladder = (
  workspace: Workspace,
  guidance: Guidance,
  role: string,
  markOf: MarkOf,
): Pick<Journey, 'stages' | 'paths' | 'projects'> => {
  const knowledge = workspace.knowledge();
  const { stages, paths } = guidance.ladder;
  const projects = finishedProjects(workspace.db);
  const standing = standingOf(workspace.model(role), knowledge, projects.length);
  const reached = stagesReached(stages, standing);
  const covered = (lines: readonly Line[]): number => coveredShare(requirements(workspace, lines), knowledge);
  return {
    projects: projects.map(({ id, title }) => ({ id, title })),
    stages: stages.map((stage, index) => ({
      id: stage.id,
      title: stage.title,
      summary: stage.summary,
      reached: index < reached,
      gates: gatesOf(stage, index === 0, standing).map((gate) => ({ ...gate, met: isMet(gate) })),
      covered: covered(stage.requirements),
      responsibilities: [...stage.responsibilities],
      evidence: linesOf(stage.id, 'evidence', stage.evidence).map(markOf),
    })),
    paths: paths.map((path) => ({
      id: path.id,
      title: path.title,
      summary: path.summary,
      from: stages.find(({ id }) => id === path.from)?.title ?? path.from,
      role: namedRole(workspace, path.targetRole),
      covered: path.requirements.length === 0 ? null : covered(path.requirements),
      responsibilities: [...path.responsibilities],
      focus: (path.focusOptions ?? []).map(({ id, title, requirements: lines }) => ({
        id,
        title,
        covered: covered(lines),
      })),
    })),
  };
};

const namedRole = (workspace: Workspace, id: string | null): { id: string; name: string } | null => {
  const role = workspace.roles().find((one) => one.id === id);
  return role ? { id: role.id, name: role.title } : null;
};
