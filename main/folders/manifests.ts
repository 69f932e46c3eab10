import type { Ecosystem } from './packages.ts';

type Manifest = {
  readonly ecosystem: Ecosystem;
  /** Names of packages in its text. What is not understood gives none; nothing of it is run. */
  readonly packages: (text: string) => string[];
};

// Patterns never let two repeats share a character, so that a hostile file is read in one go.
const all = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([, name]) => name!);

/** Names in objects at the top of a JSON file, such as `dependencies`. */
const keysOf =
  (...fields: readonly string[]) =>
  (text: string): string[] => {
    try {
      const value: unknown = JSON.parse(text);
      const own = typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map();
      return fields.flatMap((field) => {
        const part: unknown = own.get(field);
        return typeof part === 'object' && part !== null ? Object.keys(part) : [];
      });
    } catch {
      return [];
    }
  };

const REQUIREMENT = /["']([A-Za-z0-9][\w.-]*)/g;
const TABLE = /^\[+\s*([^\]\s]+)\s*\]/;
/** Tables whose keys are packages, and those whose lists are. */
const KEYS_TABLE = /(?:^|[.-])(?:dependencies|packages)$/;
const LISTS_TABLE = /^(?:project\.optional-dependencies|dependency-groups)$/;

/** Requirements of Python in `pyproject.toml` and `Pipfile`, by the tables and lists that hold such. */
const tomlRequirements = (text: string): string[] => {
  const found: string[] = [];
  let table = '';
  let inList = false;
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    const header = inList ? null : TABLE.exec(line);
    if (header) {
      table = header[1]!;
      continue;
    }
    const opens =
      !inList && (LISTS_TABLE.test(table) || (table === 'project' && /^dependencies\s*=/.test(line)));
    if (inList || (opens && line.includes('['))) {
      const list: string = inList ? line : line.slice(line.indexOf('['));
      found.push(...all(list, REQUIREMENT));
      // An extra such as "uvicorn[standard]" closes no list.
      inList = !list.replaceAll(/"[^"]*"|'[^']*'/g, '').includes(']');
    } else if (KEYS_TABLE.test(table) && !LISTS_TABLE.test(table)) {
      const key = /^["']?([A-Za-z0-9][\w.-]*)["']?\s*=/.exec(line)?.[1];
      if (key !== undefined) found.push(key);
    }
  }
  return found;
};

const gradle = (text: string): string[] => [
  ...all(text, /["'][\w.-]+:([\w.-]+)[:"']/g),
  ...all(text, /\bid[ (]+["']([\w.-]+)["']/g),
];

const rows: readonly (readonly [name: RegExp, ecosystem: Ecosystem, packages: Manifest['packages']])[] = [
  [
    /^package\.json$/,
    'javascript',
    keysOf('dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'),
  ],
  [/^composer\.json$/, 'php', keysOf('require', 'require-dev')],
  [/^requirements[\w.-]*\.txt$/, 'python', (text) => all(text, /^[ \t]*([A-Za-z0-9][\w.-]*)/gm)],
  [/^(?:pyproject\.toml|pipfile)$/, 'python', tomlRequirements],
  [/^gemfile$/, 'ruby', (text) => all(text, /^[ \t]*gem[ \t]+["']([\w.-]+)/gm)],
  [/^go\.mod$/, 'go', (text) => all(text, /^[ \t]*(?:require[ \t]+)?([\w.-]+\.[a-z]+\/[^\s]+)[ \t]+v/gm)],
  [/^pom\.xml$/, 'java', (text) => all(text, /<artifactId>\s*([^<\s]+)/g)],
  [/^(?:build\.gradle(?:\.kts)?|libs\.versions\.toml)$/, 'java', gradle],
  [
    /\.csproj$/,
    'dotnet',
    (text) => all(text, /(?:<PackageReference\s+Include|<Project\s+Sdk)\s*=\s*["']([\w.-]+)/g),
  ],
];

/** How a file of this name is read; undefined for one that is no manifest. */
export const manifestOf = (lowerName: string): Manifest | undefined => {
  const row = rows.find(([name]) => name.test(lowerName));
  return row && { ecosystem: row[1], packages: row[2] };
};
