import { useState } from 'react';
import type { GroupChoice, Member } from '../../../shared/model/role.ts';
import { useStore } from '../../store.ts';
import { TextButton } from '../../ui/button.tsx';
import { RadioRow } from '../../ui/choice.tsx';
import { t } from '../../words.ts';
import styles from './group-choices.module.css';

const BEST = 'best';
/** More members than this are folded away, all but the one that counts. */
const SHOWN = 4;

const shownFirst = (members: readonly Member[], fixed: string | null): readonly Member[] => {
  const first = members.slice(0, SHOWN);
  const counting = members.find((member) => member.counts || member.skill === fixed);
  return counting && !first.includes(counting) ? [...first.slice(0, SHOWN - 1), counting] : first;
};

/** The members of a choose-one group with their own counts: the best one counts, or the one that the person fixes. */
export const GroupChoices = ({ group }: Readonly<{ group: GroupChoice }>) => {
  const [all, setAll] = useState(false);
  const fixMember = useStore((state) => state.fixMember);
  const members =
    all || group.members.length <= SHOWN + 1 ? group.members : shownFirst(group.members, group.fixed);
  const best = group.members.find((member) => member.counts);
  const hidden = group.members.length - members.length;
  return (
    <div className={styles.choices}>
      <RadioRow
        label={t('ledger.choices', { group: group.title })}
        hideLabel
        value={group.fixed ?? BEST}
        options={[
          {
            value: BEST,
            label: t('ledger.best'),
            ...(group.fixed === null && best && best.topics.done > 0 && { detail: best.name }),
          },
          ...members.map((member) => ({
            value: member.skill,
            label: member.name,
            detail: t('figure.slash', member.topics),
          })),
        ]}
        onChange={(value) => void fixMember(group.id, value === BEST ? null : value)}
      />
      {hidden > 0 && (
        <TextButton onClick={() => setAll(true)}>{t('ledger.more', { count: hidden })}</TextButton>
      )}
    </div>
  );
};
