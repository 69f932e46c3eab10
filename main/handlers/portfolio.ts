import { findPicture } from '../../data/projects.ts';
import { readStoredFile } from '../../data/stored-files.ts';
import type { Handlers } from '../handlers.ts';
import { gather } from '../portfolio/gather.ts';
import { portfolioHtml } from '../portfolio/html.ts';
import { portfolioMarkdown } from '../portfolio/markdown.ts';

export const portfolioHandlers: Handlers<'portfolio.read' | 'portfolio.export'> = {
  'portfolio.read': (workspace, choice, services) => gather(workspace, services, choice),

  'portfolio.export': (workspace, { format, name, headline, ...choice }, services) => {
    const shown = gather(workspace, services, choice);
    const head = { name: name.trim(), headline: headline.trim(), today: workspace.moment().localDate };
    if (format === 'markdown') return { fileName: 'portfolio.md', text: portfolioMarkdown(shown, head) };
    const image = (id: string): string => {
      const { file, type } = findPicture(workspace.db, id)!;
      return `data:${type};base64,${readStoredFile(workspace.db, file)!.toString('base64')}`;
    };
    return { fileName: 'portfolio.html', text: portfolioHtml(shown, head, image) };
  },
};
