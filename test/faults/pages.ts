import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { newRequestId } from '../../renderer/clock.ts';
import { startHost, type Host } from './host.ts';
import { isWhole } from './model.ts';
import { newFile } from './stage.ts';
import { below, seeded, sized, type Suite } from './suite.ts';
import { actAsBrowser, editing, noteIn, openLine, openTab, type Line, type Tab } from './tab.ts';

const DAY_MS = 86_400_000;
const SUSPENDED_MS = 150;
/** Bytes of a request with its head, and more than its answer has. */
const MOST_BYTES = 1_200;

const eventsOf = (file: string, request: string): number => {
  const db = new Database(file, { readonly: true });
  try {
    const count = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM event WHERE request = ?');
    return count.get(request)!.n;
  } finally {
    db.close();
  }
};

type Round = {
  readonly host: Host;
  readonly line: Line;
  readonly file: string;
  readonly random: () => number;
  /** Counted for each kind by itself. */
  readonly number: number;
  readonly expect: (isSo: boolean, otherwise: string) => void;
};

/** By then what a page sent off last has arrived. */
const ARRIVED_MS = 2_000;
const pause = (ms: number): Promise<void> => new Promise((later) => setTimeout(later, ms));
const times = (value: string | null, part: string): number => (value ?? '').split(part).length - 1;
/** In turn, so that a round always changes what the one of its kind before it set. */
const STATUSES = ['done', 'learning'] as const;

/** A command that always changes something, and whether it was acknowledged. */
const tick = async (tab: Tab, number: number, topic: string): Promise<{ request: string; ok: boolean }> => {
  const request = newRequestId();
  const status = STATUSES[number % STATUSES.length]!;
  const reply = await tab.call('topics.setStatus', { request, topic, status });
  return { request, ok: reply.ok };
};

/** The tab goes while a note is on its way; opened again with what it kept, it has the text, and the note has it once. */
const closeTab = async ({ host, line, random, number, expect }: Round): Promise<void> => {
  const tab = openTab(host, line);
  const text = `Written in round ${number}. `.repeat(1 + below(random, 400));
  const session = await editing(tab, 'git');
  tab.in(() => session.change(text));
  void tab.in(() => session.flush());
  await pause(below(random, 12));
  tab.close();
  const again = openTab(host, line, tab.storage.again());
  const restored = await editing(again, 'git');
  expect(restored.state().text === text, `the text of a closed tab is ${restored.state().text.length} long`);
  await again.in(() => restored.flush());
  const kept = await noteIn(again, 'git');
  expect(kept === text, 'the note of a closed tab is not what was typed');
};

/** The tab goes for good right after the last key, with nothing saved or a save on its way: the note is what was typed. */
const closeForGood = async ({ host, line, random, number, expect }: Round): Promise<void> => {
  const tab = openTab(host, line);
  const text = `Typed last in round ${number}. `.repeat(1 + below(random, 400));
  const session = await editing(tab, 'git');
  tab.in(() => session.change(text.slice(0, 20)));
  if (below(random, 2) === 0) void tab.in(() => session.flush());
  await pause(below(random, 12));
  tab.in(() => session.change(text));
  tab.in(() => session.leave());
  tab.close();
  const other = openTab(host, line);
  const deadline = performance.now() + ARRIVED_MS;
  let kept = await noteIn(other, 'git');
  while (kept !== text && performance.now() < deadline) {
    await pause(5);
    kept = await noteIn(other, 'git');
  }
  expect(kept === text, 'the note of a tab that went for good is not what was typed');
};

/** The connection breaks off within a request or its answer: the page asks again, and it happened once. */
const dropLine = async ({ host, line, file, random, number, expect }: Round): Promise<void> => {
  const tab = openTab(host, line);
  for (const topic of ['git.01', 'git.02', 'git.03']) {
    line.cutNext(below(random, 2) === 0 ? 'page' : 'host', 1 + below(random, MOST_BYTES));
    const { request, ok } = await tick(tab, number, topic);
    expect(ok, 'a request over a broken connection was not repeated');
    expect(
      eventsOf(file, request) === 1,
      `a request that was repeated happened ${eventsOf(file, request)} times`,
    );
  }
  const session = await editing(tab, 'go');
  const text = `Over a broken line, ${number}`;
  tab.in(() => session.change(text));
  line.cutNext('host', 1 + below(random, MOST_BYTES));
  await tab.in(() => session.flush());
  expect((await noteIn(tab, 'go')) === text, 'a note over a broken line is not what was typed');
};

