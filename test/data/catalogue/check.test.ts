import { describe, expect, it } from 'vitest';
import { checkCatalogue } from '../../../data/catalogue/check.ts';
import { type CatalogueDraft, draftCatalogue, named, realCatalogue } from './real-catalogue.ts';

type Case = readonly [breach: string, breakIt: (catalogue: CatalogueDraft) => void, fault: string];

const skill = (catalogue: CatalogueDraft, id: string) => named(catalogue.skills.skills, id);
const role = (catalogue: CatalogueDraft, id = 'api-developer') => named(catalogue.roles.roles, id);
const exam = (catalogue: CatalogueDraft, id: string) => named(catalogue.certifications.certifications, id);
const project = (catalogue: CatalogueDraft, id = 'crud-rest-api') => named(catalogue.projects.projects, id);
const question = (catalogue: CatalogueDraft, id = 'q-pull') => named(catalogue.chooser.questions, id);
const rule = (catalogue: CatalogueDraft, id = 'no-visible-work') => named(catalogue.chooser.rules.list, id);
const group = (catalogue: CatalogueDraft, id: string) => named(catalogue.roles.groups, id);
const roadmapStep = (catalogue: CatalogueDraft) =>
  named(catalogue.chooser.roadmap.steps, 'step-1-fundamentals');
const lineOf = (catalogue: CatalogueDraft, id: string) => {
  const line = role(catalogue).requirements.find(
    (candidate) => 'skill' in candidate && candidate.skill === id,
  );
  if (!line) throw new Error(`api-developer does not ask for "${id}"`);
  return line;
};

describe('the catalogue as shipped', () => {
  it('has no fault', () => {
    expect(checkCatalogue(realCatalogue)).toEqual([]);
  });

  it('holds what the product promises', () => {
    const { skills, roles, certifications, projects, chooser } = realCatalogue;
    expect({
      categories: skills.categories.length,
      skills: skills.skills.length,
      topics: skills.skills.flatMap(({ topics }) => topics).length,
      roles: roles.roles.length,
      certifications: certifications.certifications.length,
      projects: projects.projects.length,
      questions: chooser.questions.length,
      mistakeRules: chooser.rules.list.length,
      roadmapSteps: chooser.roadmap.steps.length,
    }).toEqual({
      categories: 15,
      skills: 145,
      topics: 866,
      roles: 7,
      certifications: 25,
      projects: 23,
      questions: 15,
      mistakeRules: 6,
      roadmapSteps: 5,
    });
  });

  it('may retire an item that nothing asks for', () => {
    const catalogue = draftCatalogue();
    named(skill(catalogue, 'git').topics, 'git.07').retired = true;
    expect(checkCatalogue(catalogue)).toEqual([]);
  });

  it('may rename an item and keep the old id as a former one', () => {
    const catalogue = draftCatalogue();
    Object.assign(named(skill(catalogue, 'git').topics, 'git.07'), { id: 'git.08', renamedFrom: ['git.07'] });
    expect(checkCatalogue(catalogue)).toEqual([]);
  });
});

const ids: readonly Case[] = [
  ['two skills with one id', (c) => (skill(c, 'java').id = 'python'), 'the id "python" is taken'],
  [
    'two topics with one id',
    (c) => (named(skill(c, 'git').topics, 'git.02').id = 'git.01'),
    'the id "git.01" is taken',
  ],
  ['a former id that is in use', (c) => (skill(c, 'java').renamedFrom = ['python']), '"python" is taken'],
  [
    'a former id claimed twice',
    (c) => {
      skill(c, 'java').renamedFrom = ['jvm'];
      skill(c, 'python').renamedFrom = ['jvm'];
    },
    '"jvm" is taken',
  ],
  ['two roles with one id', (c) => (role(c).id = 'database-developer'), '"database-developer" is taken'],
  ['two exams with one id', (c) => (exam(c, 'cka').id = 'ckad'), '"ckad" is taken'],
  ['two projects with one id', (c) => (project(c).id = 'auth-service'), '"auth-service" is taken'],
  [
    'two answers of a question with one id',
    (c) => (named(question(c).answers, 'data').id = 'screen'),
    '"screen" is taken',
  ],
  [
    'two reference texts with one id',
    (c) => (named(c.reference.faq, 'faq-ai').id = 'faq-hard'),
    '"faq-hard" is taken',
  ],
  [
    'a topic named after another skill',
    (c) => (named(skill(c, 'git').topics, 'git.02').id = 'java.99'),
    '"java.99" is not "git.NN"',
  ],
  [
    'a topic without a number',
    (c) => (named(skill(c, 'git').topics, 'git.02').id = 'git.second'),
    '"git.second" is not "git.NN"',
  ],
];

