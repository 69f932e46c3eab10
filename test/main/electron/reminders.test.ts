import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newRequest, openCore, testClock, type TestClock, type TestCore } from '../../helpers/test-core.ts';
import type { ReminderOptions } from '../../../main/electron/reminders.ts';
import type { Reply } from '../../../shared/reply.ts';
import { boot, freshElectron, tempFolder, type StandIn } from './boot.ts';

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

describe('what a core may answer', () => {
  const item = { key: 'x', title: 'X', due: true, daysLeft: 0, exam: null };
  const tell = async (
    answers: Readonly<Record<string, Reply<unknown>>>,
    stateFile = join(tempFolder(), 'reminders.json'),
  ): Promise<string[]> => {
    const electron = await freshElectron();
    const { startReminders } = await import('../../../main/electron/reminders.ts');
    const core = { call: (name: string) => Promise.resolve(answers[name]!) };
    const stop = startReminders({ core, stateFile, onClick: () => undefined });
    await vi.advanceTimersByTimeAsync(HALF_HOUR);
    stop();
    return electron.recorded.notifications.map(({ body }) => body);
  };
  const shell: Reply<unknown> = { ok: true, value: { sample: false } };
  const refused: Reply<unknown> = {
    ok: false,
    error: { code: 'internal', message: 'Something went wrong.' },
  };
  const ahead = (...items: object[]): Readonly<Record<string, Reply<unknown>>> => ({
    'app.read': shell,
    'certifications.ahead': { ok: true, value: { items: items.map((one) => ({ ...item, ...one })) } },
  });

  it('is worded for each kind, also where an exam has no hour', async () => {
    expect(
      await tell(
        ahead({ kind: 'exam' }, { key: 'y', kind: 'expired' }, { key: 'z', kind: 'renewal', daysLeft: 1 }),
      ),
    ).toEqual(['The exam is today.', 'It has expired.', 'It ends tomorrow. Its renewal is due.']);
  });

  it('may be a refusal: then nothing is told', async () => {
    expect(await tell({ 'app.read': refused })).toEqual([]);
    expect(await tell({ 'app.read': shell, 'certifications.ahead': refused })).toEqual([]);
  });

  it('is told all the same where the memory is of another shape or cannot be written', async () => {
    const stateFile = join(tempFolder(), 'reminders.json');
    writeFileSync(stateFile, '{"told":["x"]}');
    expect(await tell(ahead({ kind: 'expired' }), stateFile)).toHaveLength(1);
    expect(await tell(ahead({ kind: 'expired' }), join(tempFolder(), 'missing/reminders.json'))).toHaveLength(
      1,
    );
  });
});

it('a click on one brings the window to the front, at the certifications', async () => {
  vi.useRealTimers();
  let options: ReminderOptions | undefined;
  vi.doMock('../../../main/electron/reminders.ts', () => ({
    startReminders: (given: ReminderOptions) => {
      options = given;
      return () => undefined;
    },
  }));
  const { electron, dataDir } = await boot();
  expect(options!.stateFile).toBe(join(dataDir, 'reminders.json'));
  options!.onClick();
  const [window] = electron.recorded.windows;
  expect(window!.calls).toEqual(['show', 'focus']);
  expect(window!.webContents.sent).toEqual([['groundwork:action', 'go.certifications']]);
  vi.doUnmock('../../../main/electron/reminders.ts');
});
