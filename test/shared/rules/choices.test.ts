import { describe, expect, test } from 'vitest';
import { membersOf, type Group } from '../../../shared/rules/choices.ts';

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
