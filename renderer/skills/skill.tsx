import { Pencil } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { Level } from '../../shared/values.ts';
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

type SkillProps = Readonly<{
  id: string;
  /** The topic that the address leads to. */
  topic: string | null;
}>;

export const Skill = ({ id, topic }: SkillProps) => (
  <Answer query={useQuery('skills.read', { skill: id })}>
    {(skill) =>
      topic === null ? <SkillPage skill={skill} place={null} /> : <AtTopic skill={skill} topic={topic} />
    }
  </Answer>
);

type Place = Output<'topics.place'>;

/** The page of a skill, with the focus on one of its topics. A topic that has gone since leaves just the page. */
const AtTopic = ({ skill, topic }: Readonly<{ skill: SkillDetail; topic: string }>) => {
  const { data, error } = useQuery('topics.place', { topic });
  // Where it was on arrival: the list may change under it, and the focus is the person's then.
  const [place, setPlace] = useState(data);
  if (!place && data) setPlace(data);
  if (!place && !error) return null;
  return <SkillPage skill={skill} place={place?.skill === skill.id ? place : null} />;
};

const SkillPage = ({ skill, place }: Readonly<{ skill: SkillDetail; place: Place | null }>) => {
  const know = useStore((state) => state.know);
  const progress = useStore((state) => state.skills[skill.id]) ?? skill.progress;
  const [isPersonal, setPersonal] = useState(false);
  // Kept here, so that the field stays open when the first topic makes a level of an empty page.
  const [adding, setAdding] = useState<Level | null>(null);
  const setAddingAt =
    (level: Level) =>
    (isOpen: boolean): void =>
      setAdding(isOpen ? level : null);
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
            <LevelSection
              key={count.level}
              skill={skill}
              count={count}
              arrival={place && !place.skipped && place.level === count.level ? place.index : null}
              isAdding={adding === count.level}
              onAdding={setAddingAt(count.level)}
            />
          ))}
          {skill.levels.length === 0 && (
            <AddTopic skill={skill.id} level={1} isOpen={adding === 1} onOpen={setAddingAt(1)} />
          )}
          <SkippedDrawer skill={skill.id} count={skill.skipped} startsOpen={place?.skipped ?? false} />
          <NoteSection kind="skill" id={skill.id} title={skill.name} />
          <PastSection skill={skill.id} />
          <SelectionBar isOwn={skill.own} />
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
