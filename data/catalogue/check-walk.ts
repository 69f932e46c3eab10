import type { Catalogue } from './schema.ts';

/** One value inside the catalogue. */
export type Spot = {
  readonly value: unknown;
  /** Path of keys only, the same for every element of a list: `roles.roles.requirements.skill`. */
  readonly kind: string;
  /** Path in words for a person: `roles.roles[api-developer].requirements[3].skill`. */
  readonly where: string;
  /** It is part of a retired item. */
  readonly retired: boolean;
};

const nameOf = (value: unknown, index: number): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(index);

const walk = function* (spot: Spot): Generator<Spot> {
  yield spot;
  const { value, kind, where } = spot;
  const retired = spot.retired || (typeof value === 'object' && value !== null && 'retired' in value);
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) {
      yield* walk({ value: element, kind, where: `${where}[${nameOf(element, index)}]`, retired });
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      const dot = kind === '' ? '' : '.';
      yield* walk({ value: child, kind: `${kind}${dot}${key}`, where: `${where}${dot}${key}`, retired });
    }
  }
};

/** Every value of the catalogue, objects and lists included. */
export const spotsOf = (catalogue: Catalogue): Generator<Spot> =>
  walk({ value: catalogue, kind: '', where: '', retired: false });
