import { spotsOf } from './check-walk.ts';
import type { Catalogue } from './schema.ts';

type Item = { readonly id: string; readonly renamedFrom?: readonly string[] };

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';

/** Lists whose ids mean something only inside their parent. */
const LOCAL = new Set(['certifications.certifications.domains', 'chooser.questions.answers']);

/** Ids are unique within one kind of item, also against the ids that others had before. */
export const checkIds = (catalogue: Catalogue): string[] => {
  const seen = new Map<string, Map<string, string>>();
  const faults: string[] = [];

  for (const { value, kind, where } of spotsOf(catalogue)) {
    if (!isItem(value)) continue;
    // All reference texts share one set of ids: a person may hide or edit any of them.
    const general = kind.startsWith('reference.') ? 'reference' : kind;
    const scope = LOCAL.has(kind) ? where.slice(0, where.lastIndexOf('[')) : general;
    const ids = seen.get(scope) ?? new Map<string, string>();
    seen.set(scope, ids);
    for (const id of [value.id, ...(value.renamedFrom ?? [])]) {
      const first = ids.get(id);
      if (first === undefined) ids.set(id, where);
      else faults.push(`${where}: the id "${id}" is taken by ${first}`);
    }
  }
  return faults;
};

/** A topic is called after its skill: `git.01`. Progress is stored under that name. */
export const checkTopicIds = (catalogue: Catalogue): string[] =>
  catalogue.skills.skills.flatMap((skill) => {
    const own = [skill.id, ...(skill.renamedFrom ?? [])];
    const belongs = (id: string): boolean =>
      own.some((name) => id.startsWith(`${name}.`)) && /\.\d{2}$/.test(id);
    return skill.topics
      .filter((topic) => !belongs(topic.id))
      .map((topic) => `skills.skills[${skill.id}]: the topic id "${topic.id}" is not "${skill.id}.NN"`);
  });
