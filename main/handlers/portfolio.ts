import { findPicture } from '../../data/projects.ts';
import { readRow } from '../../data/rows.ts';
import type { Db } from '../../data/sql.ts';
import { readStoredFile } from '../../data/stored-files.ts';
import { portfolioShown, type PortfolioShown } from '../../shared/model/portfolio.ts';
import { act } from '../commands.ts';
import type { Handlers } from '../handlers.ts';
import { gather } from '../portfolio/gather.ts';
import { portfolioHtml } from '../portfolio/html.ts';
import { portfolioMarkdown } from '../portfolio/markdown.ts';
import { changeRow, flag } from '../row-change.ts';

/** There is one portfolio. */
const KEY = 'own';

export const portfolioHandlers: Handlers<
  'portfolio.read' | 'portfolio.chosen' | 'portfolio.choose' | 'portfolio.export'
> = {
  'portfolio.read': (workspace, choice, services) => gather(workspace, services, choice),

  'portfolio.chosen': ({ db }) => chosen(db),

  'portfolio.choose': (workspace, { request, ...shown }) => {
    const { db } = workspace;
    const isSame = JSON.stringify(portfolioShown.parse(shown)) === JSON.stringify(chosen(db));
    const { name, headline, without } = shown;
    const row = {
      name,
      headline,
      experience: flag(shown.experience),
      notes: flag(shown.notes),
      folders: flag(shown.folders),
      left_out: JSON.stringify(without),
    };
    return act(
      workspace,
      request,
      { kind: 'edit-portfolio', subject: 'Portfolio', detail: null, count: 1 },
      isSame ? [] : changeRow(db, 'portfolio', KEY, row),
    );
  },

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

/** As the person left it; without a name, a line and anything private at first. */
const chosen = (db: Db): PortfolioShown => {
  const row = readRow(db, 'portfolio', KEY);
  if (!row) return portfolioShown.parse({ name: '', headline: '' });
  return portfolioShown.parse({
    name: row['name'],
    headline: row['headline'],
    experience: row['experience'] === 1,
    notes: row['notes'] === 1,
    folders: row['folders'] === 1,
    without: JSON.parse(String(row['left_out'])) as string[],
  });
};
