import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import { dirname } from 'node:path';
import { StrictMode } from 'react';
import { afterEach } from 'vitest';
import { callOver, uploadOver } from '../../renderer/api.ts';
import { App } from '../../renderer/app.tsx';
import { createAppStore, StoreContext, type Store } from '../../renderer/store.ts';
import { followTheme } from '../../renderer/theme.ts';
import type { Bridge } from '../../shared/bridge.ts';
import { uploadTo } from './lists.ts';
import { newRequest, openCore, testClock, type TestClock, type TestCore } from './test-core.ts';

export type OpenScreen = {
  readonly core: TestCore;
  /** The core's clock. It stands at the real time, because the page has only the real one. */
  readonly clock: TestClock;
  readonly store: Store;
  readonly user: UserEvent;
  /** Names of the calls that the page made since it was opened. */
  readonly calls: string[];
  /** Names of those that were to be asked even if the page goes away meanwhile. */
  readonly lastCalls: string[];
  /** Calls from now on wait for their answer until the function that it returns is called. */
  readonly hold: () => () => Promise<void>;
  readonly close: () => void;
};

export type ScreenOptions = {
  /** Prepares the person's data, with the core that the page will ask. */
  readonly before?: (core: TestCore, clock: TestClock) => void;
  /** A core that was used before, as after a restart of the page. */
  readonly core?: TestCore;
  /** Path of the data file; in memory without one. */
  readonly file?: string;
};

const json = <T,>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

/** A page that a test has left must not paint itself into the next one, nor into no document at all. */
const leaving: (() => void)[] = [];
afterEach(() => leaving.splice(0).forEach((leave) => leave()));

/** The whole page at an address, over the real core. What lies between the two is JSON, as in both hosts. */
export const openScreen = async (path: string, options: ScreenOptions = {}): Promise<OpenScreen> => {
  const clock = testClock(new Date().toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone);
  const core = options.core ?? openCore({ clock, ...(options.file !== undefined && { file: options.file }) });
  options.before?.(core, clock);

  const calls: string[] = [];
  const lastCalls: string[] = [];
  let gate: Promise<void> = Promise.resolve();
  const bridge: Bridge = {
    call: async (name, input, outlivesPage) => {
      calls.push(name);
      if (outlivesPage) lastCalls.push(name);
      const open = gate;
      const reply = json(core.dispatch(name, json(input)));
      await open;
      return reply;
    },
    // Only a file on the disk has a folder to keep uploads in.
    upload: async (file) => {
      const upload = uploadTo(dirname(options.file!), new Uint8Array(await file.arrayBuffer()));
      return { ok: true, value: { upload } };
    },
    can: { pickFolder: false, showInFolder: false, notify: false, openTab: false },
    onAction: () => () => undefined,
  };

  location.hash = path;
  const store = createAppStore(callOver(bridge), uploadOver(bridge));
  // As renderer/main.tsx does before it shows anything.
  await store.getState().load('app.read', {});
  leaving.push(followTheme(() => store.getState().settings, store.subscribe));
  const { unmount } = render(
    <StrictMode>
      <StoreContext value={store}>
        <App onOpenTab={null} />
      </StoreContext>
    </StrictMode>,
  );
  // The files of a room that is visited first are transformed meanwhile, on a busy machine slowly.
  await waitFor(
    () => {
      if (!screen.queryByRole('heading', { level: 1 }) && screen.queryAllByRole('alert').length === 0) {
        throw new Error('The screen did not come.');
      }
    },
    { timeout: 15_000 },
  );
  return {
    core,
    clock,
    store,
    // The page is quick enough for a hand that does not wait; layout, which the check needs, jsdom has none.
    user: userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never }),
    calls,
    lastCalls,
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return async () => {
        gate = Promise.resolve();
        await act(async () => resolve());
      };
    },
    close: unmount,
  };
};

/** What a person did before the test begins. */
export const person = (core: TestCore) => ({
  aims: (...roles: string[]) =>
    core.call('targets.set', { request: newRequest(), targets: roles.map((role) => ({ role, date: null })) }),
  ticks: (...topics: string[]) =>
    topics.forEach((topic) =>
      core.call('topics.setStatus', { request: newRequest(), topic, status: 'done' }),
    ),
  knows: (skill: string) => core.call('skills.know', { request: newRequest(), skill, level: null }),
  fixes: (group: string, skill: string | null) =>
    core.call('groups.fix', { request: newRequest(), group, skill }),
});

/** The topics of a skill with their states, as the core has them. */
export const topicsOf = (core: TestCore, skill: string) => core.call('topics.list', { skill }).topics;

/** Found by their elements rather than by role and name, which jsdom works out for the whole page, slowly. */
const found = <T,>(what: string, look: () => T | undefined): Promise<T> =>
  waitFor(() => {
    const element = look();
    if (element === undefined) throw new Error(`There is no ${what}.`);
    return element;
  });
const named = (element: Element, name: string | RegExp): boolean => {
  const text = element.textContent ?? '';
  return typeof name === 'string' ? text === name : name.test(text);
};

/** The screen's one h1, once it says this. */
export const heading = (name: string | RegExp): Promise<HTMLElement> =>
  found(`heading ${name}`, () =>
    [...document.querySelectorAll<HTMLElement>('h1')].find((title) => named(title, name)),
  );

/** The section under this heading. */
export const region = (name: string): Promise<HTMLElement> =>
  found(`section ${name}`, () =>
    [...document.querySelectorAll<HTMLElement>('section[aria-labelledby]')].find((section) =>
      named(document.getElementById(section.getAttribute('aria-labelledby')!)!, name),
    ),
  );

/** The three figures of a role as a screen reader says them. */
export const spokenBars = (role: string): Readonly<Record<string, string>> => {
  const group = screen.getByRole('group', { name: role });
  return Object.fromEntries(
    within(group)
      .getAllByRole('meter')
      .map((meter) => [meter.getAttribute('aria-label')!, meter.getAttribute('aria-valuetext')!]),
  );
};

/** The one status control of the topic with this text. */
export const mark = (text: string): HTMLElement => {
  const marks = [...document.querySelectorAll<HTMLElement>('[role=checkbox]')].filter((element) =>
    element.getAttribute('aria-label')?.endsWith(`: ${text}`),
  );
  if (marks.length !== 1) throw new Error(`There are ${marks.length} status controls for “${text}”.`);
  return marks[0]!;
};

/** The announcement that a screen reader hears next. */
export const announced = (): string => document.querySelector('.sr-only[aria-live]')?.textContent ?? '';
