import type { Output } from '../../shared/contract.ts';
import type { SavedFilter, SkillFilter } from '../../shared/model/search.ts';
import { LEVELS, STAGES, TOPIC_STATUSES } from '../../shared/values.ts';
import { t } from '../words.ts';

/** Parts that are there or not. */
export const SWITCHES = ['stale', 'hasEvidence', 'hasNote', 'own', 'hidden'] as const;
/** Parts that are chosen from a menu. */
export const CHOICES = ['role', 'stage', 'status', 'level'] as const;
export type Choice = (typeof CHOICES)[number];

export type Option = { readonly id: string; readonly label: string; readonly filter: SkillFilter };
export type OptionGroup = { readonly id: string; readonly options: readonly Option[] };
type Roles = Output<'app.read'>['roles'];

const roleGroups = (roles: Roles): OptionGroup[] =>
  [
    { id: 'targets', of: roles.filter(({ target }) => target !== null) },
    { id: 'others', of: roles.filter(({ target }) => target === null) },
  ]
    .filter(({ of }) => of.length > 0)
    .map(({ id, of }) => ({
      id,
      options: of.map(({ role, title }) => ({ id: role, label: title, filter: { role } })),
    }));

/** What a part can be set to, in groups. */
export const optionsOf = (choice: Choice, roles: Roles): readonly OptionGroup[] => {
  const group = (options: readonly Option[]): OptionGroup[] => [{ id: choice, options }];
  switch (choice) {
    case 'role':
      return roleGroups(roles);
    case 'stage':
      return group(STAGES.map((stage) => ({ id: stage, label: t(`stage.${stage}`), filter: { stage } })));
    case 'status':
      return group(
        TOPIC_STATUSES.map((status) => ({ id: status, label: t(`status.${status}`), filter: { status } })),
      );
    case 'level':
      return group(
        ([0, ...LEVELS] as const).map((level) => ({
          id: String(level),
          label: t(`level.${level}`),
          filter: { level },
        })),
      );
  }
};

/** What a part is set to, in words; null where it is not. */
export const valueOf = (filter: SkillFilter, choice: Choice, roles: Roles): string | null => {
  const value = filter[choice];
  if (value === undefined) return null;
  const options = optionsOf(choice, roles).flatMap((group) => group.options);
  // A role may be gone since the filter was saved.
  return options.find(({ id }) => id === String(value))?.label ?? String(value);
};

export const without = (filter: SkillFilter, part: keyof SkillFilter): SkillFilter => {
  const { [part]: _, ...rest } = filter;
  return rest;
};

export const isNarrowed = (filter: SkillFilter): boolean => Object.keys(filter).length > 0;

const inOrder = (filter: SkillFilter): string =>
  JSON.stringify(Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The saved filter that says the same. */
export const savedAs = (filter: SkillFilter, saved: readonly SavedFilter[]): SavedFilter | undefined =>
  saved.find((other) => inOrder(other.filter) === inOrder(filter));
