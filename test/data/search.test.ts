import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openCatalogue } from '../../data/catalogue/load.ts';
import { fillCatalogue } from '../../data/catalogue-sync.ts';
import { openDatabase } from '../../data/open.ts';
import { findText } from '../../data/search.ts';
import { indexRow } from '../../data/search-content.ts';
import type { Db } from '../../data/sql.ts';
import { foldText } from '../../shared/rules/search-fold.ts';
import { marksOf } from '../../shared/rules/search-marks.ts';
import { runsOf } from '../../shared/rules/search-text.ts';
import { catalogueDir } from '../helpers/paths.ts';
import { libraryOf } from './search-library.ts';

describe('words are found as people type them', () => {
  const topics = [
    'C++ templates',
    'C# records',
    '.NET hosting',
    'Node.js streams',
    'CI/CD pipelines',
    'TCP/IP routing',
    'École normale',
    'Eine Lösung finden',
    'Große Straßen',
    'Smørrebrød på norsk',
    '数据库索引优化',
    'データベース設計入門',
    '한국어 검색',
    'قواعد البيانات',
    'מסדי נתונים',
    "Don't repeat l'écriture",
    'Use snake_case names',
    'std::vector basics',
    'İstanbul’da yazılım',
    'Ｆｕｌｌ ｗｉｄｔｈ',
  ];
  const { find } = libraryOf({ topics });
  test.each<[string, readonly string[]]>([
    ['c++', ['C++ templates']],
    ['C+', ['C++ templates']],
    ['c#', ['C# records']],
    ['.net', ['.NET hosting']],
    ['.NE', ['.NET hosting']],
    ['net', ['.NET hosting']],
    ['dotnet', ['.NET hosting']],
    ['node.js', ['Node.js streams']],
    ['Node.', ['Node.js streams']],
    ['nodejs', ['Node.js streams']],
    ['node js', ['Node.js streams']],
    ['nodej', ['Node.js streams']],
    ['ci/cd', ['CI/CD pipelines']],
    ['ci-cd', ['CI/CD pipelines']],
    ['CICD', ['CI/CD pipelines']],
    ['tcp/ip', ['TCP/IP routing']],
    ['tcpip', ['TCP/IP routing']],
    ['ip', ['TCP/IP routing']],
    ['ecole', ['École normale']],
    ['ÉCOLE', ['École normale']],
    ['e\u0301cole', ['École normale']],
    ['Losung', ['Eine Lösung finden']],
    ['lösung', ['Eine Lösung finden']],
    ['strasse', ['Große Straßen']],
    ['straße', ['Große Straßen']],
    ['smorre', ['Smørrebrød på norsk']],
    ['据', ['数据库索引优化']],
    ['数据库', ['数据库索引优化']],
    ['库索引', ['数据库索引优化']],
    ['タベ', ['データベース設計入門']],
    ['ﾃﾞｰﾀ', ['データベース設計入門']],
    ['入', ['データベース設計入門']],
    ['한국', ['한국어 검색']],
    ['한국'.normalize('NFD'), ['한국어 검색']],
    ['البي', ['قواعد البيانات']],
    ['قَواعد', ['قواعد البيانات']],
    ['נתו', ['מסדי נתונים']],
    ["don't", ["Don't repeat l'écriture"]],
    ['dont', ["Don't repeat l'écriture"]],
    ['ecriture', ["Don't repeat l'écriture"]],
    ['snake', ['Use snake_case names']],
    ['snakecase', ['Use snake_case names']],
    ['std::vec', ['std::vector basics']],
    ['istanbul', ['İstanbul’da yazılım']],
    ['yazilim', ['İstanbul’da yazılım']],
    ['full', ['Ｆｕｌｌ ｗｉｄｔｈ']],
  ])('%s', (typed, expected) => {
    const asTyped = find(typed).filter((hit) => !hit.startsWith('~'));
    expect(asTyped).toEqual(expected.map((text) => `topic: ${text}`));
  });

  test.each([
    ['characters in another order', '据数'],
    ['characters that stand apart', '数引'],
    ['the end of a word', 'plates'],
    ['a word that is missing', 'templates haskell'],
  ])('not: %s', (_, typed) => {
    expect(find(typed)).toEqual([]);
  });
});

