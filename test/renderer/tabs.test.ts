import { afterEach, describe, expect, it } from 'vitest';
import { callOver, uploadOver } from '../../renderer/api.ts';
import { createAppStore, type Store } from '../../renderer/store.ts';
import { followOtherTabs } from '../../renderer/tabs.ts';
import type { Bridge } from '../../shared/bridge.ts';
import { openCore, type TestCore } from '../helpers/test-core.ts';

const leaving: (() => void)[] = [];
afterEach(() => leaving.splice(0).forEach((leave) => leave()));

const tabOf = (core: TestCore): Store => {
  const bridge: Bridge = {
    call: async (name, input) => core.dispatch(name, input),
    upload: () => Promise.reject(new Error('Nothing is handed over here.')),
    can: { pickFolder: false, showInFolder: false, notify: false, openTab: false },
    onAction: () => () => undefined,
  };
  const store = createAppStore(callOver(bridge), uploadOver(bridge));
  leaving.push(followOtherTabs(store));
  return store;
};
/** Long enough for words to go to and fro many times. */
const aWhile = (): Promise<void> => new Promise((done) => setTimeout(done, 300));

describe('a tab', () => {
  it('reads again once another one changed something, and says nothing about that itself', async () => {
    const core = openCore();
    const [one, two] = [tabOf(core), tabOf(core)];
    await one.getState().setStatus('git.01', 'done');
    await expect.poll(() => two.getState().revision).toBe(1);
    await aWhile();
    expect([one.getState().revision, two.getState().revision]).toEqual([1, 1]);
  });

  it('shows in the tree of skills what another one ticked, though it knew the skill before', async () => {
    const core = openCore();
    const [one, two] = [tabOf(core), tabOf(core)];
    const { category } = core.call('skills.read', { skill: 'git' });
    await two.getState().load('skills.read', { skill: 'git' });
    expect(two.getState().skills['git']!.done).toBe(0);
    await one.getState().setStatus('git.01', 'done');
    await expect.poll(() => two.getState().revision).toBe(1);
    await two.getState().load('skills.list', { category });
    expect(two.getState().skills['git']!.done).toBe(1);
  });

  it('that only reads again tells nobody', async () => {
    const core = openCore();
    const [one, two] = [tabOf(core), tabOf(core)];
    one.getState().refresh();
    await aWhile();
    expect([one.getState().revision, two.getState().revision]).toEqual([1, 0]);
  });

  it('forgets what it knows of the file once another one put a file in its place', async () => {
    const core = openCore();
    const [one, two] = [tabOf(core), tabOf(core)];
    await two.getState().load('topics.list', { skill: 'git' });
    expect(Object.keys(two.getState().topics)).not.toEqual([]);
    await one.getState().startOver();
    await expect.poll(() => two.getState().topics).toEqual({});
    await aWhile();
    expect([one.getState().revision, two.getState().revision]).toEqual([1, 1]);
  });
});
