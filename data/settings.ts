import { defaultSettings } from '../shared/values.ts';
import { settings as schema, type Settings } from '../shared/model/settings.ts';
import { sql, type Db } from './sql.ts';

/** What was set, over the defaults. A value that this version does not know falls back to its default. */
export const readSettings = (db: Db): Settings => {
  const rows = sql<[], { key: string; value: string }>(db, 'SELECT key, value FROM setting').all();
  const stored: Record<string, unknown> = Object.fromEntries(
    rows.map(({ key, value }) => [key, JSON.parse(value)]),
  );
  const known = Object.entries(schema.shape).filter(([key, field]) => field.safeParse(stored[key]).success);
  return { ...defaultSettings, ...Object.fromEntries(known.map(([key]) => [key, stored[key]])) };
};

export type SettingsPatch = { readonly [K in keyof Settings]?: Settings[K] | undefined };

export const writeSettings = (db: Db, patch: SettingsPatch): void => {
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    sql(
      db,
      'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ).run(key, JSON.stringify(value));
  }
};
