import type { Portfolio, PortfolioEntry, PortfolioProject } from '../../shared/model/portfolio.ts';
import { portfolioStyle } from './style.ts';
import { AREAS, kindNames, levelNames, span, type PortfolioHead } from './words.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter]!);
const paragraphs = (text: string): string =>
  text
    .trim()
    .split(/\n{2,}/)
    .filter((part) => part !== '')
    .map((part) => `<p dir="auto">${escape(part).replaceAll('\n', '<br>')}</p>`)
    .join('');

/** Asks for nothing from anywhere: styles and pictures stand in it, and there is no script. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The portfolio as one page of HTML. `image` gives the data address of a picture. */
export const portfolioHtml = (
  { projects, experience }: Portfolio,
  head: PortfolioHead,
  image: (picture: string) => string,
): string => {
  const title = head.name === '' ? 'Portfolio' : head.name;
  const areas = AREAS.map(([area, name]) =>
    section(name, experience.filter((entry) => entry.area === area).map(entryHtml)),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${escape(title)}</title>
<style>${portfolioStyle}</style>
</head>
<body>
<header><h1 dir="auto">${escape(title)}</h1>${head.headline === '' ? '' : `<p dir="auto">${escape(head.headline)}</p>`}</header>
<main>
${section(
  'Projects',
  projects.map((project) => projectHtml(project, image)),
)}${areas.join('')}</main>
<footer><p>Made on ${head.today}.</p></footer>
</body>
</html>
`;
};

const section = (title: string, articles: readonly string[]): string =>
  articles.length === 0 ? '' : `<section><h2>${title}</h2>${articles.join('\n')}</section>\n`;

const link = (name: string, url: string | null): string =>
  url === null ? '' : `<a href="${escape(url)}" rel="noreferrer">${name}</a>`;

const projectHtml = (project: PortfolioProject, image: (picture: string) => string): string => {
  const { title, kind, brief, part, result, repository, demo, tags, skills, pictures, notes, folder } =
    project;
  const facts = [kindNames[kind], span(project.startedOn, project.finishedOn), ...tags]
    .map(escape)
    .join(' · ');
  const told = (name: string, text: string): string =>
    text.trim() === '' ? '' : `<h4>${name}</h4>${paragraphs(text)}`;
  const links = [link('Repository', repository), link('Demo', demo)].filter((one) => one !== '');
  return `<article>
<h3 dir="auto">${escape(title)}</h3>
<p class="facts">${facts}</p>
${result.trim() === '' ? '' : `<p class="result" dir="auto">${escape(result)}</p>`}
${paragraphs(brief)}
${told('My part', part)}
${pictures
  .map(
    ({ id, caption }) =>
      `<figure><img src="${image(id)}" alt="${escape(caption)}"><figcaption dir="auto">${escape(caption)}</figcaption></figure>`,
  )
  .join('')}
${
  skills.length === 0
    ? ''
    : `<h4>Skills</h4><ul class="skills">${skills
        .map(({ name, level }) => `<li>${escape(name)} <span>${levelNames[level]}</span></li>`)
        .join('')}</ul>`
}
${links.length === 0 ? '' : `<p class="links">${links.join(' ')}</p>`}
${told('Notes', notes)}
${folder === null ? '' : told('Folder', folder)}
</article>`;
};

const entryHtml = ({ title, kind, organisation, started, ended, did }: PortfolioEntry): string =>
  `<article>
<h3 dir="auto">${escape(title)}</h3>
<p class="facts">${[kind, organisation, span(started, ended)]
    .filter((part) => part !== '')
    .map(escape)
    .join(' · ')}</p>
${paragraphs(did)}
</article>`;
