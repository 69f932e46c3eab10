import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../main/clock.ts';
import { createCore, type Core } from '../../main/core.ts';
import { version } from '../../main/version.ts';
import type { Input, Output, Procedure } from '../../shared/contract.ts';
import { makeHuge } from './huge.ts';
import { repository } from '../helpers/paths.ts';

export const SIZES = [866, 10_000, 100_000] as const;
export type Size = (typeof SIZES)[number];

/** Topics of the skill with the long list; the smallest file has no room for one. */
export const bigSkillOf = (size: Size): number => (size === 866 ? 0 : size / 5);

/**
 * The files that are measured. They stand below node_modules, on the disk of the repository: a temporary folder may be
 * memory, where a commit costs nothing. The build is copied, so that another build cannot change it under the run.
 */
export type Setting = {
  readonly dist: string;
  readonly catalogueDir: string;
  /** A fresh folder with a copy of the file of that size in it, as the product wants its data folder. */
  readonly dataDir: (size: Size) => string;
  readonly remove: () => void;
};

/** Path of the blank page that the copied build serves with the same server and the same headers. */
export const BLANK = 'blank.html';
const blankPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta property="csp-nonce" content="__CSP_NONCE__" nonce="__CSP_NONCE__" />
    <title>Blank</title>
    <link rel="icon" href="data:," />
  </head>
  <body><input type="checkbox" /><p>0</p></body>
</html>
`;

export const prepare = (): Setting => {
  const cache = join(repository, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'groundwork-bench-'));
  const dist = join(folder, 'dist');
  const isOwn = (path: string): boolean => !path.includes('compile-cache');
  cpSync(join(repository, 'dist'), dist, { recursive: true, filter: isOwn });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(dist, 'renderer', BLANK), blankPage);
  const catalogueDir = join(dist, 'catalogue');

  const masters = new Map<Size, string>();
  const master = (size: Size): string => {
    let file = masters.get(size);
    if (file === undefined) {
      mkdirSync(join(folder, `master-${size}`));
      file = join(folder, `master-${size}`, 'groundwork.db');
      const bigSkill = bigSkillOf(size);
      makeHuge(file, { topics: size, catalogueDir, ...(bigSkill > 0 && { bigSkill }) });
      masters.set(size, file);
    }
    return file;
  };
  return {
    dist,
    catalogueDir,
    dataDir: (size) => {
      const from = master(size);
      const dir = mkdtempSync(join(folder, `data-${size}-`));
      copyFileSync(from, join(dir, 'groundwork.db'));
      return dir;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

export const openCoreOn = (setting: Setting, dir: string): Core =>
  createCore({
    file: join(dir, 'groundwork.db'),
    catalogueDir: setting.catalogueDir,
    clock: systemClock(),
    version,
    log: (error) => console.error(error),
  });

/** Calls and expects success. */
export const call = <P extends Procedure>(core: Core, name: P, input: Input<P>): Output<P> => {
  const reply = core.dispatch(name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
  return reply.value as Output<P>;
};
