import styles from './track.module.css';

export type TrackKind = 'covered' | 'proven' | 'fresh' | 'neutral';
export type TrackSize = 'small' | 'medium' | 'large';

type TrackProps = Readonly<{
  /** 0 to 100; null and 0 draw nothing. */
  value: number | null;
  kind: TrackKind;
  size?: TrackSize;
}>;

/** The drawing only: whoever uses it says the figure in words beside it. */
export const Track = ({ value, kind, size = 'medium' }: TrackProps) => (
  <span className={styles.track} data-size={size} aria-hidden="true">
    {value !== null && value > 0 && (
      <span className={styles.fill} data-kind={kind} style={{ inlineSize: `${Math.min(value, 100)}%` }} />
    )}
  </span>
);

/** A small sample of the texture, for keys and legends. */
export const TrackKey = ({ kind }: Readonly<{ kind: TrackKind }>) => (
  <span className={styles.key} data-kind={kind} aria-hidden="true" />
);
