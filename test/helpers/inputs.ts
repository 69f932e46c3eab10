import fc from 'fast-check';
import { z } from 'zod';
import { contract, type Procedure } from '../../shared/contract.ts';

type Schema = {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  maxLength?: number;
  minItems?: number;
};

/** Real ids per field, so that valid inputs also mean something. */
export type Pools = Readonly<Record<string, readonly string[]>>;

const requestIds = fc
  .tuple(fc.integer({ min: 0, max: 0xffff_ffff }), fc.integer({ min: 0, max: 0xffff }))
  .map(
    ([a, b]) =>
      `${a.toString(16).padStart(8, '0')}-${b.toString(16).padStart(4, '0')}-7abc-8def-0123456789ab`,
  );
const dates = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const valid = (schema: Schema, key: string, pools: Pools): fc.Arbitrary<unknown> => {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return fc.oneof(...options.map((option) => valid(option, key, pools)));
  switch (schema.type ?? 'object') {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number': {
      const step = schema.multipleOf ?? 1;
      const [low, high] = [
        Math.max(schema.minimum ?? 1, key === 'action' ? 1 : 0),
        Math.min(schema.maximum ?? 60, 400),
      ];
      return fc
        .integer({ min: Math.ceil(low / step), max: Math.floor(high / step) })
        .map((value) => value * step);
    }
    case 'string': {
      if (schema.format === 'uuid') return requestIds;
      if (schema.format === 'date') return dates;
      if (schema.format === 'uri') return fc.constantFrom('https://example.org/a', 'mailto:me@example.org');
      const text = fc
        .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
        .map((value) => value.trim() || 'x');
      const pool = pools[key];
      return pool
        ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pool) }, { weight: 1, arbitrary: text })
        : text;
    }
    case 'array':
      return fc.array(valid(schema.items!, key, pools), { minLength: schema.minItems ?? 0, maxLength: 4 });
    default:
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, field]) => [name, valid(field, name, pools)]),
        ),
        { requiredKeys: schema.required ?? [] },
      );
  }
};

const oddKeys = ['extra', '__proto__', 'constructor', 'toString', 'Request', ''];
const oddValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  NaN,
  Infinity,
  '',
  ' ',
  'x'.repeat(100_000),
  '\u0000',
  '\ud800',
  [],
  [[]],
  {},
  '2026-02-30',
  'git',
  // A length that is no number, and cannot become one.
  { length: { toString: 1, valueOf: 1 } },
];

/** A valid input with one field missing, added, of another type or out of range. */
const mutated = (input: unknown): fc.Arbitrary<unknown> => {
  const record = input as Record<string, unknown>;
  const keys = Object.keys(record);
  const withField = (key: string, value: unknown): unknown =>
    Object.defineProperty({ ...record }, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  const added = fc
    .tuple(fc.constantFrom(...oddKeys), fc.constantFrom(...oddValues))
    .map(([key, value]) => withField(key, value));
  if (keys.length === 0) return added;
  const key = fc.constantFrom(...keys);
  return fc.oneof(
    added,
    key.map((name) => Object.fromEntries(Object.entries(record).filter(([other]) => other !== name))),
    fc.tuple(key, fc.constantFrom(...oddValues)).map(([name, value]) => withField(name, value)),
    fc
      .tuple(key, fc.anything({ withBigInt: true, withDate: true, withMap: true }))
      .map(([name, value]) => withField(name, value)),
  );
};

/** Whether the contract takes it. A schema that stumbles does not. */
export const isValid = (procedure: Procedure, input: unknown): boolean => {
  try {
    return contract[procedure].input.safeParse(input).success;
  } catch {
    return false;
  }
};

const schemaOf = (procedure: Procedure): Schema =>
  z.toJSONSchema(contract[procedure].input, { io: 'input' }) as Schema;

/** Inputs that the contract takes, as far as a JSON schema can say. */
export const validInputsOf = (procedure: Procedure, pools: Pools): fc.Arbitrary<unknown> =>
  valid(schemaOf(procedure), '', pools);

/** 30 % valid, 40 % with one field changed, 30 % anything at all. */
export const inputsOf = (procedure: Procedure, pools: Pools): fc.Arbitrary<unknown> => {
  const good = validInputsOf(procedure, pools);
  return fc.oneof(
    { weight: 30, arbitrary: good },
    { weight: 40, arbitrary: good.chain(mutated) },
    {
      weight: 30,
      arbitrary: fc.oneof(
        fc.jsonValue(),
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withSparseArray: true,
          withNullPrototype: true,
        }),
        fc.constantFrom<unknown>(undefined, null, '', 0, [], 'x'.repeat(100_000)),
      ),
    },
  );
};
