import { Check } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Chooser, ChooserQuestion } from '../../shared/model/plan.ts';
import { Answer } from '../parts/answer.tsx';
import { useNumberKeys } from '../parts/number-keys.ts';
import { useQuery } from '../query.ts';
import { useStore, useStoreApi } from '../store.ts';
import { Button, TextLink } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Key } from '../ui/tag.tsx';
import { Track } from '../ui/track.tsx';
import { t } from '../words.ts';
import styles from './chooser.module.css';

/** The questions, one at a time, from the first that was not reached yet. */
export const Questions = () => (
  <Answer query={useQuery('chooser.read', {})}>{(chooser) => <Asking chooser={chooser} />}</Answer>
);

const firstOpen = ({ questions }: Chooser): number =>
  Math.max(
    0,
    questions.findIndex(({ given }) => given === null),
  );

const Asking = ({ chooser }: Readonly<{ chooser: Chooser }>) => {
  const { questions } = chooser;
  const [at, setAt] = useState(() => firstOpen(chooser));
  const store = useStoreApi();
  const send = useStore((state) => state.send);
  const question = questions[at]!;
  const total = questions.length;
  const go = (to: number): void => {
    if (to < total) setAt(to);
    else location.hash = '/roles/find/result';
  };
  /** Stays where the answer was refused, so that it is not lost. */
  const answer = async (answers: readonly string[]): Promise<void> => {
    const isSame = question.given !== null && question.given.join() === answers.join();
    const kept = isSame || (await send('chooser.answer', { question: question.id, answers: [...answers] }));
    if (!kept) return;
    // Going back has to show what was just said.
    const { refresh, load } = store.getState();
    refresh();
    await load('chooser.read', {});
    go(at + 1);
  };
  const isAnswered = questions.some(({ given }) => given !== null && given.length > 0);
  return (
    <Page focused>
      <nav aria-label={t('app.crumbs')} className={styles.crumb}>
        <a href="#/roles">{t('roles.title')}</a>
      </nav>
      <div className={styles.progress}>
        <span>{question.step.title}</span>
        <span>{t('chooser.progress', { at: at + 1, total })}</span>
      </div>
      <Track value={(100 * (at + 1)) / total} kind="neutral" size="small" />
      <Question
        key={`${question.id} ${question.given?.join()}`}
        question={question}
        isLast={at === total - 1}
        onBack={at > 0 ? () => go(at - 1) : null}
        onAnswer={(answers) => void answer(answers)}
      />
      {isAnswered && (
        <p className={styles.aside}>
          <TextLink href="#/roles/find/result">{t('chooser.result')}</TextLink>
        </p>
      )}
    </Page>
  );
};

type QuestionProps = Readonly<{
  question: ChooserQuestion;
  isLast: boolean;
  onBack: (() => void) | null;
  onAnswer: (answers: readonly string[]) => void;
}>;

const Question = ({ question, isLast, onBack, onAnswer }: QuestionProps) => {
  const { id, text, type, answers, given } = question;
  const [chosen, setChosen] = useState<readonly string[]>(given ?? []);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const choose = (answer: string): void => {
    if (type === 'single') return setChosen([answer]);
    if (chosen.includes(answer)) return setChosen(chosen.filter((other) => other !== answer));
    const isAlone = (one: string): boolean => answers.some((other) => other.id === one && other.exclusive);
    setChosen(isAlone(answer) ? [answer] : [...chosen.filter((other) => !isAlone(other)), answer]);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen.length > 0) onAnswer(answers.map((answer) => answer.id).filter((one) => chosen.includes(one)));
  };
  const list = useRef<HTMLDivElement>(null);
  // The focus follows, so that Enter goes on from there.
  useNumberKeys(
    answers.map((answer, index) => () => {
      choose(answer.id);
      list.current?.querySelectorAll('input')[index]?.focus();
    }),
  );
  return (
    <form onSubmit={submit}>
      <h1 ref={title} tabIndex={-1} id="question" className={styles.question}>
        {text}
      </h1>
      {type === 'multi' && <p className={styles.hint}>{t('chooser.multi')}</p>}
      <div
        ref={list}
        role={type === 'single' ? 'radiogroup' : 'group'}
        aria-labelledby="question"
        className={styles.answers}
      >
        {answers.map((answer, index) => (
          <label key={answer.id} className={styles.answer}>
            <input
              type={type === 'single' ? 'radio' : 'checkbox'}
              name={id}
              value={answer.id}
              checked={chosen.includes(answer.id)}
              onChange={() => choose(answer.id)}
            />
            <span aria-hidden="true" className={styles.key}>
              {index + 1}
            </span>
            <span className={styles.words}>{answer.text}</span>
            <Check aria-hidden="true" />
          </label>
        ))}
      </div>
      <div className={styles.buttons}>
        <Button variant="quiet" disabled={onBack === null} onClick={() => onBack?.()}>
          {t('chooser.back')}
        </Button>
        <span className={styles.keys} aria-hidden="true">
          <Key>1</Key> {t('chooser.to')} <Key>{answers.length}</Key> {t('chooser.choose')} <Key>Enter</Key>{' '}
          {t('chooser.goesOn')}
        </span>
        <Button variant="quiet" onClick={() => onAnswer([])}>
          {t('chooser.skip')}
        </Button>
        <Button variant="primary" type="submit" aria-disabled={chosen.length === 0}>
          {isLast ? t('chooser.finish') : t('chooser.next')}
        </Button>
      </div>
    </form>
  );
};