const references: readonly Case[] = [
  ['a category that does not exist', (c) => (skill(c, 'git').category = 'x'), 'there is no category "x"'],
  [
    'a prerequisite that does not exist',
    (c) => skill(c, 'git').prerequisites.push('x'),
    'there is no skill "x"',
  ],
  [
    'a required skill that does not exist',
    (c) => Object.assign(lineOf(c, 'git'), { skill: 'gti' }),
    'there is no skill "gti"',
  ],
  [
    'an entry skill that does not exist',
    (c) => Object.assign(role(c).entry.skills[0] ?? {}, { skill: 'x' }),
    'no skill "x"',
  ],
  [
    'an entry group that does not exist',
    (c) => Object.assign(role(c).entry.groups[0] ?? {}, { group: 'x' }),
    'no group "x"',
  ],
  ['a niche skill that does not exist', (c) => role(c).nicheSkills.push('x'), 'there is no skill "x"'],
  [
    'a member of a group that does not exist',
    (c) => group(c, 'nosql-store').oneOf.push('x'),
    'there is no skill "x"',
  ],
  [
    'a pair that does not exist',
    (c) => group(c, 'server-framework').pairs?.['java']?.push('x'),
    'there is no skill "x"',
  ],
  [
    'a pair of an unknown language',
    (c) => Object.assign(group(c, 'server-framework').pairs ?? {}, { x: ['django'] }),
    'there is no skill "x"',
  ],
  [
    'a fallback that does not exist',
    (c) => (group(c, 'server-framework').fallback = { go: 'x' }),
    'there is no skill "x"',
  ],
  ['a role with an unknown guide', (c) => role(c).guides.push('x'), 'there is no guide "x"'],
  ['a role with an unknown project', (c) => role(c).projects.push('x'), 'there is no project "x"'],
  ['a role with an unknown exam', (c) => role(c).certifications.push('x'), 'there is no certification "x"'],
  [
    'a market claim of an unknown source',
    (c) => (named(c.roles.market.claims, 'drivers').source = 'x'),
    'there is no guide "x"',
  ],
  [
    'a path from an unknown stage',
    (c) => (named(c.roles.ladder.paths, 'path-architect').from = 'x'),
    'there is no ladder stage "x"',
  ],
  [
    'a path to an unknown role',
    (c) => (named(c.roles.ladder.paths, 'path-architect').targetRole = 'x'),
    'there is no role "x"',
  ],
  ['an exam for an unknown skill', (c) => exam(c, 'cka').skills.push('x'), 'there is no skill "x"'],
  ['an exam for an unknown role', (c) => exam(c, 'cka').roles.push('x'), 'there is no role "x"'],
  [
    'an exam replaced by an unknown one',
    (c) => (exam(c, 'microsoft-azure-developer').replacedBy = 'x'),
    'there is no certification "x"',
  ],
  [
    'an exam that follows an unknown one',
    (c) => (exam(c, 'cka').successorOf = 'x'),
    'there is no certification "x"',
  ],
  [
    'an exam with an unknown newer version',
    (c) => (exam(c, 'cka').newerVersion = 'x'),
    'there is no certification "x"',
  ],
  ['a project of an unknown difficulty', (c) => (project(c).difficulty = 'x'), 'there is no difficulty "x"'],
  [
    'a project with an unknown common item',
    (c) => project(c).commonItems.push('x'),
    'there is no common item "x"',
  ],
  ['a project for an unknown role', (c) => project(c).roles.push('x'), 'there is no role "x"'],
  ['a question of an unknown step', (c) => (question(c).step = 'x'), 'there is no step "x"'],
  [
    'an answer for an unknown role',
    (c) => (named(question(c).answers, 'data').weights = { x: 1 }),
    'there is no role "x"',
  ],
  [
    'a mistake rule about an unknown metric',
    (c) => Object.assign(rule(c).when.all[0] ?? {}, { metric: 'x' }),
    'there is no metric "x"',
  ],
  [
    'an example with an unknown metric',
    (c) => Object.assign(rule(c).examples[0]?.facts ?? {}, { x: 1 }),
    'there is no metric "x"',
  ],
  ['a mistake rule of an unknown origin', (c) => (rule(c).origin = 'x'), 'there is no rule origin "x"'],
  ['a roadmap of an unknown guide', (c) => (c.chooser.roadmap.source = 'x'), 'there is no guide "x"'],
  [
    'a roadmap step to an unknown stage',
    (c) => (roadmapStep(c).ladderStage = 'x'),
    'there is no ladder stage "x"',
  ],
  ['a roadmap step to an unknown path', (c) => (roadmapStep(c).specialise = 'x'), 'there is no path "x"'],
  [
    'a roadmap step with unknown experience',
    (c) => (roadmapStep(c).experienceKinds = ['x']),
    'there is no kind of experience "x"',
  ],
  [
    'a related role that does not exist',
    (c) => Object.assign(c.reference.relatedRoles[0] ?? {}, { to: 'x' }),
    'there is no role "x"',
  ],
  [
    'a term in an unknown group',
    (c) => (named(c.reference.glossary, 'term-http').group = 'x'),
    'there is no glossary group "x"',
  ],
  [
    'a tool of an unknown skill',
    (c) => Object.assign(c.reference.tools[0]?.items[0] ?? {}, { skill: 'x' }),
    'there is no skill "x"',
  ],
  [
    'a duty of an unknown role',
    (c) => Object.assign(c.reference.duties.byRole[0] ?? {}, { role: 'x' }),
    'there is no role "x"',
  ],
];

