import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newRequest, openCore, testClock, type TestClock, type TestCore } from '../../helpers/test-core.ts';
import { freshElectron, tempFolder, type StandIn } from './boot.ts';

const HALF_HOUR = 30 * 60_000;

beforeEach(
  () => void vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] }),
);
afterEach(() => void vi.useRealTimers());

type Setup = {
  electron: StandIn;
  core: TestCore;
  clock: TestClock;
  clicks: () => number;
  stateFile: string;
  stop: () => void;
};

/** The reminders over the real core, with an exam in nine days and a certificate that ends in 47. */
const remind = async (stateFile = join(tempFolder(), 'reminders.json'), notifies = true): Promise<Setup> => {
  const electron = await freshElectron();
  electron.world.notifies = notifies;
  const clock = testClock();
  const core = openCore({ clock });
  core.call('certifications.plan', {
    request: newRequest(),
    certification: 'cka',
    plan: {
      status: 'booked',
      exam: { local: '2026-12-03T09:00', zone: 'Europe/Berlin', later: false },
      online: false,
      place: '',
      hoursPerWeek: null,
      studyHours: null,
    },
  });
  core.call('credentials.save', {
    request: newRequest(),
    credential: null,
    certification: 'aws-developer-associate',
    title: 'AWS Developer',
    issuer: '',
    issuedOn: '2024-01-10',
    expiresOn: '2027-01-10',
    number: '',
    url: null,
    skills: [],
  });
  const { startReminders } = await import('../../../main/electron/reminders.ts');
  let clicked = 0;
  const stop = startReminders({
    core: { call: (name, input) => Promise.resolve(core.ask(name, input)) },
    stateFile,
    onClick: () => (clicked += 1),
  });
  return { electron, core, clock, clicks: () => clicked, stateFile, stop };
};
const said = ({ electron }: Setup): string[] =>
  electron.recorded.notifications.map(({ title, body }) => `${title}: ${body}`);
const EXAM = 'Certified Kubernetes Administrator: The exam is in 9 days, at 09:00 (Europe/Berlin).';
const RENEWAL = 'AWS Developer: It ends in 47 days. Its renewal is due.';

describe('desktop reminders', () => {
  it('tell of each thing once as it comes near, and lead to it', async () => {
    const setup = await remind();
    await vi.advanceTimersByTimeAsync(HALF_HOUR);
    expect(said(setup)).toEqual([EXAM, RENEWAL]);
    await vi.advanceTimersByTimeAsync(10 * HALF_HOUR);
    expect(said(setup)).toHaveLength(2);
    setup.electron.recorded.notifications[0]!.emit('click');
    expect(setup.clicks()).toBe(1);
    setup.stop();
  });

  it('tell once more right before, and ask how it went', async () => {
    const setup = await remind();
    await vi.advanceTimersByTimeAsync(HALF_HOUR);
    setup.clock.addDays(8);
    await vi.advanceTimersByTimeAsync(HALF_HOUR);
    setup.clock.addDays(2);
    await vi.advanceTimersByTimeAsync(HALF_HOUR);
    expect(said(setup).slice(2)).toEqual([
      'Certified Kubernetes Administrator: The exam is tomorrow, at 09:00 (Europe/Berlin).',
      'Certified Kubernetes Administrator: The exam is over. How did it go?',
    ]);
    setup.stop();
  });

  it('remember over a restart what was told, and come through a broken memory', async () => {
    const first = await remind();
    await vi.advanceTimersByTimeAsync(HALF_HOUR);
    first.stop();
    const second = await remind(first.stateFile);
    await vi.advanceTimersByTimeAsync(HALF_HOUR);
    expect(said(second)).toEqual([]);
    second.stop();
    writeFileSync(first.stateFile, '{broken');
    const third = await remind(first.stateFile);
    await vi.advanceTimersByTimeAsync(HALF_HOUR);
    expect(said(third)).toHaveLength(2);
    expect(JSON.parse(readFileSync(first.stateFile, 'utf8'))).toHaveLength(2);
    third.stop();
  });

  it('are silent for sample data, where the system has none, and once they are stopped', async () => {
    const sample = await remind();
    sample.core.call('sample.enter', {});
    await vi.advanceTimersByTimeAsync(HALF_HOUR);
    expect(said(sample)).toEqual([]);
    sample.stop();
    const without = await remind(undefined, false);
    await vi.advanceTimersByTimeAsync(HALF_HOUR);
    expect(said(without)).toEqual([]);
    without.stop();
    const stopped = await remind();
    stopped.stop();
    await vi.advanceTimersByTimeAsync(10 * HALF_HOUR);
    expect(said(stopped)).toEqual([]);
  });
});
