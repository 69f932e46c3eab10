import { expect, it } from 'vitest';
import { followTheme } from '../../renderer/theme.ts';
import type { Settings } from '../../shared/model/settings.ts';
import { defaultSettings } from '../../shared/values.ts';

it('follows the settings until it is told to stop', () => {
  let settings: Settings = { ...defaultSettings, theme: 'dark' };
  const listeners = new Set<() => void>();
  const stop = followTheme(
    () => settings,
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  );
  const choose = (theme: Settings['theme']): void => {
    settings = { ...settings, theme };
    listeners.forEach((listener) => listener());
  };
  const { dataset } = document.documentElement;
  expect(dataset['theme']).toBe('dark');
  choose('light');
  expect(dataset['theme']).toBe('light');
  stop();
  choose('dark');
  expect(dataset['theme']).toBe('light');
});
