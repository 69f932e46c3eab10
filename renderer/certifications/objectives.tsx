import { useState } from 'react';
import type { CertificationDetail, Objective } from '../../shared/model/certification.ts';
import { fullDate, percent, tenths, wholePercent } from '../format.ts';
import { Remark } from '../parts/remark.tsx';
import { useStore } from '../store.ts';
import { TextButton } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import { ConfidenceField } from './confidence-field.tsx';
import { scoreText } from './exam-words.ts';
import { LinkDialog } from './link-dialog.tsx';
import styles from './objectives.module.css';

type ObjectivesProps = Readonly<{ certification: CertificationDetail }>;

/** The parts of the exam by what they can still bring, with the confidence that the person has in each. */
export const Objectives = ({ certification }: ObjectivesProps) => {
  const { objectives, readiness, facts, weightSum } = certification;
  const [linking, setLinking] = useState<string | null>(null);
  // Rows that are being rated stay where they are, until pointer or focus leaves them.
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const byGain = objectives.toSorted((a, b) => b.gain - a.gain);
  const ranked = held ? objectives.toSorted((a, b) => held.indexOf(a.id) - held.indexOf(b.id)) : byGain;
  const isRanked = ranked.every(({ gain }, index) => index === 0 || gain <= ranked[index - 1]!.gain);
  const remark =
    readiness === null ? t('cert.chart') : t('cert.chartReady', { value: wholePercent(readiness) });
  const linked = objectives.find(({ id }) => id === linking);
  const isOff = weightSum !== null && Math.abs(weightSum - 100) > 0.05 && facts.weightsKind !== 'range';
  return (
    <Section id="objectives" title={t('cert.objectives')} {...(objectives.length > 0 && { remark })}>
      {objectives.length === 0 ? (
        <Empty>{t('cert.noParts')}</Empty>
      ) : (
        <>
          <ReadinessWords readiness={readiness} practice={certification.practice} />
          <Strip parts={ranked} />
          <table
            className={styles.table}
            onPointerLeave={() => setHeld(null)}
            onBlur={({ currentTarget, relatedTarget }) => {
              if (!currentTarget.contains(relatedTarget)) setHeld(null);
            }}
          >
            <thead>
              <tr>
                <th scope="col">{t(isRanked ? 'cert.part' : 'cert.partHeld')}</th>
                <th scope="col" className={styles.number}>
                  {t('cert.weight')}
                </th>
                <th scope="col">{t('cert.confidence')}</th>
                <th scope="col" className={styles.number}>
                  {t('cert.open')}
                </th>
              </tr>
            </thead>
            <tbody>
              {ranked.map((part) => (
                <Part
                  key={part.id}
                  certification={certification}
                  part={part}
                  isMost={part.id === byGain[0]!.id}
                  onRate={() => setHeld(ranked.map(({ id }) => id))}
                  onLink={() => setLinking(part.id)}
                />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('cert.all')}</th>
                <td className={styles.number} data-label={t('cert.weight')}>
                  {t('figure.percent', { value: 100 })}
                </td>
                <td />
                <td className={styles.number} data-label={t('cert.open')}>
                  {tenths(10 * (100 - (readiness ?? 0)))}
                </td>
              </tr>
            </tfoot>
          </table>
          <Remark>
            {t(`cert.weights.${facts.weightsKind}`)}{' '}
            {isOff && t('cert.weightSum', { sum: Math.round(weightSum * 10) / 10 })}
          </Remark>
        </>
      )}
      {linked && (
        <LinkDialog certification={certification.id} part={linked} onClose={() => setLinking(null)} />
      )}
    </Section>
  );
};

/** How ready the person says they are beside what the last practice exam said, which moves no rating by itself. */
const ReadinessWords = ({ readiness, practice }: Pick<CertificationDetail, 'readiness' | 'practice'>) => {
  if (!practice) return null;
  const said = { date: fullDate(practice.takenOn), mock: scoreText(practice.percent) };
  if (readiness === null) return <Remark>{t('cert.practiceOnly', said)}</Remark>;
  const by = wholePercent(practice.percent) - wholePercent(readiness);
  const words = by === 0 ? 'practiceSame' : by < 0 ? 'practiceBelow' : 'practiceAbove';
  return <Remark>{t(`cert.${words}`, { ...said, own: percent(readiness) })}</Remark>;
};

/** Each column is as wide as its weight and filled up to the confidence. The table below says the same in words. */
const Strip = ({ parts }: Readonly<{ parts: readonly Objective[] }>) => (
  <div className={styles.strip} aria-hidden="true">
    {parts.map(({ id, name, weight, confidence }) => (
      <div key={id} style={{ flexGrow: weight }}>
        <span className={styles.column}>
          <span style={{ blockSize: `${25 * (confidence ?? 0)}%` }} />
        </span>
        <span className={styles.label}>{name}</span>
      </div>
    ))}
  </div>
);

/** A weight as it is known: exact, a range, about, or nothing but its share. */
const weightOf = ({ facts }: CertificationDetail, { low, high, weight }: Objective): string => {
  const counted = Math.round(weight * 10) / 10;
  if (low === null && high === null) return t('cert.counted', { value: counted });
  const from = low ?? high!;
  const to = high ?? low!;
  if (from !== to) return t('cert.range', { low: from, high: to });
  return facts.weightsKind === 'approx'
    ? t('cert.about', { value: from })
    : t('figure.percent', { value: from });
};

type PartProps = ObjectivesProps &
  Readonly<{ part: Objective; isMost: boolean; onRate: () => void; onLink: () => void }>;

const Part = ({ certification, part, isMost, onRate, onLink }: PartProps) => {
  const send = useStore((state) => state.send);
  const { id, name, confidence, gain, practice, skills, note } = part;
  return (
    <tr>
      <th scope="row">
        <span dir="auto">{name}</span>
        <div className={styles.second}>
          {note !== '' && <span>{note}</span>}
          {skills.map((skill) => (
            <a key={skill.id} href={`#/skills/${encodeURIComponent(skill.id)}`}>
              {skill.name} <span className={styles.coverage}>{t('cert.coverage', skill.topics)}</span>
            </a>
          ))}
          {practice !== null && <span>{t('cert.practised', { value: practice })}</span>}
          <TextButton aria-label={`${t('cert.linkSkills')}: ${name}`} onClick={onLink}>
            {t('cert.linkSkills')}
          </TextButton>
        </div>
      </th>
      <td className={styles.number} data-label={t('cert.weight')}>
        {weightOf(certification, part)}
      </td>
      <td data-label={t('cert.confidence')}>
        <ConfidenceField
          label={t('cert.confidenceIn', { name })}
          name={name}
          value={confidence}
          onChange={async (value) => {
            onRate();
            const rated = { certification: certification.id, domain: id, confidence: value };
            return (await send('objectives.rate', rated)) !== null;
          }}
        />
      </td>
      <td
        className={styles.number}
        data-label={t('cert.open')}
        data-strong={(isMost && gain > 0) || undefined}
      >
        {tenths(10 * gain)}
      </td>
    </tr>
  );
};