/** The computer sleeps in mid-save: whoever asked gets an answer after it, once. */
const suspend = async ({ host, line, file, random, number, expect }: Round): Promise<void> => {
  const tab = openTab(host, line);
  const asked = ['http-protocol.01', 'http-protocol.02', 'http-protocol.03'].map((topic) =>
    tick(tab, number, topic),
  );
  await pause(below(random, 6));
  host.running.process.kill('SIGSTOP');
  await pause(SUSPENDED_MS);
  host.running.process.kill('SIGCONT');
  for (const { request, ok } of await Promise.all(asked)) {
    expect(ok, 'a request before a sleep was not answered after it');
    expect(eventsOf(file, request) === 1, 'a request before a sleep did not happen once');
  }
};

/** The clock jumps between a request and its repetition, as after a sleep or a journey. */
const jump = async ({ host, line, file, random, number, expect }: Round): Promise<void> => {
  const tab = openTab(host, line);
  const request = newRequestId();
  const input = { request, topic: 'java.01', status: STATUSES[number % STATUSES.length]! } as const;
  const first = tab.call('topics.setStatus', input);
  const days = [-3_650, -1, 1, 30, 3_650][below(random, 5)]!;
  writeFileSync(join(dirname(file), 'clock-offset'), String(days * DAY_MS));
  const second = await tab.call('topics.setStatus', input);
  expect((await first).ok && second.ok, 'a request at a jump of the clock was refused');
  expect(eventsOf(file, request) === 1, 'a request at a jump of the clock did not happen once');
  const after = await tick(tab, number, 'java.02');
  expect(after.ok && eventsOf(file, after.request) === 1, 'nothing could be done after a jump of the clock');
};

/** Two tabs write the same note at the same time, and tick: neither text is lost, and nothing is there twice. */
const twoTabs = async ({ host, line, file, random, number, expect }: Round): Promise<void> => {
  const tabs = [openTab(host, line), openTab(host, line)];
  const sessions = await Promise.all(tabs.map((tab) => editing(tab, 'sql-querying')));
  const texts = tabs.map((_, which) => `Tab ${which} in round ${number}: ${below(random, 1e6)}.`);
  for (const [which, tab] of tabs.entries()) tab.in(() => sessions[which]!.change(texts[which]!));
  const ticks = tabs.map((tab, which) => tick(tab, number, `sql-querying.0${1 + which}`));
  // The second begins while the first is on its way, or after it.
  const saved = tabs[0]!.in(() => sessions[0]!.flush());
  if (below(random, 2) === 0) await saved;
  else await pause(below(random, 4));
  await tabs[1]!.in(() => sessions[1]!.flush());
  await saved;
  const note = await noteIn(tabs[0]!, 'sql-querying');
  for (const text of texts)
    expect(times(note, text) === 1, `a text of two tabs is there ${times(note, text)} times`);
  for (const { request, ok } of await Promise.all(ticks))
    expect(ok && eventsOf(file, request) === 1, 'a tick of two tabs did not happen once');
};

const kinds = [closeTab, closeForGood, dropLine, suspend, jump, twoTabs];

/** A page that repeats under another request id does it twice, and one that keeps no text loses it. */
const isSeen = async (host: Host, line: Line, file: string): Promise<boolean> => {
  const tab = openTab(host, line);
  const count = (): number => {
    const db = new Database(file, { readonly: true });
    const { n } = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM event').get()!;
    db.close();
    return n;
  };
  const before = count();
  await tick(tab, 0, 'go.01');
  await tick(tab, 1, 'go.01');
  const session = await editing(tab, 'java');
  tab.in(() => session.change('Only in the tab'));
  tab.close();
  const forgetful = openTab(host, line);
  const found = (await editing(forgetful, 'java')).state().text;
  return count() === before + 2 && found === '';
};

/** The product's own page code, in tabs that are closed, cut off, asleep or two, over a host in a process of its own. */
export const pages: Suite = {
  name: 'pages',
  what: 'tabs closed, cut off, asleep, out of time or two of them, in mid-save',
  skip: () => (process.platform === 'win32' ? 'a process is suspended by a signal' : null),
  run: async (run) => {
    actAsBrowser();
    const rounds = sized(run, kinds.length, 20, 200);
    const random = seeded(run.seed);
    const file = newFile();
    const host = await startHost(file);
    const line = await openLine(host);
    const wrong: string[] = [];
    let looks = 0;
    for (let number = 0; number < rounds; number += 1) {
      const expect: Round['expect'] = (isSo, otherwise) => {
        looks += 1;
        if (!isSo) wrong.push(`round ${number}: ${otherwise}`);
      };
      const round = { host, line, file, random, number: Math.floor(number / kinds.length), expect };
      await kinds[number % kinds.length]!(round);
    }
    const caught = await isSeen(host, line, file);
    line.close();
    await host.stop();
    return {
      points: rounds,
      lost: wrong.length,
      corrupt: isWhole(file) ? 0 : 1,
      wrong,
      counts: { looks },
      planted: { what: 'a page that repeats under another id, and one that keeps no text', caught },
    };
  },
};
