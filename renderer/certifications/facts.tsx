import { useState } from 'react';
import type { CertificationDetail } from '../../shared/model/certification.ts';
import type { CertificationFacts } from '../../shared/model/certification-facts.ts';
import { blankFacts } from '../../shared/values.ts';
import { Answer } from '../parts/answer.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useOnce } from '../parts/use-once.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import { AfterFields, ExamFields } from './fact-fields.tsx';
import { draftOf, factsOf, faultsOf, isSound, type FactDraft } from './fact-draft.ts';
import { PartFields } from './part-fields.tsx';
import { SkillList } from './skill-list.tsx';
import styles from './facts.module.css';

/** Whoever describes an exam of their own knows whether it publishes weights: none until said. */
const newFacts: CertificationFacts = { ...blankFacts, weightsKind: 'none' };

export const NewCertification = () => (
  <FactsPage id={null} start={newFacts} names={{}} certification={null} />
);

export const EditCertification = ({ id }: Readonly<{ id: string }>) => (
  <Answer query={useQuery('certifications.read', { certification: id })}>
    {(certification) => (
      <FactsPage
        key={id}
        id={id}
        start={certification.facts}
        names={certification.skillNames}
        certification={certification}
      />
    )}
  </Answer>
);

type FactsPageProps = Readonly<{
  /** Null for a new one. */
  id: string | null;
  start: CertificationFacts;
  /** Names of the skills in it. */
  names: Readonly<Record<string, string>>;
  certification: CertificationDetail | null;
}>;

/** Every fact of a certification, to be typed or corrected. */
const FactsPage = ({ id, start, names, certification }: FactsPageProps) => {
  const form = useDraft<FactDraft>(`certification ${id ?? ''}`, draftOf(start, names));
  const draft = form.value;
  const [tried, setTried] = useState(false);
  const send = useStore((state) => state.send);
  const once = useOnce();
  const faults = faultsOf(draft);
  const back = id === null ? '#/certifications' : `#/certifications/${encodeURIComponent(id)}`;
  const set = (change: Partial<FactDraft>): void => form.change((now) => ({ ...now, ...change }));
  const save = async (): Promise<void> => {
    setTried(true);
    if (!isSound(faults)) return;
    const made = await send('certifications.save', { certification: id, facts: factsOf(draft, start) });
    if (!made) return;
    form.forget();
    location.hash = `#/certifications/${encodeURIComponent(made.id)}`;
  };
  const reset = async (): Promise<void> => {
    if (id === null || !(await send('certifications.reset', { certification: id }, { undoable: true })))
      return;
    form.forget();
    location.hash = certification?.own ? '#/certifications' : back;
  };
  const fields = { draft, set, faults: tried ? faults : null };
  return (
    <Page>
      <PageHead
        crumbs={{
          label: t('app.crumbs'),
          items: [
            { text: t('certs.title'), href: '#/certifications' },
            ...(id === null ? [] : [{ text: start.name, href: back }]),
          ],
        }}
        title={id === null ? t('certFacts.newTitle') : t('certFacts.editTitle', { name: start.name })}
        lead={certification && !certification.own ? t('certFacts.editLead') : t('certFacts.ownLead')}
      />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void once(save);
        }}
      >
        {form.isRestored && (
          <p role="status" className={styles.ways}>
            {t('ownRole.restored')}
            <Button small variant="quiet" onClick={form.reset}>
              {t('ownRole.discard')}
            </Button>
          </p>
        )}
        <Section id="exam" title={t('certFacts.exam')}>
          <div className={styles.fields}>
            <ExamFields {...fields} own={id} />
          </div>
        </Section>
        <Section id="parts" title={t('certFacts.parts')}>
          <PartFields {...fields} />
        </Section>
        <Section id="skills" title={t('certFacts.skills')}>
          <div className={styles.parts}>
            <SkillList
              skills={draft.skills}
              add={t('certFacts.addSkill')}
              remove={(name) => t('certFacts.removeSkill', { name })}
              onChange={(skills) => set({ skills })}
            />
          </div>
        </Section>
        <Section id="after" title={t('certFacts.after')}>
          <div className={styles.fields}>
            <AfterFields {...fields} />
          </div>
        </Section>
        <div className={styles.ways}>
          <Button variant="primary" type="submit">
            {t('certFacts.save')}
          </Button>
          <ButtonLink variant="quiet" href={back} onClick={form.forget}>
            {t('certFacts.cancel')}
          </ButtonLink>
          {certification && (certification.own || certification.corrected.length > 0) && (
            <Button variant="quiet" onClick={() => void reset()}>
              {t(certification.own ? 'certFacts.remove' : 'certFacts.reset')}
            </Button>
          )}
        </div>
      </form>
    </Page>
  );
};
