import { lazy, Suspense, useState } from 'react';
import type { ChoiceGroup, NeedRef } from '../../shared/model/own.ts';
import { keyOfNeed } from '../../shared/rules/own-role.ts';
import { SkillField } from '../parts/skill-field.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Select } from '../ui/form.tsx';
import { Columns, Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';
import styles from './editor.module.css';

// Dialogs bring a library with them.
const GroupDialog = lazy(async () => ({ default: (await import('./group-dialog.tsx')).GroupDialog }));

type AddLinesProps = Readonly<{
  /** What the role asks for already, by `keyOfNeed`. */
  taken: ReadonlySet<string>;
  onAdd: (need: NeedRef, title: string) => void;
}>;

/** The ways to a new line: a skill, a group that is there, or one that is made for it. */
export const AddLines = ({ taken, onAdd }: AddLinesProps) => {
  const groups = useQuery('groups.list', {}).data?.groups ?? [];
  const [editing, setEditing] = useState<ChoiceGroup | 'new' | null>(null);
  const skills = new Set(
    [...taken].filter((key) => key.startsWith('skill ')).map((key) => key.slice('skill '.length)),
  );
  const free = groups.filter(({ id }) => !taken.has(keyOfNeed({ kind: 'group', id })));
  return (
    <Columns>
      <Section id="add" title={t('ownRole.addHeading')}>
        <div className={styles.add}>
          <SkillField
            label={t('ownRole.addSkill')}
            taken={skills}
            onAdd={({ id, name }) => onAdd({ kind: 'skill', id }, name)}
          />
          <Select
            label={t('ownRole.addGroup')}
            value=""
            options={[
              { value: '', label: t('ownRole.choose') },
              ...free.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={(id) => {
              const group = free.find((other) => other.id === id);
              if (group) onAdd({ kind: 'group', id }, group.title);
            }}
          />
        </div>
      </Section>
      <OwnGroups groups={groups.filter(({ own }) => own)} onEdit={setEditing} />
      <Suspense>
        {editing !== null && (
          <GroupDialog
            group={editing === 'new' ? null : editing}
            onClose={() => setEditing(null)}
            onMade={(id, title) => onAdd({ kind: 'group', id }, title)}
          />
        )}
      </Suspense>
    </Columns>
  );
};

type OwnGroupsProps = Readonly<{
  groups: readonly ChoiceGroup[];
  onEdit: (group: ChoiceGroup | 'new') => void;
}>;

const OwnGroups = ({ groups, onEdit }: OwnGroupsProps) => {
  const send = useStore((state) => state.send);
  return (
    <Section
      id="groups"
      title={t('ownGroup.title')}
      action={
        <Button small onClick={() => onEdit('new')}>
          {t('ownGroup.new')}
        </Button>
      }
    >
      {groups.length === 0 ? (
        <Empty>{t('ownGroup.empty')}</Empty>
      ) : (
        <Rows label={t('ownGroup.title')}>
          {groups.map((group) => (
            <Row
              key={group.id}
              second={
                <>
                  {group.members.map(({ name }) => name).join(', ')}
                  <span className={styles.groupActions}>
                    <Button
                      small
                      variant="quiet"
                      aria-label={t('ownGroup.editNamed', { title: group.title })}
                      onClick={() => onEdit(group)}
                    >
                      {t('ownGroup.edit')}
                    </Button>
                    <Button
                      small
                      variant="quiet"
                      aria-label={t('ownGroup.removeNamed', { title: group.title })}
                      onClick={() => void send('groups.remove', { group: group.id }, { undoable: true })}
                    >
                      {t('ownGroup.remove')}
                    </Button>
                  </span>
                </>
              }
            >
              <span dir="auto">{group.title}</span>
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
};
