import type { RoleNeed, SkillDetail } from '../../shared/model/skill.ts';
import { fullDate, percent } from '../format.ts';
import { reachedWord } from '../parts/reached.ts';
import { useStore } from '../store.ts';
import { Empty } from '../ui/empty.tsx';
import { Facts } from '../ui/facts.tsx';
import { Section } from '../ui/page.tsx';
import { Pips } from '../ui/pips.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { Remark } from '../parts/remark.tsx';
import { t } from '../words.ts';
import { EvidenceSection } from './skill-evidence.tsx';
import { Resources } from './skill-resources.tsx';

/** Where the skill stands, who needs it, what is better learned first, and where to read on. */
export const SkillFacts = ({ skill }: Readonly<{ skill: SkillDetail }>) => {
  const progress = useStore((state) => state.skills[skill.id]) ?? skill.progress;
  const target = skill.roles.find(({ isTarget, level }) => isTarget && level === skill.target);
  const freshness =
    progress.freshness === null
      ? t('skill.never')
      : t('skill.halves', { value: percent(100 * progress.freshness), count: skill.halfLifeMonths });
  return (
    <>
      <Section id="standing" title={t('skill.standing')}>
        <Facts
          items={[
            {
              term: t('skill.reached'),
              value: (
                <Pips
                  reached={progress.reached}
                  target={skill.target}
                  top={progress.top}
                  label={reachedWord(progress)}
                />
              ),
            },
            {
              term: t('skill.target'),
              value: target
                ? t('skill.targetOf', { level: t(`level.${target.level}`), role: target.title })
                : t('skill.noTarget'),
            },
            {
              term: t('bar.proven'),
              value: skill.evidence === 0 ? t('ledger.noEvidence') : t(`level.${skill.evidence}`),
            },
            { term: t('skill.freshness'), value: freshness },
            ...(skill.practisedOn === null
              ? []
              : [{ term: t('ledger.practised'), value: fullDate(skill.practisedOn) }]),
            ...(skill.estimatedHours === 0
              ? []
              : [{ term: t('skill.hours'), value: t('skill.hoursValue', { count: skill.estimatedHours }) }]),
          ]}
        />
        <Remark>{t('skill.judgement')}</Remark>
      </Section>
      <Resources skill={skill.id} resources={skill.resources} />
      <EvidenceSection skill={skill.id} list={skill.evidenceList} />
      {skill.prerequisites.length > 0 && (
        <Section id="better" title={t('skill.better')}>
          <Rows>
            {skill.prerequisites.map(({ id, name, progress: own }) => (
              <Row
                key={id}
                href={`#/skills/${id}`}
                end={t('figure.slash', { done: own.done, total: own.total })}
              >
                {name}
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      <Section id="needed" title={t('skill.needed')} remark={skill.roles.length}>
        {skill.roles.length === 0 ? (
          <Empty>{t('skill.nobody')}</Empty>
        ) : (
          <Rows>
            {skill.roles.map((need) => (
              <Need key={`${need.role} ${need.group ?? ''}`} need={need} />
            ))}
          </Rows>
        )}
      </Section>
    </>
  );
};

const Need = ({ need }: Readonly<{ need: RoleNeed }>) => {
  const where = t('skill.neededIn', { level: t(`level.${need.level}`), stage: t(`stage.${need.stage}`) });
  const second = need.group === null ? where : `${where}, ${t('skill.viaGroup', { group: need.group })}`;
  return (
    <Row href={`#/roles/${need.role}`} second={second}>
      {need.isTarget ? <b>{need.title}</b> : need.title}
    </Row>
  );
};
