import type { Evidence } from '../../../shared/model/learning.ts';
import { fullDate } from '../../format.ts';
import { TextLink } from '../../ui/button.tsx';
import { t } from '../../words.ts';
import { expiredOn, placeOfPiece } from './piece.ts';
import styles from './proof-pieces.module.css';

type ProofPiecesProps = Readonly<{
  skill: string;
  title: string;
  /** Name of the one of a group that it proves. */
  member?: string | undefined;
  /** Best level first. */
  pieces: readonly Evidence[];
  /** How many are left out. */
  more: number;
}>;

/** What proves a skill, each piece with its kind, level and day, and the way to it. */
export const ProofPieces = ({ skill, title, member, pieces, more }: ProofPiecesProps) => (
  <ul className={styles.pieces} aria-label={t('proof.pieces', { title })}>
    {pieces.map((piece) => (
      <li key={`${piece.kind} ${piece.id}`}>
        {member !== undefined && <span dir="auto">{member}: </span>}
        {t(`proof.kind.${piece.kind}`)}{' '}
        <TextLink href={placeOfPiece(piece, skill)} dir="auto">
          {piece.title}
        </TextLink>
        {', '}
        {saidOf(piece)}
      </li>
    ))}
    {more > 0 && (
      <li>
        <TextLink href={`#/skills/${encodeURIComponent(skill)}`}>
          {t('proof.morePieces', { count: more })}
        </TextLink>
      </li>
    )}
  </ul>
);

const saidOf = (piece: Evidence): string => {
  const over = expiredOn(piece);
  return [
    t(`level.${piece.level}`),
    fullDate(piece.date),
    ...(over === null ? [] : [t('evidence.expired', { date: fullDate(over) })]),
  ].join(', ');
};
