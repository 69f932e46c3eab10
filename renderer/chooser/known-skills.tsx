import { useState } from 'react';
import type { ChooserResult } from '../../shared/model/plan.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import styles from './chooser.module.css';

type KnownProps = Readonly<{ known: ChooserResult['known'] }>;

/** Skills that the answers name: nothing is marked as learning before the person says so. */
export const KnownSkills = ({ known }: KnownProps) => {
  const [left, setLeft] = useState<readonly string[]>([]);
  const send = useStore((state) => state.send);
  const chosen = known.map(({ skill }) => skill).filter((skill) => !left.includes(skill));
  return (
    <Section id="known" title={t('chooser.known')}>
      <p className={styles.text}>{t('chooser.knownLead')}</p>
      {known.map(({ skill, name, level, topics }) => (
        <Checkbox
          key={skill}
          label={name}
          hint={t('chooser.knownItem', { count: topics, level: t(`level.${level}`) })}
          checked={chosen.includes(skill)}
          onChange={(isOn) => setLeft(isOn ? left.filter((other) => other !== skill) : [...left, skill])}
        />
      ))}
      <div className={styles.stack}>
        <Button
          small
          disabled={chosen.length === 0}
          onClick={() => void send('chooser.learn', { skills: chosen }, { undoable: true })}
        >
          {t('chooser.learn')}
        </Button>
      </div>
    </Section>
  );
};
