import type { FolderReason } from '../../shared/model/project.ts';
import { sameText } from '../../shared/rules/same-text.ts';
import type { FolderHistory } from './history.ts';
import type { Seen, SeenTechnology } from './seen.ts';
import { TECHNOLOGY_KINDS, tool, type Technology } from './technologies.ts';

/** A language, framework or tool that was seen. Those that are one skill of the person's stand together. */
export type ProposedTechnology = {
  /** Number of the skill; null where none has such a name or alias. */
  readonly skill: number | null;
  /** What it is known by; the one of those seen most. */
  readonly name: string;
  readonly reasons: readonly FolderReason[];
};

type Proposal = {
  readonly technology: Technology;
  readonly skill: number | null;
  readonly reason: FolderReason;
};

/** What was seen, each as the skill that has its name or alias: languages before frameworks before tools. */
export const proposedTechnologies = (
  seen: Seen,
  { commits, state }: FolderHistory,
  names: readonly { readonly skill: number; readonly text: string }[],
): ProposedTechnology[] => {
  const skills = new Map<string, number>();
  for (const { skill, text } of names) {
    const form = sameText(text);
    if (form !== '' && !skills.has(form)) skills.set(form, skill);
  }
  const skillOf = ({ name }: Technology): number | null => skills.get(sameText(name)) ?? null;
  const proposals = [...seen.technologies.values()].map((one): Proposal => {
    return { technology: one.technology, skill: skillOf(one.technology), reason: reasonOf(one) };
  });
  if (state === 'whole' && commits !== null && commits > 0) {
    const git = tool('Git');
    proposals.push({ technology: git, skill: skillOf(git), reason: { by: 'history', commits } });
  }
  const groups = Map.groupBy(
    proposals.toSorted(byWeight),
    ({ skill, technology }) => skill ?? technology.name,
  );
  return [...groups.values()].map((group) => ({
    skill: group[0]!.skill,
    name: group[0]!.technology.name,
    reasons: group.map(({ reason }) => reason),
  }));
};

/** A package says it plainly; files of the kind say how much of it there is. */
const reasonOf = ({ files, packages, technology }: SeenTechnology): FolderReason => {
  const [first] = packages;
  if (files && (technology.kind === 'language' || !first)) {
    return { by: 'files', count: files.count, path: files.example };
  }
  return { by: 'package', name: first!.name, path: first!.file };
};

const weight = ({ reason }: Proposal): number =>
  reason.by === 'files' ? reason.count : reason.by === 'package' ? 1 : 0;

/** The one with most files first, of each kind. */
const byWeight = (a: Proposal, b: Proposal): number =>
  TECHNOLOGY_KINDS.indexOf(a.technology.kind) - TECHNOLOGY_KINDS.indexOf(b.technology.kind) ||
  weight(b) - weight(a) ||
  a.technology.name.localeCompare(b.technology.name, 'en');
