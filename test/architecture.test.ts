import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from './helpers/paths.ts';

type File = { readonly path: string; readonly text: string };
type Import = { readonly from: string; readonly isType: boolean };
type Rule = {
  readonly name: string;
  /** What breaks the rule in this file, in words; nothing where it keeps it. */
  readonly faults: (file: File, all: ReadonlyMap<string, File>) => readonly string[];
  /** Files that must be caught: path and text. */
  readonly planted: readonly (readonly [string, string])[];
  /** Files that must pass. */
  readonly clean: readonly (readonly [string, string])[];
};

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`\\])\/\/.*$/gm, '$1');

const importsOf = ({ text }: File): Import[] => {
  const code = withoutComments(text);
  const fixed = [
    ...code.matchAll(/(?:^|[;\n])\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]/g),
  ];
  const dynamic = [...code.matchAll(/\b(?:import|require)\(\s*['"`]([^'"`]+)['"`]/g)];
  return [
    ...fixed.map(([, type, from]) => ({ from: from!, isType: type !== undefined })),
    ...dynamic.map(([, from]) => ({ from: from!, isType: false })),
  ];
};

/** A relative import as a path of the repository; a package as its name. */
const resolved = (file: File, { from }: Import): string =>
  from.startsWith('.') ? posix.join(posix.dirname(file.path), from) : from;
const isPackage = (from: string, name: string): boolean => from === name || from.startsWith(`${name}/`);

const onlyIn = (packages: readonly string[], folder: string, other: string, except?: string): Rule => ({
  name: `${packages.join(', ')}: only in ${folder}`,
  faults: (file) =>
    file.path.startsWith(folder) || file.path === except
      ? []
      : importsOf(file)
          .filter(({ from }) => packages.some((name) => isPackage(from, name)))
          .map(({ from }) => `imports ${from}`),
  planted: packages.flatMap((name) => [
    [`${other}planted.ts`, `import x from '${name}';`],
    [`${other}planted.ts`, `import type {\n  X,\n} from "${name}";`],
    [`${other}planted.ts`, `const x = await import('${name}');`],
  ]),
  clean: [
    [`${folder}planted.ts`, `import x from '${packages[0]}';`],
    [`${other}planted.ts`, `// import x from '${packages[0]}';\nimport x from '${packages[0]}-like';`],
  ],
});

const neverWritten = (
  name: string,
  pattern: RegExp,
  allowed: readonly string[],
  planted: readonly string[],
  clean: readonly string[],
): Rule => ({
  name,
  faults: (file) =>
    allowed.some((path) => file.path.startsWith(path))
      ? []
      : [...withoutComments(file.text).matchAll(pattern)].map(([found]) => `says ${found.slice(0, 40)}`),
  planted: planted.map((text) => ['main/planted.ts', text]),
  clean: [
    ...clean.map((text) => ['main/planted.ts', text] as const),
    ...allowed.map((path) => [`${path}${path.endsWith('/') ? 'x.ts' : ''}`, planted[0]!] as const),
  ],
});

const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  data: ['shared', 'data'],
  main: ['shared', 'data', 'main'],
  renderer: ['shared', 'renderer'],
};
/** Parts of the page that every feature may use. */
const COMMON = ['ui', 'styles', 'icons', 'parts', 'store', 'words'];
const featureOf = (path: string): string | null => {
  const [top, folder, ...rest] = path.split('/');
  return top === 'renderer' && rest.length > 0 ? folder! : null;
};