const suggestions: readonly Case[] = [
  [
    'a retired project that a role suggests',
    (c) => (project(c).retired = true),
    'the project "crud-rest-api" is retired',
  ],
  ['a retired skill in use', (c) => (skill(c, 'jenkins').retired = true), 'the skill "jenkins" is retired'],
  [
    'a project that is not meant for the role',
    (c) => role(c).projects.push('kubernetes-release'),
    'does not name this role',
  ],
  [
    'an entry project that the role does not list',
    (c) => role(c).entry.projects.push('cli-data-tool'),
    'is not among',
  ],
  [
    'an exam that is not meant for the role',
    (c) => role(c).certifications.push('cka'),
    '"cka" does not name this role',
  ],
  [
    'an exam that is gone',
    (c) => role(c).certifications.push('microsoft-azure-developer'),
    '"microsoft-azure-developer" is retired',
  ],
];

const levels: readonly Case[] = [
  [
    'prerequisites in a circle',
    (c) => skill(c, 'programming-fundamentals').prerequisites.push('kubernetes'),
    'in a circle',
  ],
  ['a skill that requires itself', (c) => skill(c, 'git').prerequisites.push('git'), 'circle: git > git'],
  ['a skill without topics', (c) => (skill(c, 'search-engines').topics = []), 'it has no topics'],
  [
    'a skill with a gap in its levels',
    (c) =>
      (skill(c, 'search-engines').topics = skill(c, 'search-engines').topics.filter(
        ({ level }) => level !== 2,
      )),
    'no topic at level 2',
  ],
  [
    'a level above the highest of a skill',
    (c) => (lineOf(c, 'git').level = 4),
    'level 4 of "git" is asked for',
  ],
  [
    'a level whose topics are all retired',
    (c) => {
      for (const topic of skill(c, 'git').topics) if (topic.level === 2) topic.retired = true;
    },
    'level 2 of "git" is asked for',
  ],
  [
    'a retired skill that a role asks for',
    (c) => (skill(c, 'git').retired = true),
    '"git" has no topic at it',
  ],
  [
    'a group with a member that lacks the level',
    (c) => (skill(c, 'flask').topics = skill(c, 'flask').topics.filter(({ level }) => level < 3)),
    'but "flask" has no topic at it',
  ],
  [
    'a fallback that lacks the level',
    (c) => {
      group(c, 'server-framework').fallback = { go: 'git' };
      const git = skill(c, 'git');
      git.topics = git.topics.filter(({ level }) => level < 3);
    },
    'level 3 of "server-framework" is asked for, but "git" has no topic at it',
  ],
  [
    'a ladder stage beyond reach',
    (c) => Object.assign(c.roles.ladder.stages[0]?.requirements[0] ?? {}, { level: 4 }),
    'roles.ladder.stages[entry-level]: level 4',
  ],
  [
    'a focus of a path beyond reach',
    (c) =>
      Object.assign(named(c.roles.ladder.paths, 'path-specialist').focusOptions?.[0]?.requirements[0] ?? {}, {
        skill: 'git',
      }),
    'focusOptions[performance]: level 4 of "git"',
  ],
  [
    'evidence of a project beyond reach',
    (c) => Object.assign(project(c).skills[0] ?? {}, { skill: 'git', level: 4 }),
    'projects.projects[crud-rest-api]: level 4',
  ],
  [
    'a roadmap step beyond reach',
    (c) => Object.assign(roadmapStep(c).skills[0] ?? {}, { skill: 'git', level: 4 }),
    'step-1-fundamentals]: level 4',
  ],
  [
    'an answer that sets what cannot be',
    (c) => (named(question(c).answers, 'data').sets = [{ skill: 'git', level: 4 }]),
    'answers[data]: level 4',
  ],
  [
    'one skill asked for twice',
    (c) => Object.assign(lineOf(c, 'git'), { skill: 'http-protocol' }),
    '"http-protocol" is asked for twice',
  ],
  [
    'an entry level above the requirement',
    (c) => Object.assign(role(c).entry.skills.find((line) => line.skill === 'git') ?? {}, { level: 3 }),
    '"git" at level 3 is above the requirement',
  ],
  [
    'an entry skill that is no requirement',
    (c) => Object.assign(role(c).entry.skills[0] ?? {}, { skill: 'mentoring' }),
    '"mentoring" is not a requirement',
  ],
  ['an entry list of 10', (c) => role(c).entry.skills.splice(0, 2), 'it has 10 items'],
  [
    'an entry list of 14',
    (c) => role(c).entry.skills.push({ skill: 'debugging', level: 2 }, { skill: 'caching', level: 2 }),
    'it has 14 items',
  ],
  ['a weight of 0', (c) => (lineOf(c, 'git').weight = 0), 'the weight 0'],
  ['a weight of 6', (c) => (lineOf(c, 'git').weight = 6), 'the weight 6'],
  ['half a weight', (c) => (lineOf(c, 'git').weight = 2.5), 'the weight 2.5'],
  [
    'a language without frameworks',
    (c) => delete group(c, 'server-framework').fallback,
    '"go" of "server-language" has neither',
  ],
  [
    'a framework of no language',
    (c) =>
      (group(c, 'server-framework').pairs = {
        ...group(c, 'server-framework').pairs,
        python: ['django', 'fastapi'],
      }),
    'the member "flask" is in no pair',
  ],
  [
    'a pair that is no member',
    (c) => group(c, 'server-framework').pairs?.['java']?.push('react'),
    'the pair "react" is not a member',
  ],
];