describe('what is no word finds nothing and is no error', () => {
  const { found } = libraryOf({ topics: ['I can add + and - and " and * ( ) : ^ { } to a text'] });
  test.each([
    ['nothing', ''],
    ['spaces', ' \t\n\u3000'],
    ['punctuation', '!"§$%&/()=?*+~#-_.:,;<>|^°{}[]\\`´\''],
    ['one quote', '"'],
    ['a star', '*'],
    ['the mark of a beginning', '^'],
    ['emoji', '🧱👩‍💻'],
    ['NUL', '\0\0'],
    ['half a surrogate pair', '\ud83e'],
    ['marks without a letter', '\u0301\u0308'],
    ['invisible characters', '\u200b\u200d\ufeff\u202e'],
  ])('%s', (_, typed) => {
    expect(found(typed)).toEqual({ hits: [], near: [] });
  });
});

describe('the syntax of the index is plain text', () => {
  const { find } = libraryOf({
    topics: [
      'alpha beta',
      'alpha',
      'beta',
      'alpha AND beta',
      'NEAR the alpha',
      'title of alpha',
      'NOT a word',
    ],
  });
  test.each<[string, readonly string[]]>([
    ['alpha AND beta', ['alpha AND beta']],
    ['alpha OR beta', []],
    ['alpha NOT beta', []],
    ['NOT', ['NOT a word']],
    ['NEAR(alpha beta)', []],
    ['NEAR(alpha', ['NEAR the alpha']],
    ['title:alpha', []],
    ['title : alpha', ['title of alpha']],
    ['{title} : beta', []],
    ['"alpha beta"', ['alpha beta', 'alpha AND beta']],
    ['"beta alpha"', ['alpha beta', 'alpha AND beta']],
    ['alph* bet*', ['alpha beta', 'alpha AND beta']],
    ['^alpha', ['alpha', 'alpha beta', 'alpha AND beta', 'NEAR the alpha', 'title of alpha']],
    ['-alpha beta', ['alpha beta', 'alpha AND beta']],
    ['alpha" OR "beta', []],
    ['alpha") OR (search_topic', []],
  ])('%s', (typed, expected) => {
    expect(find(typed).filter((hit) => !hit.startsWith('~'))).toEqual(
      expected.map((text) => `topic: ${text}`),
    );
  });

  test('whatever is typed, every hit that is not near holds each word of it', () => {
    const { db, found } = libraryOf({
      topics: ['alpha beta', 'AND OR NOT NEAR', 'c++ "quoted" *', '数据 alpha.beta'],
    });
    const piece = fc.oneof(
      fc.constantFrom(
        'alpha',
        'beta',
        'al',
        'AND',
        'OR',
        'NOT',
        'NEAR',
        'NEAR(',
        'title',
        'rowid',
        'search_topic',
      ),
      fc.constantFrom(
        '"',
        '""',
        '*',
        '^',
        '-',
        '+',
        ':',
        ',',
        '(',
        ')',
        '{',
        '}',
        ' ',
        '.',
        "'",
        ';--',
        '\0',
      ),
      fc.constantFrom('数', '据', 'c++', 'é', '\ud800'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const typed = pieces.join('');
        for (const { ref, near } of found(typed).hits) {
          const text = db
            .prepare<[number], string>('SELECT text FROM topic WHERE number = ?')
            .pluck()
            .get(Number(ref))!;
          if (near) continue;
          const words = [...foldText(typed).matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word);
          for (const word of words) expect(foldText(text).replaceAll(/[. ]/g, '')).toContain(word);
        }
      }),
    );
  });
});

