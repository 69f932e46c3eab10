import { LEVELS, type ReachedLevel } from '../../shared/values.ts';
import styles from './pips.module.css';

type PipsProps = Readonly<{
  reached: ReachedLevel;
  /** Highest level that somebody asks for; 0 for none. */
  target: ReachedLevel;
  /** Highest level at which the skill has topics; squares above it are only a base line. */
  top: ReachedLevel;
  /** The word that always stands beside the squares: "Working". */
  label: string;
  /** Said instead of the label where the squares show more than it: "Working, target Proficient". */
  description?: string;
}>;

const stateOf = (level: number, { reached, target, top }: PipsProps) => {
  if (level <= reached) return 'on';
  if (level <= target) return 'goal';
  return level <= top ? 'off' : 'none';
};

export const Pips = (props: PipsProps) => (
  <span className={styles.pips}>
    <span className={styles.squares} aria-hidden="true">
      {LEVELS.map((level) => (
        <i key={level} data-state={stateOf(level, props)} />
      ))}
    </span>
    <span className={styles.label} data-none={props.reached === 0 || undefined}>
      <span aria-hidden={props.description !== undefined || undefined}>{props.label}</span>
      {props.description !== undefined && <span className="sr-only">{props.description}</span>}
    </span>
  </span>
);
