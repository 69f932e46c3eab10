import { X } from 'lucide-react';
import { useState } from 'react';
import type { Input } from '../../shared/contract.ts';
import type { Link } from '../../shared/model/common.ts';
import type { ExperienceKind } from '../../shared/model/experience.ts';
import { faultOfMonths } from '../../shared/rules/projects.ts';
import { LENGTHS, LEVELS, type ExperienceArea, type Level } from '../../shared/values.ts';
import { localToday } from '../clock.ts';
import { keptAddress } from '../parts/address.ts';
import { fits, LimitedArea, LimitedLine } from '../parts/limited-fields.tsx';
import { SkillField } from '../parts/skill-field.tsx';
import { SpanFields } from '../parts/span-fields.tsx';
import { isTitle, TitleField } from '../parts/title-field.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select } from '../ui/form.tsx';
import { t } from '../words.ts';
import type { Asked } from './experience.tsx';
import { LinkFields } from './link-fields.tsx';
import styles from './experience.module.css';

type ExperienceDialogProps = Readonly<{
  asked: Asked;
  kinds: Readonly<Record<ExperienceArea, readonly ExperienceKind[]>>;
  onClose: () => void;
}>;

type Draft = Omit<Input<'experience.save'>, 'request' | 'links' | 'skills' | 'ended'> & {
  readonly ended: string;
  readonly links: readonly Link[];
  readonly skills: readonly { readonly skill: string; readonly name: string; readonly level: Level }[];
};

const draftOf = (asked: Asked, kinds: ExperienceDialogProps['kinds']): Draft => {
  if ('entry' in asked) {
    const { entry } = asked;
    return {
      experience: entry.id,
      area: entry.area,
      kind: entry.kind.id,
      parent: entry.parent,
      title: entry.title,
      organisation: entry.organisation,
      started: entry.started,
      ended: entry.ended ?? '',
      did: entry.did,
      links: entry.links,
      skills: entry.skills,
      projects: entry.projects.map(({ id }) => id),
    };
  }
  const { area, parent } = asked;
  return {
    experience: null,
    area,
    kind: parent ? 'course' : kinds[area][0]!.id,
    parent: parent?.id ?? null,
    title: '',
    organisation: parent?.organisation ?? '',
    started: '',
    ended: '',
    did: '',
    links: [],
    skills: [],
    projects: [],
  };
};

const titleOf = (asked: Asked): string => {
  if ('entry' in asked) return t('experience.editTitle', { title: asked.entry.title });
  if (asked.parent) return t('experience.newCourse', { title: asked.parent.title });
  return t(asked.area === 'work' ? 'experience.newWork' : 'experience.newEducation');
};

export const ExperienceDialog = ({ asked, kinds, onClose }: ExperienceDialogProps) => {
  const [draft, setDraft] = useState(() => draftOf(asked, kinds));
  const [tried, setTried] = useState(false);
  const send = useStore((state) => state.send);
  const { data } = useQuery('projects.list', {});
  const change = <F extends keyof Draft>(field: F): ((value: Draft[F]) => void) => {
    return (value) => setDraft((now) => ({ ...now, [field]: value }));
  };
  const today = localToday();
  const ended = draft.ended === '' ? null : draft.ended;
  const fault = draft.started === '' ? null : faultOfMonths(draft.started, ended, today);
  const save = async (): Promise<void> => {
    setTried(true);
    const links = draft.links.map(({ title, url }) => ({ title, url: keptAddress(url) }));
    const isShort = fits(draft.organisation, LENGTHS.line) && fits(draft.did, LENGTHS.description);
    if (!isTitle(draft.title) || draft.started === '' || fault || !isShort) return;
    if (links.some(({ url }) => url === undefined)) return;
    const { skills, ...rest } = draft;
    const answer = await send('experience.save', {
      ...rest,
      title: draft.title.trim(),
      ended,
      links: links.flatMap(({ title, url }) => (url ? [{ title, url }] : [])),
      skills: skills.map(({ skill, level }) => ({ skill, level })),
    });
    if (answer) onClose();
  };
  return (
    <FormDialog
      title={titleOf(asked)}
      cancel={t('experience.cancel')}
      confirm={t('experience.save')}
      onCancel={onClose}
      onSubmit={() => void save()}
    >
      {draft.parent === null && (
        <Select
          label={t('experience.kind')}
          value={draft.kind}
          hint={kinds[draft.area].find(({ id }) => id === draft.kind)?.text ?? ''}
          options={kinds[draft.area].map(({ id, title }) => ({ value: id, label: title }))}
          onChange={change('kind')}
        />
      )}
      <TitleField
        label={t('experience.titleField')}
        value={draft.title}
        onChange={change('title')}
        missing={t('experience.titleMissing')}
        tried={tried}
      />
      <LimitedLine
        label={t('experience.organisation')}
        value={draft.organisation}
        onChange={change('organisation')}
        most={LENGTHS.line}
      />
      <SpanFields
        unit="month"
        words={{ from: t('experience.started'), to: t('experience.ended'), hint: t('experience.endedHint') }}
        from={draft.started}
        to={draft.ended}
        onFrom={change('started')}
        onTo={change('ended')}
        faults={
          !tried
            ? {}
            : draft.started === ''
              ? { missing: t('experience.startMissing') }
              : fault
                ? { [fault]: t(`experience.${fault}`) }
                : {}
        }
        latest={today.slice(0, 7)}
      />
      <LimitedArea
        label={t('experience.did')}
        value={draft.did}
        onChange={change('did')}
        most={LENGTHS.description}
      />
      <LinkFields links={draft.links} onChange={change('links')} tried={tried} />
      <div className={styles.choices}>
        {draft.skills.map(({ skill, name, level }) => (
          <div key={skill} className={styles.skill}>
            <Select
              label={t('experience.levelOf', { skill: name })}
              value={String(level)}
              options={LEVELS.map((value) => ({ value: String(value), label: t(`level.${value}`) }))}
              onChange={(value) =>
                change('skills')(
                  draft.skills.map((own) =>
                    own.skill === skill ? { ...own, level: Number(value) as Level } : own,
                  ),
                )
              }
            />
            <IconButton
              label={t('experience.removeSkill', { skill: name })}
              icon={<X aria-hidden="true" />}
              onClick={() => change('skills')(draft.skills.filter((own) => own.skill !== skill))}
            />
          </div>
        ))}
        <SkillField
          label={t('experience.addSkill')}
          taken={new Set(draft.skills.map(({ skill }) => skill))}
          onAdd={({ id, name }) => change('skills')([...draft.skills, { skill: id, name, level: 2 }])}
        />
      </div>
      {(data?.projects.length ?? 0) > 0 && (
        <div className={styles.choices} role="group" aria-label={t('experience.projects')}>
          <p>{t('experience.projectsHint')}</p>
          {data!.projects.map(({ id, title }) => (
            <Checkbox
              key={id}
              label={<span dir="auto">{title}</span>}
              checked={draft.projects.includes(id)}
              onChange={(checked) =>
                change('projects')(
                  checked ? [...draft.projects, id] : draft.projects.filter((other) => other !== id),
                )
              }
            />
          ))}
        </div>
      )}
    </FormDialog>
  );
};
