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

export const createSettingsSlice: SliceOf<SettingsSlice> = (set, get, call) => ({
  settings: defaultSettings,
  firstRun: false,
  changeSettings: async (patch) => {
    const before = get().settings;
    set({ settings: { ...before, ...patch } });
    const reply = await call('settings.set', patch);
    if (reply.ok) return set({ settings: reply.value });
    set({ settings: before });
    get().complain(reply.error.message);
  },
});
