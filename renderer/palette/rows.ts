import type { SearchHit } from '../../shared/model/search.ts';
import { LENGTHS } from '../../shared/values.ts';
import { actions, type Action, type PageActionId } from '../actions.ts';
import type { State } from '../store.ts';
import type { Found, Visit } from '../store/palette.ts';

type HitOf<K extends SearchHit['kind']> = Extract<SearchHit, { readonly kind: K }>;

/** One line of the palette. `key` is the same for the same thing in the next answer. */
export type PaletteRow = { readonly key: string } & (
  | { readonly kind: 'topic'; readonly hit: HitOf<'topic'> }
  | { readonly kind: 'hit'; readonly hit: Exclude<SearchHit, { readonly kind: 'topic' }> }
  | { readonly kind: 'visit'; readonly visit: Visit }
  | { readonly kind: 'action'; readonly action: Action }
  /** "I know this already", for the skill that was found first. */
  | { readonly kind: 'know'; readonly skill: HitOf<'skill'> }
  | { readonly kind: 'add'; readonly name: string }
);

export type PaletteGroup = {
  readonly id: 'topics' | 'recent' | 'go' | 'do';
  readonly rows: readonly PaletteRow[];
};

/** At most this many lines altogether, so that each key is answered within two frames. */
const MOST = { topics: 8, go: 13, do: 8, recent: 5 } as const;

const isDestination = (id: PageActionId): boolean => id.startsWith('go.');

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether each word that was typed begins a word of the name. */
const isNamed = (name: string, typed: string): boolean => {
  const wanted = words(typed);
  const own = words(name);
  return wanted.length > 0 && wanted.every((word) => own.some((other) => other.startsWith(word)));
};

const actionRow = (action: Action): PaletteRow => ({ key: action.id, kind: 'action', action });

const offered = (state: State): readonly Action[] =>
  Object.values(actions).filter(({ id, isEnabled }) => id !== 'palette.open' && isEnabled(state));

/** What stands there while nothing is typed: where the person was of late, the rooms, and what can be done. */
const beginning = (state: State, here: string): PaletteGroup[] => {
  const recent = state.visits.filter(({ path }) => path !== here).slice(0, MOST.recent);
  return [
    {
      id: 'recent',
      rows: recent.map((visit) => ({ key: `visit ${visit.path}`, kind: 'visit', visit })),
    },
    {
      id: 'go',
      rows: offered(state)
        .filter(({ id }) => isDestination(id))
        .map(actionRow),
    },
    {
      id: 'do',
      rows: offered(state)
        .filter(({ id }) => !isDestination(id))
        .map(actionRow),
    },
  ];
};

const hitRow = (hit: SearchHit, place: number): PaletteRow => {
  if (hit.kind === 'topic') return { key: `topic ${hit.id}`, kind: 'topic', hit };
  const id = 'id' in hit ? hit.id : `${place}`;
  return { key: `${hit.kind} ${id}`, kind: 'hit', hit };
};

const nameOf = (row: PaletteRow, state: State): string => {
  if (row.kind === 'action') return row.action.label(state);
  return row.kind === 'hit' || row.kind === 'topic' ? row.hit.text : '';
};

/** Fewer letters begin too many names to mean one of them. */
const ENOUGH_LETTERS = 3;

/** How surely a name is what was typed: 2 as a whole or by more than its first word, 1 where it begins so, else 0. */
const meant = (name: string, typed: string): 0 | 1 | 2 => {
  const wanted = typed.trim().toLowerCase();
  const own = name.toLowerCase();
  if (own === wanted || (wanted.includes(' ') && own.startsWith(wanted))) return 2;
  return wanted.length >= ENOUGH_LETTERS && own.startsWith(wanted) ? 1 : 0;
};

/** What was found for a text, in groups. Topics stand first, unless something else is called so. */
const answer = (state: State, { typed, hits }: Found): PaletteGroup[] => {
  const rows = hits.map(hitRow);
  const named = offered(state).filter((action) => isNamed(action.label(state), typed));
  const skill = hits.find((hit) => hit.kind === 'skill');
  const open = skill && skill.topics.total - skill.topics.done;
  const topics: PaletteGroup = {
    id: 'topics',
    rows: rows.filter(({ kind }) => kind === 'topic').slice(0, MOST.topics),
  };
  const others = [
    ...named.filter(({ id }) => isDestination(id)).map(actionRow),
    ...rows.filter(({ kind }) => kind !== 'topic'),
  ];
  const sureness = (row: PaletteRow): number => meant(nameOf(row, state), typed);
  const surest = others.toSorted((a, b) => sureness(b) - sureness(a));
  const go: PaletteGroup = { id: 'go', rows: surest.slice(0, MOST.go) };
  const actionRows = named.filter(({ id }) => !isDestination(id)).map(actionRow);
  const todo: PaletteGroup = {
    id: 'do',
    rows: [
      ...actionRows,
      ...(skill && open ? [{ key: `know ${skill.id}`, kind: 'know' as const, skill }] : []),
      { key: 'add', kind: 'add' as const, name: typed.trim().slice(0, LENGTHS.line) },
    ].slice(0, MOST.do),
  };
  // Enter ticks a topic: one that merely holds what was typed does not come before something that is called so.
  const surestOf = (some: readonly PaletteRow[]): number => Math.max(0, ...some.map(sureness));
  const sureTopic = surestOf(topics.rows);
  const sureGo = surestOf(go.rows);
  const sureAction = surestOf(actionRows);
  if (sureGo > sureTopic && sureGo >= sureAction) return [go, topics, todo];
  if (sureAction > sureTopic || sureAction === 2) return [todo, go, topics];
  // A topic that is merely near must not be one Enter away from a tick.
  if (hits.every(({ near }) => near)) return actionRows.length > 0 ? [todo, go, topics] : [go, topics, todo];
  return [topics, go, todo];
};

/** The lines to show, by group; groups without any are left out. `here` is the address that the person is at. */
export const groupsOf = (state: State, found: Found | null, here: string): readonly PaletteGroup[] =>
  (found === null ? beginning(state, here) : answer(state, found)).filter(({ rows }) => rows.length > 0);
