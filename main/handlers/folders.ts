import { listItems } from '../../data/projects.ts';
import type { FolderFinding } from '../../shared/model/project.ts';
import { isSettled } from '../../shared/rules/projects.ts';
import type { StagedLook } from '../folders/look-at-folder.ts';
import type { Handlers } from '../handlers.ts';
import { existingProject } from '../projects/existing.ts';

export const folderHandlers: Handlers<'projects.look'> = {
  'projects.look': (workspace, { project: id, job }, services) => {
    const look = services.jobs().result('look-at-folder', job);
    const project = existingProject(workspace, id);
    const { path, files, history, remarks } = look;
    const findings: FolderFinding[] = [];
    const find = (why: string, says: FolderFinding['says']): void => void findings.push({ why, says });

    if (look.title !== null && look.title !== project.title)
      find('README', { what: 'title', title: look.title });
    if (history.remote !== null && history.remote !== project.repository)
      find('.git/config', { what: 'repository', url: history.remote });
    if (history.firstOn !== null && history.firstOn !== project.startedOn)
      find('first commit', { what: 'started', date: history.firstOn });
    const isOver = project.status === 'shipped' && history.lastOn !== null;
    if (isOver && history.lastOn !== project.finishedOn)
      find('last commit', { what: 'finished', date: history.lastOn! });
    const items = listItems(workspace.db, id);
    for (const { source, where } of look.items) {
      const item = items.find((candidate) => candidate.source === source);
      if (item && !isSettled(item)) find(where, { what: 'item', item: item.id, text: item.text });
    }
    for (const found of look.skills) {
      if (project.skills.some(({ skill }) => skill === found.skill)) continue;
      const { id: skill, name } = workspace.skillByNumber(found.skill);
      find(whereOf(found), { what: 'skill', skill, name });
    }
    return { path, files, commits: history.commits, findings, remarks: [...remarks] };
  },
};

const whereOf = ({ where, count }: StagedLook['skills'][number]): string =>
  count > 1 ? `${where}, ${count}` : where;
