import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { Line } from './report.ts';
import { linesFile } from './report.ts';

/** Before and after `npm run fuzz`: sums up what its suites printed. */
export const setup = (): (() => void) => {
  rmSync(linesFile, { force: true });
  return () => {
    if (!existsSync(linesFile)) return;
    const lines = readFileSync(linesFile, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    const sum = (pick: (line: Line) => number): number => lines.reduce((all, line) => all + pick(line), 0);
    const fuzzed = lines.map(({ suite, cases }) => `${suite} ${cases}`).join(', ');
    console.log(
      `fuzz: ${sum(({ cases }) => cases)} cases without a fault (${fuzzed}); ` +
        `${sum(({ found }) => found)} of ${sum(({ planted }) => planted)} planted faults found`,
    );
  };
};
