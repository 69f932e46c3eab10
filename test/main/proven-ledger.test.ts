import { describe, expect, test } from 'vitest';
import type { LedgerLine } from '../../shared/model/role.ts';
import type { Bar } from '../../shared/values.ts';
import { finishProject, saveWork } from '../helpers/projects.ts';
import { newRequest, openCore, testClock, type TestCore } from '../helpers/test-core.ts';

const request = newRequest;
const linesOf = (core: TestCore, bar: Bar = 'proven'): LedgerLine[] =>
  core.call('roles.ledger', { role: 'api-developer', bar }).stages.flatMap(({ lines }) => lines);
const lineOf = (core: TestCore, skill: string): LedgerLine =>
  linesOf(core).find((line) => line.skill === skill)!;
const work = (core: TestCore, skill: string, projects: string[] = []): string =>
  saveWork(core, { skills: [{ skill, level: 1 }], projects });
const link = (core: TestCore, skill: string, title: string, level: 1 | 2 | 3 | 4): string =>
  core.call('evidence.save', {
    request: request(),
    skill,
    evidence: null,
    title,
    url: 'https://example.org/',
    level,
    date: '2026-05-04',
  }).id;

describe('a line of *proven* names its evidence', () => {
  test('of every kind, best level first, with level and day', () => {
    const core = openCore();
    const project = finishProject(core, 'git', 2);
    const job = work(core, 'git');
    const page = link(core, 'git', 'Talk', 3);
    expect(lineOf(core, 'git').proof).toEqual({
      pieces: [
        expect.objectContaining({ kind: 'link', id: page, title: 'Talk', level: 3, date: '2026-05-04' }),
        expect.objectContaining({
          kind: 'project',
          id: project,
          title: 'Shop',
          level: 2,
          date: '2026-11-24',
        }),
        expect.objectContaining({ kind: 'work', id: job, title: 'Intern', level: 1, date: '2025-06-30' }),
      ],
      more: 0,
    });
    expect(lineOf(core, 'git').evidence).toBe(3);
    expect(lineOf(core, 'docker').proof).toEqual({ pieces: [], more: 0 });
  });

  test('as the page of the skill does: all lines at once, a project and its work once', () => {
    const core = openCore();
    const project = finishProject(core, 'rest-api-design', 2);
    work(core, 'rest-api-design', [project]);
    link(core, 'docker', 'Image', 2);
    for (const line of linesOf(core)) {
      const { evidenceList } = core.call('skills.read', { skill: line.skill });
      expect(line.proof).toEqual({ pieces: evidenceList, more: 0 });
      expect(line.evidence).toBe(evidenceList[0]?.level ?? 0);
    }
    expect(lineOf(core, 'rest-api-design').proof!.pieces.map(({ id }) => id)).toEqual([project]);
  });

  test('names the best few of many and counts the rest', () => {
    const core = openCore();
    for (const level of [1, 2, 1, 3, 1, 2] as const) link(core, 'git', `At ${level}`, level);
    const { pieces, more } = lineOf(core, 'git').proof!;
    expect(pieces.map(({ level }) => level)).toEqual([3, 2, 2, 1]);
    expect(more).toBe(2);
  });

  test('of a choose-one group, that of the member that counts', () => {
    const core = openCore();
    const piece = link(core, 'go', 'Service', 2);
    const line = linesOf(core).find(({ group }) => group?.id === 'server-language')!;
    expect(line.skill).toBe('go');
    expect(line.proof!.pieces.map(({ id }) => id)).toEqual([piece]);
  });

  test('what goes on is of today', () => {
    const clock = testClock();
    const core = openCore({ clock });
    saveWork(core, { ended: null, skills: [{ skill: 'git', level: 2 }] });
    clock.addDays(3);
    expect(lineOf(core, 'git').proof!.pieces[0]!.date).toBe('2026-11-27');
  });

  test('a line that is waived and the other bars name none', () => {
    const core = openCore();
    link(core, 'git', 'Talk', 2);
    expect(linesOf(core, 'covered').map(({ proof }) => proof)).not.toContainEqual(expect.anything());
    const topics = core.call('topics.list', { skill: 'git' }).topics.map(({ id }) => id);
    core.call('topics.setStatuses', { request: request(), topics, status: 'skipped', reason: 'Not mine' });
    expect(lineOf(core, 'git')).toMatchObject({ waived: true, proof: null });
  });
});
