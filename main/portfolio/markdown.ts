import type { Portfolio, PortfolioProject } from '../../shared/model/portfolio.ts';
import { AREAS, kindNames, levelNames, span, type PortfolioHead } from './words.ts';

/** Marks that would be read as Markdown, taken as they were typed; a text of several lines stays one. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>#|~]/g, String.raw`\$&`)
    .replaceAll(/^(\s*)([-+]|\d+\.)(\s)/gm, String.raw`$1\$2$3`);
const line = (text: string): string => plain(text.replaceAll(/\s+/g, ' ').trim());

/** The portfolio as one Markdown text. */
export const portfolioMarkdown = ({ projects, experience }: Portfolio, head: PortfolioHead): string => {
  const blocks = [
    `# ${line(head.name) || 'Portfolio'}`,
    line(head.headline),
    ...(projects.length > 0 ? ['## Projects', ...projects.flatMap(projectBlocks)] : []),
    ...AREAS.flatMap(([area, title]) => {
      const own = experience.filter((entry) => entry.area === area);
      if (own.length === 0) return [];
      return [
        `## ${title}`,
        ...own.flatMap(({ title: name, kind, organisation, started, ended, did }) => [
          `### ${line(name)}`,
          [kind, organisation, span(started, ended)]
            .filter((part) => part !== '')
            .map(line)
            .join(' · '),
          plain(did.trim()),
        ]),
      ];
    }),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
};

const projectBlocks = (project: PortfolioProject): readonly string[] => {
  const { title, kind, brief, part, result, repository, demo, tags, skills, notes, folder } = project;
  const link = (name: string, url: string | null): string => (url === null ? '' : `- ${name}: <${url}>`);
  return [
    `### ${line(title)}`,
    [kindNames[kind], span(project.startedOn, project.finishedOn), ...tags.map(line)].join(' · '),
    plain(brief.trim()),
    part.trim() === '' ? '' : `**My part.** ${plain(part.trim())}`,
    result.trim() === '' ? '' : `**Result.** ${line(result)}`,
    skills.length === 0
      ? ''
      : `**Skills.** ${skills.map(({ name, level }) => `${line(name)} (${levelNames[level]})`).join(', ')}`,
    [link('Repository', repository), link('Demo', demo)].filter((one) => one !== '').join('\n'),
    notes.trim() === '' ? '' : `**Notes.** ${plain(notes.trim())}`,
    folder === null ? '' : `**Folder.** ${line(folder)}`,
  ];
};
