import fc from 'fast-check';
import type { z } from 'zod';
import { contract, type Procedure } from '../../shared/contract.ts';
import { isValid, validInputsOf, type Pools } from './inputs.ts';
import { freshPools } from './pools.ts';
import { newRequest, type TestCore } from './test-core.ts';

/** Where a text of the person's own stands in an input: keys from the outside in; '*' is any place of a list. */
export type Field = { readonly procedure: Procedure; readonly path: readonly string[] };

type Def = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string } } }[];
};

const pathsTo = (schema: z.ZodType, isWanted: (def: Def) => boolean): string[][] => {
  const def = schema._zod.def as unknown as Def;
  const own = isWanted(def) ? [[]] : [];
  const within = (inner: z.ZodType): string[][] => pathsTo(inner, isWanted);
  const under = (key: string, inner: z.ZodType): string[][] => within(inner).map((path) => [key, ...path]);
  if (def.shape) return Object.entries(def.shape).flatMap(([key, inner]) => under(key, inner));
  if (def.options) return def.options.flatMap(within);
  if (def.element) return [...own, ...under('*', def.element)];
  if (def.valueType) return under('*', def.valueType);
  if (def.innerType) return within(def.innerType);
  return own;
};

/** From the schemas: procedures that are added are found by themselves. */
const fieldsOf = (isWanted: (def: Def) => boolean): Field[] =>
  (Object.keys(contract) as Procedure[])
    .filter((name) => contract[name].writes)
    .flatMap((procedure) => {
      const paths = pathsTo(contract[procedure].input, isWanted).map((path) => JSON.stringify(path));
      return [...new Set(paths)].map((path) => ({ procedure, path: JSON.parse(path) as string[] }));
    });

/** Every text field of every command. Texts are what `text` and `freeText` of the model make: they mend halves of characters, and ids do not. */
export const textFields = (): Field[] =>
  fieldsOf(
    ({ type, checks }) =>
      type === 'string' && (checks?.some((check) => check._zod.def.check === 'overwrite') ?? false),
  );

/** Every list in the inputs of commands. */
export const listFields = (): Field[] => fieldsOf(({ type }) => type === 'array');

/** The input with `text` in the field, in every place of a list; null where this input has no such place. */
export const withText = (value: unknown, [key, ...rest]: readonly string[], text: unknown): unknown => {
  if (key === undefined) return text;
  if (typeof value !== 'object' || value === null) return null;
  if (key === '*') {
    const inner = Array.isArray(value) ? value.map((one) => withText(one, rest, text)) : [];
    return inner.length === 0 || inner.includes(null) ? null : inner;
  }
  const inner = withText(
    (value as Record<string, unknown>)[key] ?? (rest.length === 0 ? '' : null),
    rest,
    text,
  );
  return inner === null ? null : { ...value, [key]: inner };
};

/** `skills.create` makes something that later inputs name in the field `skill`, `projects.addItem` in the field `item`. */
const singular = (procedure: string): string => {
  const [noun, verb] = procedure.split('.') as [string, string];
  const added = /^add([A-Z]\w*)$/.exec(verb)?.[1];
  return added?.toLowerCase() ?? noun.replace(/ies$/, 'y').replace(/s$/, '');
};

/** What a plain `id` can be about: a note stands on one of these. */
const NAMED_BY_ID = new Set(['skill', 'topic', 'role', 'category']);

export type Planted = {
  /** How many texts each field took, by `procedure path`. */
  readonly taken: ReadonlyMap<string, number>;
  /** Faults of a call that had nothing wrong but its text. */
  readonly faults: readonly string[];
};

/** Puts each text into each field by ordinary commands; things that are made are then named by the commands that follow. */
export const plant = (core: TestCore, pools: Pools, texts: readonly string[], seed: number): Planted => {
  const known: Record<string, string[]> = Object.fromEntries(
    Object.entries(pools).map(([key, ids]) => [key, [...ids]]),
  );
  const taken = new Map<string, number>();
  const faults: string[] = [];
  const isMaking = ({ procedure }: Field): boolean => /\.(?:create|save|add)/.test(procedure);
  // Every command after it works out the figures of each role, so roles come last.
  const turn = (field: Field): number => (field.procedure.startsWith('roles.') ? 2 : isMaking(field) ? 0 : 1);
  const fields = textFields().toSorted((a, b) => turn(a) - turn(b));
  for (const field of fields) {
    const { procedure, path } = field;
    const label = `${procedure} ${path.join('.')}`;
    taken.set(label, 0);
    const bases = fc
      .sample(validInputsOf(procedure, known), { numRuns: 2 * texts.length + 60, seed })
      .filter((input) => isValid(procedure, input))
      .filter((input) => withText(input, path, 'x') !== null);
    let next = 0;
    for (const text of texts) {
      // An input can be refused for what it names; its text is the same for all, so the next one is tried.
      for (let tries = 0; tries < bases.length; tries += 1) {
        const base = bases[next % bases.length];
        next += 1;
        const filled = withText(base, path, text) as Record<string, unknown>;
        const fresh =
          path[0] !== 'name' && procedure.endsWith('.save') ? makingNew(filled, procedure) : filled;
        const input = {
          ...fresh,
          ...('request' in fresh && { request: newRequest() }),
          // A note is taken whatever stands there.
          ...(procedure === 'notes.set' && { bases: undefined }),
          // What a job found can be used once.
          ...('job' in fresh && { job: freshPools(core, procedure)['job']![0] }),
        };
        if (!isValid(procedure, input)) break;
        const reply = core.ask(procedure, input);
        if (!reply.ok && !['not_found', 'conflict', 'invalid'].includes(reply.error.code)) {
          faults.push(`${label} ${reply.error.code} for ${text.slice(0, 60)}`);
        }
        if (!reply.ok) continue;
        taken.set(label, taken.get(label)! + 1);
        const { id } = reply.value as { id?: unknown };
        if (typeof id === 'string') {
          (known[singular(procedure)] ??= []).push(id);
          if (NAMED_BY_ID.has(singular(procedure))) (known['id'] ??= []).push(id);
        }
        break;
      }
    }
  }
  return { taken, faults };
};

/** One that exists would be changed again and again, and only the last text would be left. */
const makingNew = (input: Record<string, unknown>, procedure: string): Record<string, unknown> => {
  const key = singular(procedure);
  return typeof input[key] !== 'string' ? input : { ...input, [key]: null };
};
