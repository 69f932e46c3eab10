import type { TopicStatus, Level, NoteSubject } from '../../shared/values.ts';
import type { Change, Command, Input, Output } from '../../shared/contract.ts';
import type { Fraction } from '../../shared/model/common.ts';
import type { RoleFigures } from '../../shared/model/figures.ts';
import type { SkillProgress } from '../../shared/model/skill.ts';
import type { TopicState } from '../../shared/model/topic.ts';

import type { Target } from '../../shared/model/role.ts';
import type { Reply } from '../../shared/reply.ts';
import { withStatus } from '../../shared/rules/topic-status.ts';
import { localToday, newRequestId } from '../clock.ts';
import type { SliceOf } from '../store.ts';
import { stillOffered } from './notices.ts';
import type { Query } from './queries.ts';

/** States and figures as last confirmed, or as just ticked; the newest word on each, whichever answer brought it. */
export type ProgressSlice = {
  readonly topics: Readonly<Record<string, TopicState>>;
  readonly skills: Readonly<Record<string, SkillProgress>>;
  readonly roles: Readonly<Record<string, RoleFigures>>;
  /** The person's targets; null until they were read. */
  readonly targets: readonly Target[] | null;
  /** Titles of the roles that are targets, by id. */
  readonly roleNames: Readonly<Record<string, string>>;
  /** Done and countable leaves of topics with topics below them, the newest word. */
  readonly leaves: Readonly<Record<string, Fraction>>;
  /** A topic whose last open leaf was ticked just now, to be ticked as well if the person likes. */
  readonly offer: Change['offer'];
  /** Why the last change of a topic was refused; gone with its next change. */
  readonly refused: Readonly<Record<string, string>>;

  /** Grows with each command that is sent or answered. */
  readonly commands: number;

  readonly setStatus: (topic: string, status: TopicStatus, reason?: string) => Promise<void>;
  /**
   * Sends any other command with a fresh request id and takes over what it moved; null where it was refused, and the
   * reason is shown then. With `undoable` the toast offers to take it back; `outlivesPage` is for one that goes away.
   */
  readonly send: <P extends Sent>(
    name: P,
    input: Omit<Input<P>, 'request'>,
    options?: { readonly undoable?: boolean; readonly outlivesPage?: boolean },
  ) => Promise<Output<P> | null>;
  readonly dismissOffer: () => void;
  /** A note as it is in the file now, whatever was read before; null where it cannot be read. */
  readonly readNote: (kind: NoteSubject, id: string) => Promise<string | null>;
  readonly know: (skill: string, level: Level | null) => Promise<void>;
  /** Changes the ordered list of targets as it is now, also while an earlier change is on its way. */
  readonly changeTargets: (change: (targets: readonly Target[]) => readonly Target[]) => Promise<boolean>;
  readonly fixMember: (group: string, skill: string | null) => Promise<void>;

  /** Resolves when no command is on its way: undo must take back the newest one, also when it is pressed right after. */
  readonly settled: () => Promise<void>;
  /** Takes over what an answer says of topics and figures. */
  readonly learn: (name: Query, value: Output<Query>) => void;
  /** Takes over what a command moved. False where it was refused; the reason is shown then. */
  readonly settle: (reply: Reply<Change>) => boolean;
};

/** Commands that make an event: they carry a request id and answer what moved. */
export type Sent = {
  [P in Command]: 'request' extends keyof Input<P> ? P : never;
}[Command];

const byId = <T extends { readonly id: string }, V>(
  list: readonly T[],
  value: (item: T) => V,
): Record<string, V> => Object.fromEntries(list.map((item) => [item.id, value(item)]));

const byRole = (list: readonly RoleFigures[]): Record<string, RoleFigures> =>
  Object.fromEntries(list.map((figures) => [figures.role, figures]));

/** Screens read again only once a run of quick ticks is over: what they show of each tick is in its answer. */
const QUIET_MS = 120;

const nextTask = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