describe('what is found comes in groups, best first', () => {
  test('topics, skills, roles, categories, notes, resources', () => {
    const { find } = libraryOf({
      topics: ['I can write SQL'],
      skills: ['SQL querying'],
      roles: [{ title: 'SQL developer' }],
      ownRoles: ['My SQL role'],
      categories: ['SQL and more'],
      notes: ['Read about SQL on Monday'],
      resources: [{ title: 'SQL by example', url: 'https://example.org' }],
    });
    expect(find('sql')).toEqual([
      'topic: I can write SQL',
      'skill: SQL querying',
      'role: SQL developer',
      'role: My SQL role',
      'category: SQL and more',
      'note: Read about SQL on Monday',
      'resource: SQL by example',
    ]);
  });

  test('whole words before beginnings, then at the beginning of the text, then the shorter text', () => {
    const { find } = libraryOf({
      topics: [
        'Going where others have not been',
        'They say that Go is quick, and small',
        'Good names',
        'They say Go is quick',
        'Go routines and all that comes with them',
        'Say goodbye',
        'Go channels',
      ],
    });
    expect(find('go')).toEqual(
      [
        'Go channels',
        'Go routines and all that comes with them',
        'They say Go is quick',
        'They say that Go is quick, and small',
        'Good names',
        'Going where others have not been',
        'Say goodbye',
      ].map((text) => `topic: ${text}`),
    );
  });

  test('of several words, the last one is still being typed', () => {
    const { find } = libraryOf({ topics: ['Designing patterns', 'Patterns of design', 'Design a pattern'] });
    expect(find('design pat')).toEqual([
      'topic: Design a pattern',
      'topic: Patterns of design',
      'topic: Designing patterns',
    ]);
  });

  test('a name before an alias, an alias before a description', () => {
    const { find } = libraryOf({
      skills: [
        { name: 'Object storage', description: 'Keeps files, such as those of S3.' },
        { name: 'AWS basics', aliases: ['S3'] },
        { name: 'S3 for everybody who keeps very large files' },
      ],
    });
    expect(find('s3')).toEqual([
      'skill: AWS basics',
      'skill: S3 for everybody who keeps very large files',
      'skill: Object storage',
    ]);
  });

  test('a role by its aliases and its summary, a resource by its address', () => {
    const { find } = libraryOf({
      roles: [
        { title: 'API developer', aliases: ['Backend engineer'], summary: 'Writes what phones talk to.' },
      ],
      resources: [{ title: 'The guide', url: 'https://docs.example.org/kafka-streams' }],
    });
    expect(find('backend')).toEqual(['role: API developer']);
    expect(find('phones')).toEqual(['role: API developer']);
    expect(find('kafka')).toEqual(['resource: The guide']);
    expect(find('docs.example.org')).toEqual(['resource: The guide']);
  });

  test('at most eight topics, six skills and four of each other kind, or as many as are asked for', () => {
    const many = Array.from({ length: 20 }, (_, index) => `Thing ${index}`);
    const { db, found } = libraryOf({
      topics: many,
      skills: many,
      categories: many,
      ownRoles: many,
      notes: many,
      resources: many.map((title) => ({ title, url: 'https://example.org' })),
    });
    const counts = (hits: ReturnType<typeof findText>['hits']): Record<string, number> =>
      Object.fromEntries([...Map.groupBy(hits, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]));
    expect(counts(found('thing').hits)).toEqual({
      topic: 8,
      skill: 6,
      role: 4,
      category: 4,
      note: 4,
      resource: 4,
    });
    const asked = findText(db, 'th', { topic: 1_000, skill: 0, role: 0, category: 1, note: 0, resource: 0 });
    expect(counts(asked.hits)).toEqual({ topic: 20, category: 1 });
    expect(asked.hits.map(({ ref }) => ref).slice(0, 3)).toEqual([1, 2, 3]);
  });

  test('a long beginning that many words complete finds them all', () => {
    const words = Array.from({ length: 20 }, (_, index) => `testing${String.fromCharCode(97 + index)}`);
    const { db } = libraryOf({ topics: words });
    expect(findText(db, 'testin', { topic: 100 }).hits).toHaveLength(20);
    expect(findText(db, 'testing', { topic: 100 }).hits).toHaveLength(20);
    const asTyped = findText(db, 'testinga').hits.filter(({ near }) => !near);
    expect(asTyped).toEqual([{ kind: 'topic', ref: 1, near: false }]);
  });
});

