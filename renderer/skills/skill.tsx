import type { SkillDetail } from '../../shared/model/skill.ts';
import { ReadFailed } from '../parts/read-failed.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Aside, Columns, Page, PageHead } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { t } from '../words.ts';
import { LevelSection } from './level-section.tsx';
import { SkillFacts } from './skill-facts.tsx';

export const Skill = ({ id }: Readonly<{ id: string }>) => {
  const { data: skill, error, retry } = useQuery('skills.read', { skill: id });
  if (error && !skill) return <Page children={<ReadFailed error={error} onRetry={retry} />} />;
  if (!skill) return <Page children={<Skeleton label={t('app.loading')} />} />;
  return <SkillPage skill={skill} />;
};

const SkillPage = ({ skill }: Readonly<{ skill: SkillDetail }>) => {
  const know = useStore((state) => state.know);
  const progress = useStore((state) => state.skills[skill.id]) ?? skill.progress;
  let before = 0;
  const sections = skill.levels.map((count) => {
    const offset = before;
    before += count.topics;
    return <LevelSection key={count.level} skill={skill} count={count} offset={offset} />;
  });
  return (
    <Page>
      <PageHead
        crumbs={{
          label: t('app.main'),
          items: [
            { text: t('skills.title'), href: '#/skills' },
          ],
        }}
        title={skill.name}
        lead={skill.description}
        actions={
          <Button disabled={progress.done === progress.total} onClick={() => void know(skill.id, null)}>
            {t('skill.knowAll')}
          </Button>
        }
      />
      <Columns>
        <div>{sections}</div>
        <Aside>
          <SkillFacts skill={skill} />
        </Aside>
      </Columns>
    </Page>
  );
};
