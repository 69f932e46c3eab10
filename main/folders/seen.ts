import { technologiesOf, type Ecosystem } from './packages.ts';
import { byEnding, byFileName, byPipeline, type Technology } from './technologies.ts';

/** What every project should have, as far as names of files can show it. */
type FolderItem = 'readme' | 'tests' | 'ci' | 'licence' | 'dockerfile';

/** Longest path that is shown as an example. */
const MAX_EXAMPLE = 300;

type Files = { count: number; example: string };
export type SeenTechnology = {
  readonly technology: Technology;
  /** By files of its own. */
  files: Files | null;
  /** By a package that a manifest names. */
  readonly packages: { readonly name: string; readonly file: string }[];
};

/** Gathers what file names and packages say. It keeps one example for each thing, so it stays small. */
export type Seen = {
  /** `path` is relative to the folder, with `/` between its parts. */
  readonly file: (path: string) => void;
  readonly package: (ecosystem: Ecosystem, name: string, file: string) => void;
  readonly technologies: ReadonlyMap<string, SeenTechnology>;
  readonly items: ReadonlyMap<FolderItem, Files>;
};

const TEST_FOLDER = /(?:^|\/)(?:tests?|specs?|__tests__|e2e)\//i;
const TEST_NAME =
  /(?:[._-](?:test|spec|tests)\.\w+$)|(?:^test_[^/]*\.py$)|(?:(?:Test|Tests|IT)\.(?:java|kt|cs|php|scala)$)/;
const README = /^readme(?:\.(?:md|markdown|rst|adoc|txt))?$/i;
const LICENCE = /^(?:licen[cs]e|copying|unlicense)(?:[.-][\w.-]+)?$/i;
const DOCKERFILE = /^(?:(?:docker|container)file(?:\.[\w.-]+)?|[\w.-]+\.dockerfile)$/i;
const STORED = /\.(?:png|jpe?g|gif|svg|json|ya?ml|md|txt|csv|lock)$/i;

export const createSeen = (): Seen => {
  const technologies = new Map<string, SeenTechnology>();
  const items = new Map<FolderItem, Files>();

  const technologyAt = (technology: Technology): SeenTechnology => {
    let seen = technologies.get(technology.name);
    if (!seen) technologies.set(technology.name, (seen = { technology, files: null, packages: [] }));
    return seen;
  };
  const add = (before: Files | null | undefined, path: string): Files => {
    if (!before) return { count: 1, example: shown(path) };
    before.count += 1;
    return before;
  };
  const see = (technology: Technology | undefined, path: string): void => {
    if (!technology) return;
    const seen = technologyAt(technology);
    seen.files = add(seen.files, path);
  };
  const has = (item: FolderItem, path: string): void => void items.set(item, add(items.get(item), path));

  return {
    technologies,
    items,
    file: (path) => {
      const slash = path.lastIndexOf('/');
      const name = path.slice(slash + 1);
      const lower = name.toLowerCase();
      const dot = lower.lastIndexOf('.');
      const ending = dot > 0 ? byEnding.get(lower.slice(dot + 1)) : undefined;
      see(ending, path);
      see(byFileName.get(lower), path);
      const isTest = TEST_NAME.test(name) || (TEST_FOLDER.test(path) && dot > 0 && !STORED.test(lower));
      if (isTest && ending?.kind === 'language') has('tests', path);
      if (slash < 0 && README.test(name)) has('readme', path);
      if (slash < 0 && LICENCE.test(name)) has('licence', path);
      if (DOCKERFILE.test(name)) {
        has('dockerfile', path);
        if (!byFileName.has(lower)) see(byFileName.get('dockerfile'), path);
      }
      const pipeline = byPipeline.find(([pattern]) => pattern.test(path));
      if (pipeline) {
        has('ci', path);
        see(pipeline[1], path);
      }
    },
    package: (ecosystem, name, file) => {
      for (const technology of technologiesOf(ecosystem, name)) {
        technologyAt(technology).packages.push({ name: shown(name), file: shown(file) });
      }
    },
  };
};

/** Names on a disk may hold anything. */
const shown = (path: string): string =>
  (path.length > MAX_EXAMPLE ? `…${path.slice(1 - MAX_EXAMPLE)}` : path).toWellFormed();
