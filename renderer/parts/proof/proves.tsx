import type { ProofInRole } from '../../../shared/model/project.ts';
import { tenths } from '../../format.ts';
import { Remark } from '../remark.tsx';
import { t } from '../../words.ts';
import styles from './proves.module.css';

type ProvesProps = Readonly<{
  proves: readonly ProofInRole[];
  /** It counts already; else once it is finished. */
  finished: boolean;
}>;

/** What something proves in each target role, and by how much it moves the bar. */
export const Proves = ({ proves, finished }: ProvesProps) => {
  if (proves.length === 0) return <Remark>{t('proof.noTarget')}</Remark>;
  return (
    <>
      {proves.map(({ role, title, points, lines }) => (
        <div key={role} className={styles.role}>
          <p>
            <a href={`#/roles/${encodeURIComponent(role)}`} dir="auto">
              {title}
            </a>
            <b>{t(finished ? 'proof.points' : 'proof.pointsLater', { points: tenths(10 * points) })}</b>
          </p>
          <ul>
            {lines.map(({ skill, name, level, target }) => (
              <li key={`${skill} ${target}`}>
                {t('proof.line', { skill: name, level: t(`level.${level}`), target: t(`level.${target}`) })}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Remark>{t('proof.explained')}</Remark>
    </>
  );
};
