import { FileCheck, ListChecks, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { CertificationDetail } from '../../shared/model/certification.ts';
import type { ExamResult } from '../../shared/model/exam-result.ts';
import { fullDate } from '../format.ts';
import { Remark } from '../parts/remark.tsx';
import { Button, TextButton } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';
import { scoreText } from './exam-words.ts';
import styles from './certification.module.css';

const ResultDialog = lazy(async () => ({ default: (await import('./result-dialog.tsx')).ResultDialog }));

type Open = { readonly kind: ExamResult['kind']; readonly result: ExamResult | null };

/** Mock exams and real attempts, newest first, with the trend and the wait that the issuer states. */
export const Results = ({ certification }: Readonly<{ certification: CertificationDetail }>) => {
  const { results, retakeFrom, objectives } = certification;
  const [open, setOpen] = useState<Open | null>(null);
  const scores = results.flatMap(({ kind, score }) => (kind === 'practice' && score !== null ? [score] : []));
  return (
    <Section
      id="results"
      title={t('cert.results')}
      action={
        <span className={styles.actions}>
          <Button
            small
            variant="quiet"
            icon={<Plus aria-hidden="true" />}
            onClick={() => setOpen({ kind: 'practice', result: null })}
          >
            {t('cert.addPractice')}
          </Button>
          <Button
            small
            variant="quiet"
            icon={<Plus aria-hidden="true" />}
            onClick={() => setOpen({ kind: 'attempt', result: null })}
          >
            {t('cert.addAttempt')}
          </Button>
        </span>
      }
    >
      {results.length === 0 ? (
        <Empty>{t('cert.noResults')}</Empty>
      ) : (
        <Rows label={t('cert.results')}>
          {results.map((result) => (
            <Row
              key={result.id}
              lead={
                result.kind === 'practice' ? (
                  <ListChecks aria-hidden="true" />
                ) : (
                  <FileCheck aria-hidden="true" />
                )
              }
              second={
                <>
                  {objectives
                    .filter(({ id }) => result.domains[id] !== undefined)
                    .map(({ id, name }) => `${name} ${result.domains[id]} %`)
                    .join(', ')}{' '}
                  <TextButton
                    aria-label={`${t('cert.change')}: ${t(`cert.${result.kind}`)}, ${fullDate(result.takenOn)}`}
                    onClick={() => setOpen({ kind: result.kind, result })}
                  >
                    {t('cert.change')}
                  </TextButton>
                </>
              }
              end={outcomeOf(result)}
              endSecond={fullDate(result.takenOn)}
              endStrong={result.outcome === 'passed'}
            >
              <span dir="auto">
                {t(`cert.${result.kind}`)}
                {result.title !== '' && `: ${result.title}`}
              </span>
            </Row>
          ))}
        </Rows>
      )}
      {scores.length > 1 && <Remark>{t('cert.trend', { from: scores.at(-1)!, to: scores[0]! })}</Remark>}
      {retakeFrom !== null && <Remark>{t('cert.retakeFrom', { date: fullDate(retakeFrom) })}</Remark>}
      <Suspense>
        {open && <ResultDialog certification={certification} {...open} onClose={() => setOpen(null)} />}
      </Suspense>
    </Section>
  );
};

const outcomeOf = ({ kind, score, outcome }: ExamResult): string => {
  if (kind === 'practice') return score === null ? '' : scoreText(score);
  const words = outcome === null ? t('cert.waiting') : t(`cert.${outcome}`);
  return score === null ? words : `${words}, ${score}`;
};
