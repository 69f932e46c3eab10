import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../main/clock.ts';
import { createCore, type Core } from '../../main/core.ts';
import type { Input, Output, Procedure } from '../../shared/contract.ts';
import type { Reply } from '../../shared/reply.ts';
import { catalogueDir } from './paths.ts';

/** A clock that stands still until the test moves it. */
export type TestClock = Clock & {
  set: (instant: string) => void;
  addDays: (days: number) => void;
  zoneIs: (zone: string) => void;
};

export const testClock = (instant = '2026-11-24T09:00:00Z', zone = 'UTC'): TestClock => {
  let now = Date.parse(instant);
  let here = zone;
  return {
    now: () => now,
    zone: () => here,
    set: (next) => (now = Date.parse(next)),
    addDays: (days) => (now += days * 86_400_000),
    zoneIs: (next) => (here = next),
  };
};

let lastRequest = 0;
/** A fresh request id of the right shape; in order, so that a failure reads well. */
export const newRequest = (): string => {
  lastRequest += 1;
  return `01940000-0000-7000-8000-${lastRequest.toString(16).padStart(12, '0')}`;
};

export type TestCore = Core & {
  /** Calls and expects success. */
  readonly call: <P extends Procedure>(name: P, input: Input<P>) => Output<P>;
  /** Calls and hands back the whole reply. */
  readonly ask: (name: string, input: unknown) => Reply<unknown>;
  readonly logged: unknown[];
};

export const openCore = (
  options: {
    file?: string;
    clock?: Clock;
    catalogueDir?: string;
    /** Leaves a newer catalogue waiting, as a start does. */
    leaveNews?: boolean;
  } = {},
): TestCore => {
  const logged: unknown[] = [];
  const core = createCore({
    file: options.file ?? ':memory:',
    catalogueDir: options.catalogueDir ?? catalogueDir,
    clock: options.clock ?? testClock(),
    version: '0.1.0',
    log: (error) => logged.push(error),
  });
  const opened: TestCore = {
    ...core,
    logged,
    ask: (name, input) => core.dispatch(name, input),
    call: (name, input) => {
      const reply = core.dispatch(name, JSON.parse(JSON.stringify(input)));
      if (!reply.ok)
        throw new Error(
          `${name}: ${reply.error.code}: ${reply.error.message} ${logged.map(String).at(-1) ?? ''}`,
        );
      return reply.value as never;
    },
  };
  if (!options.leaveNews && opened.call('app.read', {}).catalogueNews) takeNews(opened);
  return opened;
};

/** Takes the newer catalogue as a person does: a copy first, then the step. */
export const takeNews = (core: TestCore): void => {
  const { job } = core.call('jobs.start', { kind: 'backup-for-catalogue' });
  core.call('catalogue.take', { job });
};

/** A folder that is gone when the test ends. */
export const tempDir = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'groundwork-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
};
