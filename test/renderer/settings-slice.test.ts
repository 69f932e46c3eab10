import { describe, expect, it } from 'vitest';
import { callOver, uploadOver } from '../../renderer/api.ts';
import { createAppStore, type Store } from '../../renderer/store.ts';
import type { Bridge } from '../../shared/bridge.ts';
import { failure } from '../../shared/reply.ts';
import { openCore } from '../helpers/test-core.ts';

/** A page over the real core whose answers come one by one, when they are let through. */
const slowPage = (): { readonly store: Store; readonly answer: (refused?: string) => Promise<void> } => {
  const core = openCore();
  const waiting: ((refused?: string) => void)[] = [];
  const bridge: Bridge = {
    call: (name, input) =>
      new Promise((resolve) =>
        waiting.push((refused) =>
          resolve(refused === undefined ? core.dispatch(name, input) : failure('read_only', refused)),
        ),
      ),
    upload: () => Promise.reject(new Error('Nothing is handed over here.')),
    can: { pickFolder: false, showInFolder: false, notify: false, openTab: false },
    onAction: () => () => undefined,
  };
  const store = createAppStore(callOver(bridge), uploadOver(bridge));
  return {
    store,
    answer: async (refused) => {
      waiting.shift()!(refused);
      await new Promise((done) => setTimeout(done, 0));
    },
  };
};

describe('settings that are changed quicker than the host answers', () => {
  it('show each change from the moment it is made', async () => {
    const { store, answer } = slowPage();
    void store.getState().changeSettings({ theme: 'dark' });
    void store.getState().changeSettings({ contrast: 'more' });
    expect(store.getState().settings).toMatchObject({ theme: 'dark', contrast: 'more' });
    await answer();
    expect(store.getState().settings).toMatchObject({ theme: 'dark', contrast: 'more' });
    await answer();
    expect(store.getState().settings).toMatchObject({ theme: 'dark', contrast: 'more' });
  });

  it('take back what was refused, and nothing else', async () => {
    const { store, answer } = slowPage();
    const before = store.getState().settings.theme;
    void store.getState().changeSettings({ theme: 'dark' });
    void store.getState().changeSettings({ contrast: 'more' });
    await answer('The disk is full.');
    expect(store.getState().settings).toMatchObject({ theme: before, contrast: 'more' });
    await answer();
    expect(store.getState().settings).toMatchObject({ theme: before, contrast: 'more' });
  });
});
