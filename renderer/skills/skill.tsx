import { Pencil } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { SkillDetail } from '../../shared/model/skill.ts';
import { Answer } from '../parts/answer.tsx';
import { HistoryList } from '../parts/history/history-list.tsx';
import { NoteSection } from '../parts/notes/note-editor.tsx';
import { ReviewButton } from '../parts/reviews/review-button.tsx';
import { ParentOffer } from '../parts/topics/topic-dialogs.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Aside, Columns, Page, PageHead, Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import { LevelSection } from './level-section.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { SkippedDrawer } from './skill-drawer.tsx';
import { SkillFacts } from './skill-facts.tsx';
import { AddTopic } from './topic-add.tsx';

const PersonalDialog = lazy(async () => ({
  default: (await import('./skill-personal-dialog.tsx')).PersonalDialog,
}));

export const Skill = ({ id }: Readonly<{ id: string }>) => (
  <Answer query={useQuery('skills.read', { skill: id })}>{(skill) => <SkillPage skill={skill} />}</Answer>
);

const SkillPage = ({ skill }: Readonly<{ skill: SkillDetail }>) => {
  const know = useStore((state) => state.know);
  const progress = useStore((state) => state.skills[skill.id]) ?? skill.progress;
  const [isPersonal, setPersonal] = useState(false);
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
        lead={skill.description || skill.path.join(' › ')}
        actions={
          <>
            <IconButton
              label={t('personal.open')}
              icon={<Pencil aria-hidden="true" />}
              onClick={() => setPersonal(true)}
            />
            {progress.done > 0 && <ReviewButton skill={skill} />}
            <Button
              aria-disabled={progress.done === progress.total}
              onClick={() => progress.done < progress.total && void know(skill.id, null)}
            >
              {t('skill.knowAll')}
            </Button>
          </>
        }
      />
      <Columns>
        <div>
          {skill.levels.map((count) => (
            <LevelSection key={count.level} skill={skill} count={count} />
          ))}
          {skill.levels.length === 0 && <AddTopic skill={skill.id} level={1} />}
          <SkippedDrawer skill={skill.id} count={skill.skipped} />
          <NoteSection kind="skill" id={skill.id} title={skill.name} />
          <PastSection skill={skill.id} />
          <SelectionBar />
        </div>
        <Aside>
          <SkillFacts skill={skill} />
        </Aside>
      </Columns>
      <ParentOffer />
      <Suspense>{isPersonal && <PersonalDialog skill={skill} onClose={() => setPersonal(false)} />}</Suspense>
    </Page>
  );
};

/** Read only once it is opened: a long history is nobody's first question. */
const PastSection = ({ skill }: Readonly<{ skill: string }>) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Section id="past" title={t('past.title')}>
      <Disclosure label={t('past.show')} open={isOpen} onToggle={() => setOpen(!isOpen)}>
        <HistoryList subject={{ kind: 'skill', id: skill }} />
      </Disclosure>
    </Section>
  );
};
