import { listItems, type ProjectRecord } from '../../data/projects.ts';
import type { FolderFinding, FolderReason } from '../../shared/model/project.ts';
import { faultOfDays, isSettled } from '../../shared/rules/projects.ts';
import type { StagedLook } from '../folders/look-at-folder.ts';
import { remarksOn } from '../folders/remarks.ts';
import type { Handlers } from '../handlers.ts';
import { existingProject } from '../projects/existing.ts';
import type { Workspace } from '../workspace.ts';

/** How many places are named where one skill was seen in several. */
const REASONS = 3;
/** The item of the definition of done that something in a folder speaks for. */
const ITEM_OF = {
  readme: 'readme',
  tests: 'tests',
  ci: 'ci',
  licence: 'licence',
  dockerfile: 'deployed',
} as const satisfies Record<string, string>;

export const folderHandlers: Handlers<'projects.look'> = {
  'projects.look': (workspace, { project: id, job }, services) => {
    const look = services.jobs().result('look-at-folder', job);
    const project = existingProject(workspace, id);
    const today = workspace.moment().localDate;
    const { path, files, history } = look;
    return {
      path,
      files,
      commits: history.commits,
      lastOn: history.lastOn !== null && history.lastOn <= today ? history.lastOn : null,
      findings: [
        ...aboutProject(project, look, today),
        ...aboutItems(workspace, project, look),
        ...aboutSkills(workspace, project, look),
      ],
      remarks: remarksOn(look),
    };
  },
};

/** Title, address and days, where they differ from what the project says and would stand beside it. */
const aboutProject = (
  project: ProjectRecord,
  { title, history }: StagedLook,
  today: string,
): FolderFinding[] => {
  const findings: FolderFinding[] = [];
  const find = (why: FolderReason, says: FolderFinding['says']): void =>
    void findings.push({ why: [why], says });
  if (title !== null && title.text !== project.title)
    find({ by: 'files', count: 1, path: title.file }, { what: 'title', title: title.text });
  const { remote, firstOn, lastOn } = history;
  if (remote !== null && remote !== project.repository)
    find({ by: 'remote' }, { what: 'repository', url: remote });
  // Somebody's clock may have been wrong: such a day is none to propose.
  const starts = firstOn !== null && firstOn <= today && !faultOfDays(firstOn, project.finishedOn, today);
  if (starts && firstOn !== project.startedOn)
    find({ by: 'firstCommit' }, { what: 'started', date: firstOn });
  const ends =
    project.status === 'shipped' && lastOn !== null && !faultOfDays(project.startedOn, lastOn, today);
  if (ends && lastOn !== project.finishedOn) find({ by: 'lastCommit' }, { what: 'finished', date: lastOn });
  return findings;
};

/** That something is there says nothing of how good it is: the person confirms each. */
const aboutItems = (workspace: Workspace, project: ProjectRecord, look: StagedLook): FolderFinding[] => {
  const open = listItems(workspace.db, project.id).filter((item) => !isSettled(item));
  return [...look.items].flatMap(([seen, { count, example }]): FolderFinding[] => {
    const item = open.find(({ source }) => source === ITEM_OF[seen]);
    if (!item) return [];
    const says = { what: 'item', item: item.id, text: item.text } as const;
    return [{ why: [{ by: 'files', count, path: example }], says }];
  });
};

/** What no skill is called like can be a tag. */
const aboutSkills = (
  workspace: Workspace,
  { skills, tags }: ProjectRecord,
  { technologies }: StagedLook,
): FolderFinding[] => {
  const shown = new Set(skills.map(({ skill }) => skill));
  const tagged = new Set(tags.map((tag) => tag.toLowerCase()));
  return technologies.flatMap(({ skill: number, name: tag, reasons }): FolderFinding[] => {
    const why = reasons.slice(0, REASONS);
    if (number === null) {
      return tagged.has(tag.toLowerCase()) ? [] : [{ why, says: { what: 'tag', tag } }];
    }
    if (shown.has(number)) return [];
    const { id, name } = workspace.skillByNumber(number);
    return [{ why, says: { what: 'skill', skill: id, name } }];
  });
};
