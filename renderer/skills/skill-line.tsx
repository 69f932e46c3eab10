import type { Category, SkillRow } from '../../shared/model/skill.ts';
import { reachedWord } from '../parts/reached.ts';
import { useStore } from '../store.ts';
import { Pips } from '../ui/pips.tsx';
import { Track } from '../ui/track.tsx';
import { t } from '../words.ts';
import styles from './skills.module.css';

const share = ({ done, total }: { readonly done: number; readonly total: number }): number =>
  total === 0 ? 0 : (100 * done) / total;

/** Due for review below 0.9, stale below 0.5. */
const freshnessWord = (value: number | null): string => {
  if (value === null) return '';
  if (value < 0.5) return t('skills.stale');
  return value < 0.9 ? t('skills.fading') : t('skills.fresh');
};

export const CategoryLine = ({ category }: Readonly<{ category: Category }>) => (
  <div className={styles.line} data-category>
    <span>
      <b>{category.title}</b> <span className={styles.quiet}>{category.skills}</span>
    </span>
    <span />
    <span className={styles.topics}>
      <Track value={share(category.topics)} kind="covered" size="small" />
      <span>{t('figure.slash', category.topics)}</span>
    </span>
    <span />
  </div>
);

export const SkillLine = ({ skill }: Readonly<{ skill: SkillRow }>) => {
  const progress = useStore((state) => state.skills[skill.id]) ?? skill.progress;
  const level = reachedWord(progress);
  return (
    <div className={styles.line}>
      <a href={`#/skills/${skill.id}`} tabIndex={-1} dir="auto">
        {skill.name}
      </a>
      <span className={styles.level}>
        <Pips
          reached={progress.reached}
          target={skill.target}
          top={progress.top}
          label={level}
          {...(skill.target > 0 && {
            description: t('skills.pips', { level, target: t(`level.${skill.target}`) }),
          })}
        />
      </span>
      <span className={styles.topics}>
        <Track value={share(progress)} kind="covered" size="small" />
        <span>{t('figure.slash', { done: progress.done, total: progress.total })}</span>
      </span>
      <span className={styles.quiet}>{freshnessWord(progress.freshness)}</span>
    </div>
  );
};
