import type { ProjectTemplate } from '../../shared/model/project.ts';

/** Ids; empty for any. */
export type TemplateFilter = {
  readonly role: string;
  readonly difficulty: string;
  readonly skill: string;
  /** Only what can be built now. */
  readonly ready: boolean;
};

export const noFilter: TemplateFilter = { role: '', difficulty: '', skill: '', ready: false };

const skillsOf = ({ skills, choices }: ProjectTemplate): readonly { skill: string; name: string }[] => [
  ...skills,
  ...choices.flatMap(({ members }) => members),
];

export const keptBy = (filter: TemplateFilter, template: ProjectTemplate): boolean =>
  (filter.role === '' || template.roles.some(({ id }) => id === filter.role)) &&
  (filter.difficulty === '' || template.difficulty.id === filter.difficulty) &&
  (filter.skill === '' || skillsOf(template).some(({ skill }) => skill === filter.skill)) &&
  (!filter.ready || template.missing.length === 0);

type Option = { readonly value: string; readonly label: string };

const distinct = (options: readonly Option[]): Option[] => [
  ...new Map(options.map((option) => [option.value, option])).values(),
];

/** What the templates can be told apart by. */
export const optionsOf = (
  templates: readonly ProjectTemplate[],
): Readonly<Record<'role' | 'difficulty' | 'skill', readonly Option[]>> => ({
  role: distinct(
    templates.flatMap(({ roles }) => roles.map(({ id, title }) => ({ value: id, label: title }))),
  ),
  difficulty: distinct(
    templates
      .map(({ difficulty }) => difficulty)
      .toSorted((a, b) => a.order - b.order)
      .map(({ id, title }) => ({ value: id, label: title })),
  ),
  skill: distinct(
    templates.flatMap((template) =>
      skillsOf(template).map(({ skill, name }) => ({ value: skill, label: name })),
    ),
  ).toSorted((a, b) => a.label.localeCompare(b.label)),
});
