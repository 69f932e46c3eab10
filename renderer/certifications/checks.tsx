import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { useState } from 'react';
import type { Badge } from '../../shared/model/badge.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { t } from '../words.ts';
import styles from './checks.module.css';

const ICONS = { good: CircleCheck, bad: CircleX, 'not checked': CircleDashed } as const;

type Judged = Pick<Badge, 'verdict' | 'checks'>;

/** What was looked at in a badge and what was not, each in words. */
export const Checks = ({ badge }: Readonly<{ badge: Judged }>) => (
  <ul className={styles.checks}>
    {badge.checks.map(({ what, outcome, text }) => {
      const Icon = ICONS[outcome];
      return (
        <li key={what} data-outcome={outcome}>
          <Icon aria-hidden="true" />
          <span>
            <b>
              {t(`badge.what.${what}`)}: {t(`badge.outcomes.${outcome}`)}.
            </b>{' '}
            <span className={styles.text}>{text}</span>
          </span>
        </li>
      );
    })}
  </ul>
);

/** The verdict alone, which opens to the checks. */
export const FoldedChecks = ({ badge }: Readonly<{ badge: Judged }>) => {
  const [open, setOpen] = useState(false);
  return (
    <Disclosure label={t(`badge.verdicts.${badge.verdict}`)} open={open} onToggle={() => setOpen(!open)}>
      <Checks badge={badge} />
    </Disclosure>
  );
};
