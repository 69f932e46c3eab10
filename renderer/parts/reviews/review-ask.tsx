import { Check, Clock, RotateCcw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Topic } from '../../../shared/model/topic.ts';
import type { Input } from '../../../shared/contract.ts';
import { useQuery } from '../../query.ts';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Key } from '../../ui/tag.tsx';
import { t } from '../../words.ts';
import { useNumberKeys } from '../number-keys.ts';
import { ReadFailed } from '../read-failed.tsx';
import { Remark } from '../remark.tsx';
import styles from './reviews.module.css';

type Said = Input<'reviews.answer'>['answer'];

type ReviewAskProps = Readonly<{
  skill: string;
  name: string;
  /** Called once the answer is kept; until it is through, no other answer is taken. */
  onAnswered: () => void | Promise<void>;
}>;

/** Asks whether one skill is still there: its done topics, and three answers by button or by the keys 1 to 3. */
export const ReviewAsk = ({ skill, name, onAnswered }: ReviewAskProps) => {
  const { data, error, retry } = useQuery('topics.list', { skill });
  const send = useStore((state) => state.send);
  const [isBusy, setBusy] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const done = (data?.topics ?? []).filter(({ state }) => state.status === 'done');
  const say = async (answer: Said): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const change = await send('reviews.answer', { skill, answer }, { undoable: true });
    if (change) {
      await onAnswered();
      setChoosing(false);
    }
    setBusy(false);
  };
  const canWork = done.length > 0;
  const answers: readonly Answer[] = [
    { id: 'known', icon: <Check aria-hidden="true" />, onPress: () => void say({ kind: 'known' }) },
    { id: 'work', icon: <RotateCcw aria-hidden="true" />, onPress: () => canWork && setChoosing(true) },
    { id: 'later', icon: <Clock aria-hidden="true" />, onPress: () => void say({ kind: 'later' }) },
  ];
  useNumberKeys(isChoosing || !data ? [] : answers.map(({ onPress }) => onPress));
  if (error && !data) return <ReadFailed error={error} onRetry={retry} />;
  if (!data) return <Skeleton label={t('app.loading')} />;
  if (isChoosing) {
    return (
      <ChooseWork
        topics={done}
        onBack={() => setChoosing(false)}
        onConfirm={(topics) => void say({ kind: 'work', topics })}
      />
    );
  }
  return (
    <>
      {canWork ? (
        <ul className={styles.topics} aria-label={t('review.topics')}>
          {done.map(({ id, text }) => (
            <li key={id} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      ) : (
        <Remark>{t('review.noTopics')}</Remark>
      )}
      <div className={styles.answers} role="group" aria-label={`${t('review.answers')}: ${name}`}>
        {answers.map(({ id, icon, onPress }, index) => (
          <div key={id}>
            <Button
              variant={id === 'known' ? 'primary' : 'secondary'}
              icon={icon}
              aria-disabled={isBusy || (id === 'work' && !canWork)}
              aria-keyshortcuts={String(index + 1)}
              onClick={onPress}
            >
              {t(`review.${id}`)}
            </Button>
            <p>
              <span aria-hidden="true">
                <Key>{index + 1}</Key>
              </span>{' '}
              {t(`review.${id}Hint`)}
            </p>
          </div>
        ))}
      </div>
    </>
  );
};

type Answer = Readonly<{ id: Said['kind']; icon: ReactNode; onPress: () => void }>;

type ChooseWorkProps = Readonly<{
  topics: readonly Topic[];
  onBack: () => void;
  onConfirm: (topics: string[]) => void;
}>;

/** Which of the done topics want work; those turn to revise. */
const ChooseWork = ({ topics, onBack, onConfirm }: ChooseWorkProps) => {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <form
      className={styles.work}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0) onConfirm([...chosen]);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onBack();
      }}
    >
      <fieldset>
        <legend>{t('review.whichWork')}</legend>
        {topics.length > 1 && (
          <Checkbox
            label={t('review.allWork')}
            checked={chosen.length === topics.length}
            mixed={chosen.length > 0 && chosen.length < topics.length}
            onChange={(isOn) => setChosen(isOn ? topics.map(({ id }) => id) : [])}
          />
        )}
        {topics.map(({ id, text }) => (
          <Checkbox
            key={id}
            label={<span dir="auto">{text}</span>}
            checked={chosen.includes(id)}
            onChange={(isOn) => setChosen(isOn ? [...chosen, id] : chosen.filter((other) => other !== id))}
          />
        ))}
      </fieldset>
      <div className={styles.buttons}>
        <Button variant="quiet" onClick={onBack}>
          {t('review.back')}
        </Button>
        <Button variant="primary" type="submit" aria-disabled={chosen.length === 0}>
          {chosen.length === 0 ? t('review.chooseWork') : t('review.confirmWork', { count: chosen.length })}
        </Button>
      </div>
    </form>
  );
};