describe('near words stand in where fewer than three hits are found', () => {
  const { find, near } = libraryOf({
    topics: [
      'I can index a table',
      'Containers in Docker',
      'Deploy with Kubernetes',
      'Message queues',
      'A long message',
    ],
    skills: ['PostgreSQL', 'Python', 'JavaScript', 'Docker Compose', 'Kubernetes', 'React', 'Redis'],
  });
  test.each<[string, string, string]>([
    ['a letter too many', 'postgress', 'skill: PostgreSQL'],
    ['a wrong letter before the end', 'posrgre', 'skill: PostgreSQL'],
    ['a letter too few', 'postgrsql', 'skill: PostgreSQL'],
    ['two letters swapped', 'pyhton', 'skill: Python'],
    ['two letters swapped in a short word', 'raect', 'skill: React'],
    ['a wrong first letter', 'oython', 'skill: Python'],
    ['a missing first letter', 'ubernetes', 'skill: Kubernetes'],
    ['two errors', 'kubrnettes', 'skill: Kubernetes'],
    ['one error in a short word', 'rdis', 'skill: Redis'],
    ['an error in the second word', 'docker compsoe', 'skill: Docker Compose'],
    ['an error in the first word', 'dokcer comp', 'skill: Docker Compose'],
    ['an error in both', 'dokcer compsoe', 'skill: Docker Compose'],
    ['one word in two', 'java script', 'skill: JavaScript'],
    ['an error while still typing', 'javasrci', 'skill: JavaScript'],
    ['accents and an error', 'mëssaeg queue', 'topic: Message queues'],
  ])('%s', (_, typed, expected) => {
    expect(find(typed)).toContain(`~${expected}`);
    expect(near(typed)).not.toEqual([]);
  });

  test.each([
    ['one or two letters', 'zq'],
    ['two errors in four letters', 'rdsi5'],
    ['three errors', 'kbrntes'],
    ['numbers', '12345'],
    ['Chinese', '数据库'],
  ])('not for %s', (_, typed) => {
    expect(find(typed)).toEqual([]);
    expect(near(typed)).toEqual([]);
  });

  test('names the words that stood in, nearest first, and only those that find something', () => {
    expect(near('mesage')).toEqual(['message']);
    expect(near('kubernets')).toEqual(['kubernetes']);
    expect(near('mesage dockre')).toEqual([]);
  });

  test('hits as typed come first and are not near', () => {
    const { find: look } = libraryOf({ topics: ['Rust', 'Trust', 'Rest'] });
    expect(look('rust')).toEqual(['topic: Rust', '~topic: Rest', '~topic: Trust']);
  });

  test('with three hits as typed, nothing near is looked for', () => {
    const { find: look, near: words } = libraryOf({
      topics: ['Rust', 'Rust again', 'Rusty', 'Trust', 'Rest'],
    });
    expect(look('rust')).toEqual(['topic: Rust', 'topic: Rust again', 'topic: Rusty']);
    expect(words('rust')).toEqual([]);
  });

  test('only the word that finds nothing is doubted', () => {
    const { find: look } = libraryOf({ topics: ['git commit', 'bit commit', 'git comet'] });
    expect(look('git comit')).toEqual(['~topic: git comet', '~topic: git commit']);
  });

  test('words that came after are known, also after the others were read', () => {
    const { db, find: look } = libraryOf({ topics: ['Something'] });
    expect(look('elixr')).toEqual([]);
    db.exec(`UPDATE topic SET text = 'Elixir' WHERE number = 1`);
    indexRow(db, 'topic', 1);
    expect(look('elixr')).toEqual(['~topic: Elixir']);
    expect(look('eli')).toEqual(['topic: Elixir']);
  });
});

