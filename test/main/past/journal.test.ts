import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendEvent, type NewEvent } from '../../../data/events.ts';
import { openDatabase } from '../../../data/open.ts';
import { transaction, type Db } from '../../../data/sql.ts';
import { openJournal } from '../../../main/past/journal.ts';
import { dateOfDay } from '../../../shared/rules/days.ts';
import { untouched } from '../../../shared/values.ts';
import { tempDir } from '../../helpers/test-core.ts';

let db: Db;
beforeEach(() => {
  db = openDatabase(':memory:', { backupDir: tempDir() });
});
afterEach(() => void db.close());

/** Appends events, one topic each; every tenth is skipped with a reason of its own. */
const append = (count: number): void => {
  transaction(db, () => {
    for (let index = 0; index < count; index += 1) {
      const localDate = dateOfDay(20_000 + Math.floor(index / 20));
      const isSkipped = index % 10 === 0;
      const event: NewEvent = {
        at: index,
        zone: 'UTC',
        localDate,
        kind: 'action',
        label: null,
        changes: [
          {
            what: 'topic',
            topic: 1 + (index % 800),
            before: untouched,
            after: {
              status: isSkipped ? 'skipped' : 'done',
              reason: isSkipped ? `reason ${index}` : null,
              since: localDate,
              doneOn: isSkipped ? null : localDate,
            },
            previous: null,
          },
        ],
        below: null,
        target: null,
        request: null,
      };
      appendEvent(db, event);
    }
  });
};
/** The whole timeline, with its function asked for one range. */
const visible = (): object => {
  const { eventsOn, ...timeline } = openJournal(db).timeline();
  return { ...timeline, eventsOn: eventsOn(20_100, 20_110) };
};
const saved = (): number =>
  db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM cache WHERE name LIKE 'journal-%'`).get()!.n;

test('what is kept of the log says the same as the log, however much of it is kept', () => {
  append(12_345);
  const fromLog = visible();
  const journal = openJournal(db);
  for (const kept of [1, 2]) {
    expect(journal.isUnsaved()).toBe(true);
    journal.save();
    expect(saved()).toBe(kept);
    expect(visible()).toEqual(fromLog);
  }
  // The rest is less than a whole part.
  expect(journal.isUnsaved()).toBe(false);
});

test('events that come later are seen at once', () => {
  append(10);
  const journal = openJournal(db);
  expect(journal.timeline().topics.count).toBe(10);
  append(5);
  expect(journal.timeline().topics.count).toBe(10);
  append(6_000);
  expect(openJournal(db).timeline()).toMatchObject({ topics: journal.timeline().topics });
});

test('a part whose end the log does not reach is not believed', () => {
  append(6_000);
  const journal = openJournal(db);
  journal.save();
  db.exec('DELETE FROM event WHERE seq > 3000');
  expect(openJournal(db).timeline().eventsOn(0, 90_000)).toEqual({ first: 1, last: 3_000 });
});
