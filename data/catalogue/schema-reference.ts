import { z } from 'zod';
import { id, localDate } from '../../shared/model/common.ts';
import { guides, header, item, order, text } from './schema-common.ts';

const skills = { skills: z.array(id) };
const roles = { roles: z.array(id) };
const titled = { ...item, title: text };
const told = { ...titled, text };

const guide = z.strictObject({
  ...item,
  publisher: text.nullable(),
  title: text,
  /** A day, or only the year where the guide gives no more. */
  date: z.union([localDate, z.string().regex(/^\d{4}$/)]).nullable(),
  dateNote: text,
});

const duty = { ...item, text, ...skills };
const tool = z.strictObject({ ...item, name: text, skill: id, text: text.optional() });

const salaryLevel = z.strictObject({
  ...titled,
  from: z.number().positive().nullable(),
  to: z.number().positive().nullable(),
  note: text.optional(),
  ...guides,
});

export const referenceFile = z.strictObject({
  ...header,
  note: text,
  guides: z.array(guide),
  umbrella: z.strictObject({ ...told, whyItMatters: text, role: id, ...guides }),
  relatedRoles: z.array(z.strictObject({ ...item, from: id, to: id, text, ...guides })),
  educationNote: z.strictObject({ ...item, text, ...guides }),
  educationPaths: z.array(z.strictObject({ ...told, ...guides })),
  coursework: z.array(z.strictObject({ ...titled, ...skills, ...guides })),
  experienceKinds: z.array(z.strictObject({ ...told, ...guides })),
  softSkills: z.array(z.strictObject({ ...titled, ...skills, ...guides })),
  languageChoice: z.strictObject({ ...titled, factors: z.array(z.strictObject(told)), ...guides }),
  firstLanguageOrder: z.strictObject({
    ...titled,
    note: text,
    steps: z.array(z.strictObject({ ...titled, ...skills, groups: z.array(id).optional() })),
    ...guides,
  }),
  firstJobPlan: z.strictObject({
    ...titled,
    note: text,
    steps: z.array(z.strictObject({ ...told, ...skills, projects: z.array(id) })),
    ...guides,
  }),
  readinessChecklist: z.strictObject({
    ...titled,
    note: text,
    phases: z.array(
      z.strictObject({ ...titled, items: z.array(z.strictObject({ ...item, text, ...skills })) }),
    ),
    ...guides,
  }),
  portfolioTips: z.array(z.strictObject({ ...told, ...skills, ...guides })),
  trends: z.array(z.strictObject({ ...told, action: text, ...skills, checkedOn: localDate, ...guides })),
  challenges: z.array(z.strictObject({ ...told, ...skills, ...guides })),
  industries: z.array(z.strictObject({ ...told, ...roles, ...guides })),
  regionNote: z.strictObject({ ...item, text, ...guides }),
  companyTypes: z.array(z.strictObject({ ...titled, good: text, hard: text, ...guides })),
  workplace: z.array(z.strictObject({ ...told, ...skills, ...guides })),
  wellbeingTips: z.array(z.strictObject({ ...told, ...guides })),
  keepCurrent: z.array(z.strictObject({ ...told, everyDays: z.int().positive(), ...skills, ...guides })),
  enjoymentSignals: z.array(z.strictObject({ ...item, text, ...roles, ...guides })),
  marketNote: z.strictObject({ ...item, text }),
  marketClaims: z.array(z.strictObject({ ...item, text, status: text, ...guides })),
  salaries: z.strictObject({
    ...item,
    currency: z.string().length(3),
    period: z.literal('year'),
    country: text.nullable(),
    editable: z.boolean(),
    note: text,
    levels: z.array(salaryLevel),
  }),
  faq: z.array(z.strictObject({ ...item, question: text, answer: text, ...skills, ...guides })),
  principles: z.array(z.strictObject({ ...told, ...guides })),
  additions: z.strictObject({ ...item, text, ...skills, ...guides }),
  duties: z.strictObject({
    note: text,
    common: z.array(z.strictObject({ ...duty, ...guides })),
    byRole: z.array(z.strictObject({ role: id, ...guides, items: z.array(z.strictObject(duty)) })),
  }),
  glossaryGroups: z.array(z.strictObject({ ...titled, order })),
  glossary: z.array(z.strictObject({ ...item, term: text, group: id, text, ...skills })),
  tools: z.array(z.strictObject({ ...titled, items: z.array(tool), ...guides })),
});