describe('nothing typed is too much', () => {
  const { find, found } = libraryOf({ topics: ['a', 'lorem ipsum', '数据库'] });
  test.each([
    ['10,000 letters', 'a'.repeat(10_000)],
    ['10,000 words', 'a '.repeat(5_000)],
    ['10,000 quotes', '"'.repeat(10_000)],
    ['10,000 Chinese characters', '数'.repeat(10_000)],
    ['10,000 different words', Array.from({ length: 2_000 }, (_, index) => `w${index}`).join(' ')],
    ['10,000 marks on one letter', `a${'\u0301'.repeat(9_999)}`],
    ['10,000 joined words', 'a.'.repeat(5_000)],
    ['half a pair at the cut', `${'a'.repeat(199)}🧱`],
    ['NUL between words', 'lorem\0ipsum'],
    ['a lone surrogate within a word', 'lo\ud800rem'],
  ])('%s', (_, typed) => {
    expect(() => found(typed)).not.toThrow();
  });

  test('words after NUL count, and what is cut off does not', () => {
    expect(find('lorem\0ips')).toEqual(['topic: lorem ipsum']);
    expect(find(`lorem${' '.repeat(300)}missing`)).toEqual(['topic: lorem ipsum']);
  });

  test('no query throws, and the answer is the same twice', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
        .map((codes) => String.fromCharCode(...codes)),
      fc.string({ maxLength: 300 }),
    );
    fc.assert(
      fc.property(unit, (typed) => {
        expect(found(typed)).toEqual(found(typed));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a text that is indexed', () => {
  const { db, found } = libraryOf({ topics: ['x'] });
  const put = (text: string): void => {
    db.prepare('UPDATE topic SET text = ? WHERE number = 1').run(text);
    indexRow(db, 'topic', 1);
  };
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'C++',
          'c#',
          '.NET',
          'Node.js',
          'TCP/IP',
          'École',
          'Straße',
          '数据库',
          'データ',
          '한국어',
          'سلامٌ',
        ),
        fc.constantFrom(' ', ', ', '-', '.', '/', "'", '_', '::', '\n', '\u200b', '+', '#'),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 10 },
    )
    .map((parts) => parts.join(''));

  test('is found by the beginning of each of its words, and all of it is marked', () => {
    fc.assert(
      fc.property(text, fc.double({ min: 0, max: 1, noNaN: true }), (one, share) => {
        put(one);
        for (const { tokens } of runsOf(foldText(one))) {
          for (const { word } of tokens) {
            const letters = Array.from(word);
            const typed = letters.slice(0, 1 + Math.floor(share * (letters.length - 1))).join('');
            // A mark that was parted from its letter is no word.
            if (runsOf(foldText(typed)).length === 0) continue;
            expect(found(typed).hits, JSON.stringify([one, typed])).toContainEqual({
              kind: 'topic',
              ref: 1,
              near: false,
            });
            expect(marksOf(one, typed), JSON.stringify([one, typed])).not.toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('is found by all of itself, up to the length of a query', () => {
    fc.assert(
      fc.property(text, (one) => {
        put(one);
        const runs = runsOf(foldText(one));
        fc.pre(runs.length > 0 && runs.length <= 8 && one.length <= 200);
        expect(found(one).hits).toContainEqual({ kind: 'topic', ref: 1, near: false });
      }),
      { numRuns: 300 },
    );
  });
});

describe('in the real catalogue', () => {
  let db: Db;
  beforeAll(() => {
    db = openDatabase(':memory:', { backupDir: '' });
    fillCatalogue(db, openCatalogue(catalogueDir));
  });
  const skillsFor = (typed: string, skill = 6): string[] =>
    findText(db, typed, { skill })
      .hits.filter(({ kind }) => kind === 'skill')
      .map(({ ref }) =>
        db.prepare<[number], string>('SELECT name FROM skill WHERE number = ?').pluck().get(Number(ref))!,
      );

  test('every skill is among the first six by its name', () => {
    const names = db.prepare<[], string>('SELECT name FROM skill WHERE retired = 0').pluck().all();
    expect(names.length).toBeGreaterThan(100);
    for (const name of names) expect(skillsFor(name), name).toContain(name);
  });

  test('every skill is found by each of its aliases', () => {
    const aliases = db
      .prepare<[], { name: string; alias: string }>(
        'SELECT s.name, a.alias FROM skill_alias a JOIN skill s ON s.number = a.skill WHERE s.retired = 0',
      )
      .all();
    expect(aliases.length).toBeGreaterThan(10);
    for (const { name, alias } of aliases) expect(skillsFor(alias, 30), alias).toContain(name);
  });

  test('every skill with a word of six letters or more is found with two of its letters swapped', () => {
    const names = db.prepare<[], string>('SELECT name FROM skill WHERE retired = 0').pluck().all();
    for (const name of names) {
      const word = runsOf(foldText(name))
        .flatMap(({ tokens }) => tokens)
        .map((token) => token.word)
        .find((one) => one.length >= 6 && one[2] !== one[3]);
      if (word === undefined) continue;
      const typo = word.slice(0, 2) + word[3]! + word[2]! + word.slice(4);
      if (findText(db, typo).near.length === 0) continue;
      expect(findText(db, typo).near, `${typo} for ${word}`).toContain(word);
    }
  });

  test.each([
    ['go', 'Go'],
    ['js', 'JavaScript'],
    ['k8s', 'Kubernetes'],
    ['postgres', 'PostgreSQL'],
    ['postgress', 'PostgreSQL'],
  ])('%s leads to %s first', (typed, name) => {
    expect(skillsFor(typed)[0]).toBe(name);
  });
});
