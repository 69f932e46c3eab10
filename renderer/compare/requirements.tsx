import { useState } from 'react';
import type { RoleComparison } from '../../shared/model/plan.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import { RolesLine, RolesTable } from './table.tsx';

type Lines = RoleComparison['lines'];
type Part = Readonly<{ id: string; title: string; lines: Lines }>;

const askedBy = ({ at }: Lines[number]): number => at.filter((line) => line !== null).length;

/** What all ask for, what two of three do, and what stands in one role alone; empty parts are left out. */
const partsOf = ({ roles, lines }: RoleComparison): readonly Part[] => {
  const own = roles.map(({ id, title }, index) => ({
    id,
    title: t('compare.only', { role: title }),
    lines: lines.filter((line) => askedBy(line) === 1 && line.at[index] !== null),
  }));
  const parts =
    roles.length === 1
      ? own
      : [
          {
            id: 'shared',
            title: t('compare.shared'),
            lines: lines.filter((line) => askedBy(line) === roles.length),
          },
          {
            id: 'some',
            title: t('compare.some'),
            lines: roles.length === 3 ? lines.filter((line) => askedBy(line) === 2) : [],
          },
          ...own,
        ];
  return parts.filter((part) => part.lines.length > 0);
};

/** Every requirement, by who asks for it; each part opens by itself. */
export const Requirements = ({ comparison }: Readonly<{ comparison: RoleComparison }>) => (
  <Section
    id="requirements"
    title={t('compare.requirements')}
    remark={t('compare.sharedCount', { count: comparison.lines.length })}
  >
    {partsOf(comparison).map((part, index) => (
      <PartOfLines key={part.id} part={part} roles={comparison.roles} startsOpen={index === 0} />
    ))}
  </Section>
);

type PartProps = Readonly<{ part: Part; roles: RoleComparison['roles']; startsOpen: boolean }>;

const PartOfLines = ({ part, roles, startsOpen }: PartProps) => {
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <Disclosure
      label={part.title}
      remark={t('compare.sharedCount', { count: part.lines.length })}
      open={isOpen}
      onToggle={() => setOpen(!isOpen)}
    >
      <RolesTable caption={part.title} first={t('compare.requirement')} roles={roles}>
        <tbody>
          {part.lines.map(({ key, title, skill, at }) => (
            <RolesLine
              key={key}
              head={<a href={`#/skills/${encodeURIComponent(skill)}`}>{title}</a>}
              cells={at.map((line) =>
                line === null
                  ? t('compare.notAsked')
                  : t('compare.cell', { level: t(`level.${line.level}`), ...line.topics }),
              )}
            />
          ))}
        </tbody>
      </RolesTable>
    </Disclosure>
  );
};
