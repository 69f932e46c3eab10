import type { OpenedCatalogue } from '../../data/catalogue/load.ts';
import { contract } from '../../shared/contract.ts';
import { createRouter } from '../router.ts';
import type { Services } from '../services.ts';
import { openStanding } from '../standing.ts';
import type { Workspace } from '../workspace.ts';

/** Areas that concern the file as a whole, or need more than the file. */
const APART = /^(sample|catalogue|backups|files|jobs|exports)\./;

/** Skills of which a person said anything; the others are as the catalogue has them. */
const SPOKEN_OF = `SELECT k.id FROM skill k WHERE k.retired = 0 AND (k.origin = 'user' OR k.number IN (
    SELECT skill FROM topic WHERE origin = 'user'
    UNION SELECT t.skill FROM topic_state s JOIN topic t ON t.number = s.topic
    UNION SELECT skill FROM skill_own UNION SELECT skill FROM resource UNION SELECT skill FROM reference_state
    UNION SELECT skill FROM evidence UNION SELECT skill FROM review))`;

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
  const skills = workspace.db.prepare<[], { id: string }>(SPOKEN_OF).all();
  for (const [name, { writes, input }] of Object.entries(contract)) {
    if (writes || APART.test(name)) continue;
    const questions = input.safeParse({}).success
      ? [{}]
      : skills.map(({ id }) => ({ skill: id })).filter((question) => input.safeParse(question).success);
    for (const question of questions) {
      const reply = dispatch(name, question);
      if (!reply.ok && (reply.error.code === 'internal' || reply.error.code === 'read_only')) return name;
    }
  }
  return null;
};
