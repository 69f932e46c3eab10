import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitting, membersOf, pairsOf, type Group } from '../../../shared/rules/choices.ts';

const language: Group = { id: 'language', members: ['java', 'python', 'go'], pairs: new Map() };
const framework: Group = {
  id: 'framework',
  members: ['spring-boot', 'django', 'flask'],
  pairs: new Map([
    ['java', ['spring-boot']],
    ['python', ['django', 'flask']],
    ['go', ['go']],
  ]),
};
const fixed = (choices: Record<string, string>): Map<string, string> => new Map(Object.entries(choices));

describe('the members of a group that may count', () => {
  const table: readonly [string, Group, Record<string, string>, string[]][] = [
    ['all, while nothing is fixed', framework, {}, ['spring-boot', 'django', 'flask']],
    ['only the one that the person fixed', language, { language: 'python' }, ['python']],
    ['the frameworks of the fixed language', framework, { language: 'python' }, ['django', 'flask']],
    ['Go itself, which has no framework of its own', framework, { language: 'go' }, ['go']],
    [
      'a fixed framework, whatever the language',
      framework,
      { language: 'java', framework: 'flask' },
      ['flask'],
    ],
    [
      'all, where the fixed skill pairs with nothing',
      framework,
      { database: 'mysql' },
      ['spring-boot', 'django', 'flask'],
    ],
    ['the narrowing does not work backwards', language, { framework: 'django' }, ['java', 'python', 'go']],
  ];
  test.each(table)('%s', (_, group, choices, members) => {
    expect(membersOf(group, fixed(choices))).toEqual(members);
  });
});

describe('choices that go together', () => {
  const groups = [language, framework].map((group) => ({ group: group.id, pairs: pairsOf(group) }));

  test.each([
    ['a framework gives way to one of the language', { language: 'java', framework: 'flask' }, 'spring-boot'],
    ['one that goes with it stays', { language: 'python', framework: 'flask' }, 'flask'],
    ['Go stands for itself', { language: 'go', framework: 'flask' }, 'go'],
    ['nothing chosen stays so', { language: 'java', framework: '' }, ''],
    ['without a language any will do', { language: '', framework: 'flask' }, 'flask'],
  ])('%s', (_, chosen, expected) => {
    expect(fitting(groups, chosen)).toEqual({ ...chosen, framework: expected });
  });

  test('a group that is not to give way does not', () => {
    const chosen = { language: 'java', framework: 'flask' };
    expect(fitting(groups.slice(0, 1), chosen)).toEqual(chosen);
  });

  test('whatever was chosen, the framework goes with the language, and a second time changes nothing', () => {
    const skills = fc.constantFrom('java', 'python', 'go', 'spring-boot', 'django', 'flask');
    fc.assert(
      fc.property(fc.constantFrom(...language.members), skills, (given, member) => {
        const once = fitting(groups, { language: given, framework: member });
        expect(framework.pairs.get(given)).toContain(once['framework']);
        expect(once['language']).toBe(given);
        expect(fitting(groups, once)).toEqual(once);
      }),
    );
  });
});
