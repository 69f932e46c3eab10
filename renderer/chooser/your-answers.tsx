import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';
import styles from './chooser.module.css';

/** How many questions of each step are answered, and the ways to change them. */
export const YourAnswers = () => {
  const questions = useQuery('chooser.read', {}).data?.questions ?? [];
  const send = useStore((state) => state.send);
  const drop = useStore((state) => state.drop);
  const steps = [...Map.groupBy(questions, ({ step }) => step.title)];
  const again = async (): Promise<void> => {
    if (!(await send('chooser.start', {}))) return;
    // The answers of the pass before must not be seen in the new one.
    drop('chooser.read', {});
    location.hash = '/roles/find';
  };
  const count = (list: typeof questions): string =>
    t('chooser.givenOf', {
      done: list.filter(({ given }) => given !== null && given.length > 0).length,
      total: list.length,
    });
  return (
    <Section id="answers" title={t('chooser.given')} remark={count(questions)}>
      <Rows label={t('chooser.given')}>
        {steps.map(([title, list]) => (
          <Row key={title} end={count(list)}>
            {title}
          </Row>
        ))}
      </Rows>
      <div className={styles.ways}>
        <ButtonLink small href="#/roles/find">
          {t('chooser.change')}
        </ButtonLink>
        <Button small variant="quiet" onClick={() => void again()}>
          {t('chooser.again')}
        </Button>
      </div>
      <p className={styles.text}>{t('chooser.againHint')}</p>
    </Section>
  );
};