const rules: readonly Rule[] = [
  onlyIn(['better-sqlite3'], 'data/', 'main/'),
  // The launcher asks the package, in plain Node, where the program lies.
  onlyIn(['electron'], 'main/electron/', 'main/web/', 'main/start.ts'),
  onlyIn(['node:http', 'http', 'node:https', 'https', 'node:http2'], 'main/web/', 'main/electron/'),
  onlyIn(['react', 'react-dom', 'zustand', 'wouter', 'react-aria-components'], 'renderer/', 'shared/'),
  {
    name: 'shared <- data <- main, shared <- renderer',
    faults: (file) =>
      importsOf(file)
        .filter(({ from }) => from.startsWith('.'))
        .map((one) => resolved(file, one).split('/')[0]!)
        .filter((folder) => !FOLDERS[file.path.split('/')[0]!]!.includes(folder))
        .map((folder) => `imports from ${folder}/`),
    planted: [
      ['shared/rules/planted.ts', `import { x } from '../../data/x.ts';`],
      ['data/planted.ts', `import type { X } from '../main/x.ts';`],
      ['renderer/ui/planted.tsx', `import { x } from '../../main/x.ts';`],
      ['main/planted.ts', `export { x } from '../renderer/x.ts';`],
      ['main/planted.ts', `import { x } from '../test/helpers/x.ts';`],
    ],
    clean: [
      ['main/web/planted.ts', `import { x } from '../../shared/x.ts';\nimport { y } from '../core.ts';`],
      ['renderer/today/planted.tsx', `import { x } from '../../shared/rules/x.ts';`],
    ],
  },
  {
    name: 'shared/ imports nothing but zod and itself',
    faults: (file) =>
      file.path.startsWith('shared/')
        ? importsOf(file)
            .filter(({ from }) => !from.startsWith('.') && from !== 'zod')
            .map(({ from }) => `imports ${from}`)
        : [],
    planted: [
      ['shared/planted.ts', `import { readFileSync } from 'node:fs';`],
      ['shared/planted.ts', `import { z } from 'zod/v3';`],
    ],
    clean: [
      ['shared/planted.ts', `import { z } from 'zod';`],
      ['data/planted.ts', `import { readFileSync } from 'node:fs';`],
    ],
  },
  {
    name: 'a feature of the page imports no other feature, and the common parts import none',
    faults: (file) => {
      const own = featureOf(file.path);
      if (own === null) return [];
      return importsOf(file)
        .map((one) => featureOf(resolved(file, one)))
        .filter((other) => other !== null && other !== own && !COMMON.includes(other))
        .map((other) => `imports the feature ${other}`);
    },
    planted: [
      ['renderer/today/planted.tsx', `import { x } from '../roles/x.tsx';`],
      ['renderer/today/parts/planted.tsx', `import { x } from '../../roles/parts/x.tsx';`],
      ['renderer/ui/planted.tsx', `import { x } from '../roles/x.tsx';`],
      ['renderer/store/planted.ts', `import type { X } from '../roles/x.tsx';`],
    ],
    clean: [
      [
        'renderer/today/planted.tsx',
        `import { x } from '../ui/x.tsx';\nimport { y } from '../store.ts';\nimport { z } from './z.tsx';\nimport '../styles/x.css';`,
      ],
      ['renderer/app.tsx', `import { Today } from './today/today.tsx';`],
    ],
  },
  {
    name: 'the page takes no schema along: zod is never imported as a value, not even through shared/',
    faults: (file, all) => (file.path.startsWith('renderer/') ? roadsToZod(file, all) : []),
    planted: [
      ['renderer/planted.ts', `import { z } from 'zod';`],
      ['renderer/planted.ts', `import { type ZodError } from 'zod';`],
      ['renderer/planted.ts', `import { id } from '../shared/model/common.ts';`],
      ['renderer/planted.ts', `import { settings } from '../shared/model/settings.ts';`],
    ],
    clean: [
      [
        'renderer/planted.ts',
        `import type { ZodError } from 'zod';\nimport type { Topic } from '../shared/model/topic.ts';`,
      ],
      ['renderer/planted.ts', `import { epochDay } from '../shared/rules/days.ts';`],
    ],
  },
  neverWritten(
    'SQL is only written in data/',
    /['"`]\s*(?:SELECT\b[^'"`]*\bFROM\b|INSERT\s+(?:OR\s+\w+\s+)?INTO\b|REPLACE\s+INTO\b|UPDATE\s+\S+\s+SET\b|DELETE\s+FROM\b|CREATE\s+(?:TABLE|INDEX)\b|PRAGMA\s)/g,
    ['data/'],
    [
      `const a = 'SELECT id FROM topic';`,
      'const a = `\n  SELECT id\n  FROM topic`;',
      `db.exec("INSERT INTO setting VALUES ('a', 1)");`,
      `db.exec('UPDATE topic SET text = 1');`,
      `db.exec('DELETE FROM target');`,
    ],
    [
      `const a = 'Select a role from the list';`,
      `// 'SELECT id FROM topic'`,
      `const a = 'Update available';`,
    ],
  ),
  neverWritten(
    'time, zone and chance come from the clock',
    /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bTemporal\.Now\b/g,
    ['main/clock.ts', 'renderer/clock.ts'],
    [
      'const a = Date.now();',
      'const a = new Date();',
      'const a = Math.random();',
      'const a = Temporal.Now.instant();',
    ],
    [
      'const a = new Date(0).toISOString();',
      '/** Never Date.now() */ const a = clock.now();',
      'const a = Math.round(1.5);',
    ],
  ),
  neverWritten(
    'no raw HTML',
    /\bdangerouslySetInnerHTML\b|\.(?:inner|outer)HTML\s*=|\binsertAdjacentHTML\b/g,
    [],
    ['<p dangerouslySetInnerHTML={{ __html: x }} />', 'node.innerHTML = x;'],
    ['node.textContent = x;'],
  ),
];

/** Value imports that lead to zod, each as the road that was taken. */
function roadsToZod(start: File, all: ReadonlyMap<string, File>): string[] {
  const seen = new Set<string>();
  const walk = (file: File, road: string): string[] =>
    importsOf(file)
      .filter(({ isType }) => !isType)
      .flatMap((one) => {
        const to = resolved(file, one);
        if (isPackage(to, 'zod')) return [`${road}zod`];
        const next = all.get(to);
        if (!next || !to.startsWith('shared/') || seen.has(to)) return [];
        seen.add(to);
        return walk(next, `${road}${to} -> `);
      });
  return walk(start, 'imports ');
}

const product = new Map<string, File>(
  Object.keys(FOLDERS).flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name): [string, File] => {
        const path = posix.join(folder, name.replaceAll('\\', '/'));
        return [path, { path, text: readFileSync(join(repository, path), 'utf8') }];
      }),
  ),
);

test('the whole product was read', () => {
  expect(product.size).toBeGreaterThan(100);
  for (const path of [
    'shared/contract.ts',
    'data/open.ts',
    'main/router.ts',
    'main/electron/main.ts',
    'main/web/gate.ts',
    'renderer/api.ts',
  ]) {
    expect(product.has(path), path).toBe(true);
  }
});

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
  test('holds in every file', () => {
    const faults = [...product.values()].flatMap((file) =>
      rule.faults(file, product).map((fault) => `${file.path} ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test('catches a planted violation, and nothing else', () => {
    for (const [path, text] of rule.planted)
      expect(rule.faults({ path, text }, product), `${path}: ${text}`).not.toEqual([]);
    for (const [path, text] of rule.clean)
      expect(rule.faults({ path, text }, product), `${path}: ${text}`).toEqual([]);
  });
});
