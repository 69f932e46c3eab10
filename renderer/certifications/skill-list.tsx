import { X } from 'lucide-react';
import { SkillField } from '../parts/skill-field.tsx';
import { IconButton } from '../ui/button.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import type { NamedSkill } from './fact-draft.ts';

type SkillListProps = Readonly<{
  skills: readonly NamedSkill[];
  add: string;
  remove: (name: string) => string;
  onChange: (skills: readonly NamedSkill[]) => void;
}>;

/** Skills that were chosen, with the way to take one out and to add another. */
export const SkillList = ({ skills, add, remove, onChange }: SkillListProps) => (
  <>
    <Rows>
      {skills.map(({ id, name }) => (
        <Row
          key={id}
          end={
            <IconButton
              small
              label={remove(name)}
              icon={<X aria-hidden="true" />}
              onClick={() => onChange(skills.filter((skill) => skill.id !== id))}
            />
          }
        >
          {name}
        </Row>
      ))}
    </Rows>
    <SkillField
      label={add}
      taken={new Set(skills.map(({ id }) => id))}
      onAdd={(skill) => onChange([...skills, skill])}
    />
  </>
);
