import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { inBrowser } from './browser.ts';
import type { Figure } from './measure.ts';
import { BLANK, type Setting } from './setting.ts';

const MIB = 1_024;
const HOST_MIB = 80;
const PAGE_MIB = 60;
const SIZE = 100_000;
/** By then a copy that came due is made, and what was not needed is given back. */
const AT_REST_MS = 30_000;

/**
 * Memory at 100,000 topics, as the proportional share of each process: of the host right after it showed several rooms and
 * once nobody used it for a while, and of a page beside a blank one. Only on Linux, which tells.
 */
export const measureMemory = async (setting: Setting): Promise<Figure[]> => {
  if (!existsSync('/proc/self/smaps_rollup')) return [];
  return inBrowser(setting, async (browser, hosts) => {
    const host = hosts.get(SIZE)!;
    const before = new Set(processes());
    const blank = await browser.newContext();
    const still = await blank.newPage();
    await still.goto(`${host.origin}/${BLANK}`);
    const blankMib = await pageMemory(still, before);
    await blank.close();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(await host.nextAddress());
    for (const room of ['#/today', '#/roles', '#/skills', '#/data', '#/skills/git', '#/today']) {
      await page.evaluate((hash) => void (location.hash = hash), room);
      await page.waitForTimeout(1_500);
    }
    const pageMib = await pageMemory(page, before);
    const usedMib = memoryOf(host.process.pid!);
    await page.waitForTimeout(AT_REST_MS);
    const restMib = memoryOf(host.process.pid!);
    await context.close();
    return [
      figure('memory-host-used', usedMib, HOST_MIB),
      figure('memory-host', restMib, HOST_MIB),
      figure('memory-page', pageMib - blankMib, PAGE_MIB, blankMib),
    ];
  });
};

const figure = (name: string, mib: number, atMost: number, floor: number | null = null): Figure => ({
  name,
  n: SIZE,
  median_ms: null,
  p95_ms: null,
  floor_ms: null,
  ratio: null,
  kb: Math.round((mib * 1_048_576) / 1_000),
  goal: `MiB <= ${atMost}${floor === null ? '' : ` above a blank page of ${floor.toFixed(1)}`}`,
  ok: mib <= atMost,
});

const processes = (): number[] => readdirSync('/proc').map(Number).filter(Number.isInteger);

/** Proportional share in MiB; 0 for a process that is gone. */
const memoryOf = (pid: number): number => {
  try {
    const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return Number(found?.[1] ?? 0) / MIB;
  } catch {
    return 0;
  }
};

/** Of the processes that came with the page, once it is at rest and what it left was collected. */
const pageMemory = async (page: Page, before: ReadonlySet<number>): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(1_000);
  const renderers = processes().filter((pid) => !before.has(pid) && isRenderer(pid));
  return renderers.reduce((sum, pid) => sum + memoryOf(pid), 0);
};

const isRenderer = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
  } catch {
    return false;
  }
};
