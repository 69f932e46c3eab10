import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds on the screen as it stands, a line each; nothing may be. `rules` narrows it to these. */
export const faultsOf = async (page: Page, rules?: readonly string[]): Promise<string[]> => {
  // Evaluated through the debugger, which the page's policy does not bind; legacy mode opens no second page.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 140)} ${node.failureSummary ?? ''}`),
  );
};
