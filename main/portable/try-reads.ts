import type { OpenedCatalogue } from '../../data/catalogue/load.ts';
import { skillsSpokenOf } from '../../data/portable-rows.ts';
import { contract } from '../../shared/contract.ts';
import { createRouter } from '../router.ts';
import type { Services } from '../services.ts';
import { openStanding } from '../standing.ts';
import type { Workspace } from '../workspace.ts';

/** Areas that concern the file as a whole, or need more than the file. */
const APART = /^(sample|catalogue|backups|files|jobs|exports)\./;

/**
 * Asks every question that needs no input, and about every skill of which anything was said, and gives the first that cannot be answered; null where
 * all can. So no file gets in that would leave a screen empty.
 */
export const firstUnreadable = (workspace: Workspace, catalogue: OpenedCatalogue): string | null => {
  const services = {
    version: '',
    clock: { now: () => workspace.moment().at, zone: () => workspace.moment().zone },
    file: () => '',
    standing: openStanding,
    catalogue: () => catalogue,
    isSample: () => false,
    forget: () => undefined,
  } as unknown as Services;
  const dispatch = createRouter({ workspace: () => workspace, services, log: () => undefined });
  const skills = skillsSpokenOf(workspace.db);
  for (const [name, { writes, input }] of Object.entries(contract)) {
    if (writes || APART.test(name)) continue;
    const questions = input.safeParse({}).success
      ? [{}]
      : skills.map((skill) => ({ skill })).filter((question) => input.safeParse(question).success);
    for (const question of questions) {
      const reply = dispatch(name, question);
      if (!reply.ok && (reply.error.code === 'internal' || reply.error.code === 'read_only')) return name;
    }
  }
  return null;
};
