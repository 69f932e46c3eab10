import { defaultSettings } from '../../shared/values.ts';
import type { Settings } from '../../shared/model/settings.ts';
import type { SliceOf } from '../store.ts';

export type SettingsSlice = {
  readonly settings: Settings;
  /** Nobody used this file yet. */
  readonly firstRun: boolean;
  /** Shown at once, kept when confirmed, taken back with a message when refused. */
  readonly changeSettings: (patch: Partial<Settings>) => Promise<void>;
};

export const createSettingsSlice: SliceOf<SettingsSlice> = (set, get, call) => {
  /** What the host said last. */
  let said = defaultSettings;
  /** Changes without an answer yet, in their order. An answer to one must not take back those that came after it. */
  const asked = new Set<Partial<Settings>>();
  const show = (): void => set({ settings: Object.assign({}, said, ...asked) as Settings });
  return {
    settings: defaultSettings,
    firstRun: false,
    changeSettings: async (patch) => {
      if (asked.size === 0) said = get().settings;
      asked.add(patch);
      show();
      const reply = await call('settings.set', patch);
      asked.delete(patch);
      if (reply.ok) said = reply.value;
      show();
      if (!reply.ok) get().complain(reply.error.message);
    },
  };
};
