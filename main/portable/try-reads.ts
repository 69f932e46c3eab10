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
 * Asks every question that needs no input, and about every skill of which anything was said, and gives the first that
 * cannot be answered; null where all can. So no file gets in that would leave a screen empty. `onProgress` is told
 * which part of them was asked, from 0 to 1.
 */
export const firstUnreadable = (
  workspace: Workspace,
  catalogue: OpenedCatalogue,
  onProgress: (part: number) => void,
): string | null => {
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
  const questions = Object.entries(contract).flatMap(([name, { writes, input }]) => {
    if (writes || APART.test(name)) return [];
    const inputs = input.safeParse({}).success
      ? [{}]
      : skills.map((skill) => ({ skill })).filter((about) => input.safeParse(about).success);
    return inputs.map((about) => ({ name, about }));
  });
  for (const [asked, { name, about }] of questions.entries()) {
    onProgress(asked / questions.length);
    const reply = dispatch(name, about);
    if (!reply.ok && (reply.error.code === 'internal' || reply.error.code === 'read_only')) return name;
  }
  return null;
};
