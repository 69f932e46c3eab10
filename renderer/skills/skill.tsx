import type { SkillDetail } from '../../shared/model/skill.ts';
import { Answer } from '../parts/answer.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Aside, Columns, Page, PageHead } from '../ui/page.tsx';
import { t } from '../words.ts';
import { LevelSection } from './level-section.tsx';
import { SkillFacts } from './skill-facts.tsx';

export const Skill = ({ id }: Readonly<{ id: string }>) => (
  <Answer query={useQuery('skills.read', { skill: id })}>{(skill) => <SkillPage skill={skill} />}</Answer>
);

const SkillPage = ({ skill }: Readonly<{ skill: SkillDetail }>) => {
  const know = useStore((state) => state.know);
  const progress = useStore((state) => state.skills[skill.id]) ?? skill.progress;
  return (
    <Page>
      <PageHead
        crumbs={{
          label: t('app.crumbs'),
          items: [
            { text: t('skills.title'), href: '#/skills' },
            { text: skill.categoryTitle, href: `#/skills/in/${skill.category}` },
          ],
        }}
        title={skill.name}
        lead={skill.description}
        actions={
          <Button
            aria-disabled={progress.done === progress.total}
            onClick={() => progress.done < progress.total && void know(skill.id, null)}
          >
            {t('skill.knowAll')}
          </Button>
        }
      />
      <Columns>
        <div>
          {skill.levels.map((count) => (
            <LevelSection key={count.level} skill={skill} count={count} />
          ))}
        </div>
        <Aside>
          <SkillFacts skill={skill} />
        </Aside>
      </Columns>
    </Page>
  );
};
