import { X } from 'lucide-react';
import type { ProjectDetail } from '../../shared/model/project.ts';
import { LEVELS, type Level } from '../../shared/values.ts';
import { Proves } from '../parts/proof/proves.tsx';
import { SkillField } from '../parts/skill-field.tsx';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Select } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import styles from './project.module.css';

/** The level of a skill that is added by hand, until the person says another. */
const FIRST_LEVEL: Level = 2;

/** What the project shows, at levels that can be lowered, and what that moves in the target roles. */
export const ProofSection = ({ project }: Readonly<{ project: ProjectDetail }>) => {
  const send = useStore((state) => state.send);
  const { id, stated, choices, proves, finished } = project;
  const set = (skill: string, level: Level | null): void =>
    void send('projects.setSkill', { project: id, skill, level });
  return (
    <>
      <Section
        id="proves"
        title={finished ? t('proof.titleFinished') : t('proof.title')}
        remark={stated.length}
      >
        {stated.length === 0 && <Empty>{t('proof.empty')}</Empty>}
        <ul>
          {stated.map(({ skill, name, level, most }) => (
            <li key={skill} className={styles.levels}>
              <a href={`#/skills/${encodeURIComponent(skill)}`} dir="auto">
                {name}
              </a>
              <Select
                label={t('proof.level', { skill: name })}
                value={String(level)}
                title={most === null ? undefined : t('proof.most', { level: t(`level.${most}`) })}
                options={LEVELS.filter((value) => most === null || value <= most).map((value) => ({
                  value: String(value),
                  label: t(`level.${value}`),
                }))}
                onChange={(value) => set(skill, Number(value) as Level)}
              />
              <IconButton
                small
                label={t('proof.remove', { skill: name })}
                icon={<X aria-hidden="true" />}
                onClick={() => set(skill, null)}
              />
            </li>
          ))}
        </ul>
        <div className={styles.below}>
          {choices.map(({ group, title, level, members }) => (
            <Select
              key={group}
              label={t('templates.chooseOne', { title })}
              value=""
              options={[
                { value: '', label: t('proof.choose') },
                ...members.map((member) => ({ value: member.skill, label: member.name })),
              ]}
              onChange={(skill) => {
                if (skill !== '') set(skill, level);
              }}
            />
          ))}
          <SkillField
            label={t('proof.add')}
            taken={new Set(stated.map(({ skill }) => skill))}
            onAdd={({ id: skill }) => {
              const choice = choices.find(({ members }) => members.some((member) => member.skill === skill));
              set(skill, choice?.level ?? FIRST_LEVEL);
            }}
          />
        </div>
      </Section>
      <Section id="in-roles" title={t('proof.roles')}>
        <Proves proves={proves} finished={finished} />
      </Section>
    </>
  );
};
