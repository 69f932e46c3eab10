import type { SkillProgress } from '../../shared/model/skill.ts';
import { t } from '../words.ts';

/** The level that a skill reached, in words; ticks below the first level are a beginning, not nothing. */
export const reachedWord = ({ reached, done }: SkillProgress): string =>
  reached === 0 && done > 0 ? t('level.begun') : t(`level.${reached}`);
