import type { Input, Procedure } from '../shared/contract.ts';
import type { ProjectStatus } from '../shared/values.ts';

/** What a step can know of its day and of the days before. */
export type World = {
  /** The local date so many days after the day of the step. */
  readonly on: (days: number) => string;
  /** The id of what a step before called so made. */
  readonly made: (called: string) => string;
  /** Ids of the definition of done of the project that was called so, in order. */
  readonly itemsOf: (called: string) => readonly string[];
};

/** One command of a step, but for its request. */
export type Told = { readonly name: Procedure; readonly input: object; readonly called?: string };

/** One or more commands, one after the other. */
export type Step = (world: World) => readonly Told[];

/** What it makes can be `called` something, for steps after it. */
export const step =
  <P extends Procedure>(name: P, input: Omit<Input<P>, 'request'>, called?: string): Step =>
  () => [{ name, input, ...(called !== undefined && { called }) }];

/** A step whose input names dates or what was made before. */
export const told =
  <P extends Procedure>(name: P, input: (world: World) => Omit<Input<P>, 'request'>, called?: string): Step =>
  (world) =>
    step(name, input(world), called)(world);

/** Ticks some items of a project: `from` to before `to`, counted from 0. */
export const settled =
  (project: string, from: number, to: number): Step =>
  ({ itemsOf }) =>
    itemsOf(project)
      .slice(from, to)
      .map((item) => ({ name: 'projects.setItem', input: { item, ticked: true } }));

export const moved = (called: string, status: ProjectStatus): Step =>
  told('projects.move', ({ made }) => ({ project: made(called), status, before: null }));

export const ticks = (...topics: readonly string[]): readonly Step[] =>
  topics.map((topic) => step('topics.setStatus', { topic, status: 'done' }));
export const know = (skill: string, level: 1 | 2 | 3 | null): Step => step('skills.know', { skill, level });

export const rated = (
  certification: string,
  parts: Readonly<Record<string, 0 | 1 | 2 | 3 | 4>>,
): readonly Step[] =>
  Object.entries(parts).map(([domain, confidence]) =>
    step('objectives.rate', { certification, domain, confidence }),
  );

export const monthOf = (date: string): string => date.slice(0, 7);

type Entry = Omit<Input<'experience.save'>, 'request'>;

/** An entry of experience or education; what is left out stays empty. */
export const entry = (own: Pick<Entry, 'area' | 'kind' | 'title' | 'started'> & Partial<Entry>): Entry => ({
  experience: null,
  parent: null,
  organisation: '',
  ended: null,
  did: '',
  links: [],
  skills: [],
  projects: [],
  ...own,
});