const certifications: readonly Case[] = [
  [
    'exact weights that do not add up',
    (c) => Object.assign(exam(c, 'cka').domains[0] ?? {}, { weight: 31 }),
    'add up to 101 instead of 100',
  ],
  [
    'an exact weight that is missing',
    (c) => Object.assign(exam(c, 'cka').domains[0] ?? {}, { weight: null }),
    'add up to 70',
  ],
  [
    'approximate weights that do not add up',
    (c) => Object.assign(exam(c, 'google-professional-cloud-developer').domains[0] ?? {}, { weight: 30 }),
    'add up to 94',
  ],
  [
    'ranges that miss 100',
    (c) => Object.assign(exam(c, 'sql-ai-developer').domains[0] ?? {}, { weightMin: 45 }),
    'miss 100',
  ],
  [
    'a range that is missing without a word',
    (c) => Object.assign(exam(c, 'sql-ai-developer').domains[0] ?? {}, { weightMin: null }),
    '"domains.weights" is not listed',
  ],
  [
    'numbers where none are published',
    (c) => Object.assign(exam(c, 'terraform-associate').domains[0] ?? {}, { weight: 20 }),
    'given as numbers',
  ],
  [
    'ranges where single weights are meant',
    (c) => (exam(c, 'sql-ai-developer').weightsKind = 'exact'),
    'do not fit',
  ],
  [
    'an unverified number given as a fact',
    (c) => (exam(c, 'ckad').costUsd = 445),
    '"costUsd" is unverified but given as a fact',
  ],
  [
    'a missing number that is not called unverified',
    (c) => (exam(c, 'cka').costUsd = null),
    '"costUsd" is missing',
  ],
  [
    'evidence that was not confirmed, for a fact',
    (c) => (exam(c, 'cka').evidence.cost = 'unverified'),
    'the evidence for "costUsd" is unverified',
  ],
  [
    'an unverified field that does not exist',
    (c) => exam(c, 'cka').unverified.push('price'),
    '"price" does not exist',
  ],
  [
    'a domain that asks for a skill that the exam does not name',
    (c) => exam(c, 'cka').domains[0]!.skills.push('react'),
    'asks for "react", which it does not name itself',
  ],
  [
    'a skill of the exam that no domain asks for',
    (c) => exam(c, 'cka').skills.push('redis'),
    'no domain of it asks for "redis"',
  ],
  ['an active exam with a last day', (c) => (exam(c, 'cka').retiredOn = '2026-01-01'), 'it is active but'],
  [
    'a successor that is gone',
    (c) => (exam(c, 'microsoft-azure-developer').replacedBy = 'aws-database-specialty'),
    'its successor "aws-database-specialty" is retired',
  ],
];

const chooser: readonly Case[] = [
  [
    'points outside the range',
    (c) => (named(question(c).answers, 'data').weights = { 'database-developer': 9 }),
    '9 points for "database-developer"',
  ],
  [
    'a role that no answer leads to',
    (c) => {
      for (const answer of c.chooser.questions.flatMap(({ answers }) => answers))
        delete answer.weights['api-developer'];
    },
    'no answer leads to "api-developer"',
  ],
  [
    'an example that comes out otherwise',
    (c) => Object.assign(rule(c).examples[0] ?? {}, { fires: false }),
    'which is not so',
  ],
];

describe.each([
  ['ids', ids],
  ['references', references],
  ['suggestions', suggestions],
  ['levels and weights', levels],
  ['certifications', certifications],
  ['the chooser', chooser],
])('the check of %s reports', (_subject, cases) => {
  it.each(cases)('%s', (_breach, breakIt, fault) => {
    const catalogue = draftCatalogue();
    breakIt(catalogue);
    expect(checkCatalogue(catalogue)).toContainEqual(expect.stringContaining(fault));
  });
});
