import { X } from 'lucide-react';
import { LENGTHS, LEVELS, SHOWN_BY, type Level } from '../../shared/values.ts';
import { localToday } from '../clock.ts';
import { AddressField } from '../parts/address-field.tsx';
import { SkillField } from '../parts/skill-field.tsx';
import { useQuery } from '../query.ts';
import { IconButton } from '../ui/button.tsx';
import { DateField, Select, TextField } from '../ui/form.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';
import type { CredentialDraft, CredentialFaults } from './credential-fields.ts';
import styles from './credential-form.module.css';

type CredentialFormProps = Readonly<{
  draft: CredentialDraft;
  onChange: (draft: CredentialDraft) => void;
  /** What is wrong, once saving was tried. */
  faults: CredentialFaults | null;
}>;

/** What a credential without a certification may show. */
const FREE: Level = 3;

/** The fields of a credential, for one that is typed and for one that a badge brings. */
export const CredentialForm = ({ draft, onChange, faults }: CredentialFormProps) => {
  const { data } = useQuery('certifications.list', {});
  const all = data?.certifications ?? [];
  const chosen = all.find(({ id }) => id === draft.certification);
  const most = chosen ? SHOWN_BY[chosen.level] : FREE;
  const set = (change: Partial<CredentialDraft>): void => onChange({ ...draft, ...change });
  const today = localToday();
  return (
    <>
      <TextField
        label={t('credential.name')}
        value={draft.title}
        onChange={(title) => set({ title })}
        maxLength={LENGTHS.line}
        error={faults?.title ? t('credential.missing') : undefined}
      />
      <Select
        label={t('credential.certification')}
        value={draft.certification ?? ''}
        options={[
          { value: '', label: t('credential.noCertification') },
          ...all.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => {
          const next = all.find(({ id }) => id === value);
          const top = next ? SHOWN_BY[next.level] : FREE;
          set({
            certification: next?.id ?? null,
            // What it may show is lowered to what the certification allows.
            skills: draft.skills.map((one) => ({ ...one, level: one.level > top ? top : one.level })),
          });
        }}
      />
      <TextField
        label={t('credential.issuer')}
        value={draft.issuer}
        onChange={(issuer) => set({ issuer })}
        maxLength={LENGTHS.line}
      />
      <DateField
        label={t('credential.issuedOn')}
        value={draft.issuedOn}
        max={today}
        onChange={(issuedOn) => set({ issuedOn })}
        error={faults?.issuedOn ? t('certResult.future') : undefined}
      />
      <DateField
        label={t('credential.expiresOn')}
        hint={t('credential.expiresHint')}
        value={draft.expiresOn}
        onChange={(expiresOn) => set({ expiresOn })}
        error={faults?.expiresOn ? t('credential.order') : undefined}
      />
      <TextField
        label={t('credential.number')}
        value={draft.number}
        onChange={(number) => set({ number })}
        maxLength={LENGTHS.line}
      />
      <AddressField
        label={t('credential.url')}
        value={draft.url}
        tried={faults !== null}
        onChange={(url) => set({ url })}
      />
      <fieldset className={styles.skills}>
        <legend>{t('credential.skills')}</legend>
        <p>{t('credential.skillsHint', { level: t(`level.${most}`) })}</p>
        <Rows>
          {draft.skills.map((one) => (
            <Row
              key={one.skill}
              end={
                <span className={styles.skill}>
                  <select
                    aria-label={t('credential.levelOf', { name: one.name })}
                    value={one.level}
                    onChange={({ target }) =>
                      set({
                        skills: draft.skills.map((other) =>
                          other.skill === one.skill
                            ? { ...other, level: Number(target.value) as Level }
                            : other,
                        ),
                      })
                    }
                  >
                    {LEVELS.filter((level) => level <= most).map((level) => (
                      <option key={level} value={level}>
                        {t(`level.${level}`)}
                      </option>
                    ))}
                  </select>
                  <IconButton
                    small
                    label={t('credential.removeSkill', { name: one.name })}
                    icon={<X aria-hidden="true" />}
                    onClick={() => set({ skills: draft.skills.filter((other) => other.skill !== one.skill) })}
                  />
                </span>
              }
            >
              {one.name}
            </Row>
          ))}
        </Rows>
        <SkillField
          label={t('credential.addSkill')}
          taken={new Set(draft.skills.map(({ skill }) => skill))}
          onAdd={({ id, name }) => set({ skills: [...draft.skills, { skill: id, name, level: most }] })}
        />
      </fieldset>
    </>
  );
};