export const createProgressSlice: SliceOf<ProgressSlice> = (set, get, call) => {
  /** Changes on their way, by topic: an earlier answer must not overwrite a later tick. */
  const pending = new Map<string, number>();
  const underWay = new Set<Promise<unknown>>();
  const counted = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  };
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const refreshSoon = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(() => get().changed(), QUIET_MS);
  };
  const put = (topics: readonly { readonly id: string; readonly state: TopicState }[]): void => {
    const settled = topics.filter(({ id }) => !pending.has(id));
    if (settled.length > 0)
      set((all) => ({ topics: { ...all.topics, ...byId(settled, ({ state }) => state) } }));
  };

  const tick: ProgressSlice['setStatus'] = async (id, status, reason) => {
    const before = get().topics[id];
    const guess = before && withStatus(before, status, reason ?? null, localToday());
    const { [id]: _, ...refused } = get().refused;
    if (guess && !('refused' in guess))
      set(({ topics }) => ({ topics: { ...topics, [id]: guess }, refused }));
    const turn = (pending.get(id) ?? 0) + 1;
    pending.set(id, turn);
    set(({ commands }) => ({ commands: commands + 1 }));
    // Sending costs more than showing: the tick is painted first.
    await nextTask();
    const reply = await call('topics.setStatus', {
      request: newRequestId(),
      topic: id,
      status,
      ...(reason === undefined ? {} : { reason }),
    });
    if (pending.get(id) === turn) pending.delete(id);
    if (reply.ok) return void get().settle(reply);
    // Back to how it was, in sight, with the reason beside it.
    set((all) => ({
      topics: before && !pending.has(id) ? { ...all.topics, [id]: before } : all.topics,
      refused: { ...all.refused, [id]: reply.error.message },
    }));
    get().announce(reply.error.message);
    refreshSoon();
  };

  const sent: ProgressSlice['send'] = async (
    name,
    input,
    { undoable = false, outlivesPage = false } = {},
  ) => {
    const asked = { ...input, request: newRequestId() } as Input<typeof name>;
    const reply = await call(name, asked, outlivesPage);
    if (!get().settle(reply as Reply<Change>) || !reply.ok) return null;
    const { action, history } = reply.value as Change;
    if (undoable && action > 0) get().offerUndo(history.undo);
    return reply.value;
  };

  const replaceTargets: ProgressSlice['changeTargets'] = async (change) => {
    const before = get().targets ?? [];
    const targets = [...change(before)];
    set({ targets });
    const reply = await call('targets.set', { request: newRequestId(), targets });
    if (!reply.ok && get().targets === targets) set({ targets: before });
    // Today is about the targets: what it showed before them must not be seen again.
    if (reply.ok) get().drop('today.read', {});
    return get().settle(reply);
  };

  return {
    commands: 0,
    topics: {},
    skills: {},
    roles: {},
    targets: null,
    roleNames: {},
    leaves: {},
    offer: null,
    refused: {},

    setStatus: (id, status, reason) => counted(tick(id, status, reason)),
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    send: (name, input, options) => counted(sent(name, input, options)),
    dismissOffer: () => set({ offer: null }),
    readNote: async (kind, id) => {
      const reply = await call('notes.read', { kind, id });
      return reply.ok ? reply.value.text : null;
    },
    know: async (skill, level) =>
      void (await get().send('skills.know', { skill, level }, { undoable: true })),
    changeTargets: (change) => counted(replaceTargets(change)),
    fixMember: async (group, skill) => void (await get().send('groups.fix', { group, skill })),

    learn: (name, value) => {
      if (name === 'topics.list') {
        const { topics } = value as Output<'topics.list'>;
        put(topics);
        const parents = topics.flatMap(({ id, leaves }) => (leaves === null ? [] : [{ id, leaves }]));
        set((all) => ({ leaves: { ...all.leaves, ...byId(parents, ({ leaves }) => leaves) } }));
      }
      if (name === 'search.find') {
        put((value as Output<'search.find'>).hits.filter((hit) => hit.kind === 'topic'));
      }
      const steps =
        name === 'today.read'
          ? (value as Output<'today.read'>).next
          : name === 'steps.list'
            ? (value as Output<'steps.list'>).steps
            : [];
      put(steps.flatMap((step) => (step.kind === 'topic' ? [{ id: step.topic, state: step.state }] : [])));
      if (name === 'app.read') {
        const { roles, history, settings, firstRun } = value as Output<'app.read'>;
        const targets = roles.filter(({ target }) => target !== null);
        const roleNames = Object.fromEntries(targets.map(({ role, title }) => [role, title]));
        set(({ toast }) => ({
          roles: byRole(roles),
          roleNames,
          history,
          settings,
          firstRun,
          toast: stillOffered(toast, history),
        }));
      }
      if (name === 'targets.list') set({ targets: (value as Output<'targets.list'>).targets });
      if (name === 'skills.read') {
        const { id, progress } = value as Output<'skills.read'>;
        set(({ skills }) => ({ skills: { ...skills, [id]: progress } }));
      }
      if (name === 'skills.list') {
        // The others are shown as they were read: thousands of rows may pass by.
        const rows = (value as Output<'skills.list'>).skills.filter(({ id }) => id in get().skills);
        if (rows.length > 0)
          set(({ skills }) => ({ skills: { ...skills, ...byId(rows, ({ progress }) => progress) } }));
      }
    },
    settle: (reply) => {
      refreshSoon();
      set(({ commands }) => ({ commands: commands + 1 }));
      if (!reply.ok) {
        get().complain(reply.error.message);
        return false;
      }
      const { topics, skills, parents, offer, roles, history } = reply.value;
      const before = get().roles;
      put(topics);
      set((all) => ({
        skills: { ...all.skills, ...byId(skills, ({ progress }) => progress) },
        leaves: { ...all.leaves, ...byId(parents, ({ leaves }) => leaves) },
        roles: { ...all.roles, ...byRole(roles) },
        offer,
        history,
        toast: stillOffered(all.toast, history),
      }));
      get().announceFigures(before, roles);
      return true;
    },
  };
};
