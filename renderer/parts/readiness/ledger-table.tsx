import { ChevronRight } from 'lucide-react';
import { Fragment, useEffect, useRef, useState, type RefObject } from 'react';
import type { Ledger, LedgerLine, LedgerStage } from '../../../shared/model/role.ts';
import type { Bar } from '../../../shared/values.ts';
import { fullDate, tenths } from '../../format.ts';
import { Track } from '../../ui/track.tsx';
import { t } from '../../words.ts';
import { isReturn } from '../arrival.ts';
import { ProofPieces } from '../proof/proof-pieces.tsx';
import { GroupChoices } from './group-choices.tsx';
import styles from './ledger.module.css';

const isMet = (line: LedgerLine): boolean => !line.waived && line.of > 0 && line.points === line.of;

const share = (line: LedgerLine, bar: Bar): number => {
  if (bar === 'proven') return (100 * Math.min(line.evidence, line.level)) / line.level;
  if (bar === 'fresh') return line.of === 0 ? 0 : (100 * line.points) / line.of;
  return line.topics.total === 0 ? 0 : (100 * line.topics.done) / line.topics.total;
};

const basis = (line: LedgerLine, bar: Bar): string => {
  if (line.waived) return t('ledger.waived');
  if (bar === 'proven') return line.evidence === 0 ? t('ledger.noEvidence') : t(`level.${line.evidence}`);
  if (bar === 'covered') return t('figure.slash', line.topics);
  return line.practisedOn === null
    ? t('skill.never')
    : t('ledger.halves', { date: fullDate(line.practisedOn), count: line.halfLifeMonths });
};

const columnOf: Readonly<Record<Bar, 'topics' | 'evidence' | 'practised'>> = {
  covered: 'topics',
  proven: 'evidence',
  fresh: 'practised',
};

/** The cells of a line that sums leave empty; spanning them would span columns that narrow windows hide. */
const NoCells = () => (
  <>
    <td className={styles.wide} />
    <td className={styles.weight} />
    <td className={styles.track} />
    <td />
  </>
);

const hasProof = ({ proof }: LedgerLine): boolean => proof !== null && proof.pieces.length > 0;

/** The line that the address leads to comes into sight and takes the focus. */
const useArrivedLine = (isArrival: boolean): RefObject<HTMLTableCellElement | null> => {
  const cell = useRef<HTMLTableCellElement>(null);
  useEffect(() => {
    if (!isArrival || isReturn()) return undefined;
    // The heading has the focus first, as on every arrival.
    const timer = setTimeout(() => {
      cell.current?.scrollIntoView?.({ block: 'center' });
      cell.current?.focus({ preventScroll: true });
    }, 0);
    return () => clearTimeout(timer);
  }, [isArrival]);
  return cell;
};

type LineProps = Readonly<{
  line: LedgerLine;
  bar: Bar;
  /** The address leads to it. */
  isArrival: boolean;
}>;

const Line = ({ line, bar, isArrival }: LineProps) => {
  const head = useArrivedLine(isArrival);
  return (
    <>
      <tr
        data-more={line.group !== null || hasProof(line) || undefined}
        data-waived={line.waived || undefined}
        data-arrived={isArrival || undefined}
      >
        <th ref={head} scope="row" {...(isArrival && { tabIndex: -1 })}>
          {line.group === null ? (
            <a href={`#/skills/${line.skill}`}>{line.title}</a>
          ) : (
            <>
              {line.title} <span className={styles.hint}>{t('ledger.chooseOne')}</span>
            </>
          )}
        </th>
        <td className={styles.wide}>{t(`level.${line.level}`)}</td>
        <td className={styles.weight}>{line.weight}</td>
        <td className={styles.track}>
          <Track value={share(line, bar)} kind={bar} size="small" />
        </td>
        <td className={styles.basis}>{basis(line, bar)}</td>
        <td className={styles.number}>{tenths(line.points)}</td>
        <td className={styles.of}>{t('figure.points', { points: tenths(line.of) })}</td>
        <td className={styles.number}>{tenths(line.of - line.points)}</td>
      </tr>
      {(line.group || hasProof(line)) && (
        <tr className={styles.more} data-arrived={isArrival || undefined}>
          <td colSpan={5}>
            {line.group && <GroupChoices group={line.group} />}
            {hasProof(line) && (
              <ProofPieces
                skill={line.skill}
                title={line.title}
                member={line.group?.members.find(({ counts }) => counts)?.name}
                {...line.proof!}
              />
            )}
          </td>
          {/* The other three, each hidden where one of its kind is. */}
          <td className={styles.track} />
          <td className={styles.wide} />
          <td className={styles.weight} />
        </tr>
      )}
    </>
  );
};

/** A line is the same one, whichever member of its group counts. */
const lineKey = ({ group, skill }: LedgerLine): string =>
  group === null ? `skill ${skill}` : `group ${group.id}`;

type StageProps = Readonly<{ stage: LedgerStage; bar: Bar; arrival: string | null }>;

/** The lines of a stage with a gap, and one for all that are met, which opens. */
const Stage = ({ stage, bar, arrival }: StageProps) => {
  const met = stage.lines.filter(isMet);
  const isArrival = ({ group }: LedgerLine): boolean => group !== null && group.id === arrival;
  const [showsMet, setShowsMet] = useState(met.some(isArrival));
  const open = stage.lines.filter((line) => !isMet(line));
  const points = met.reduce((sum, line) => sum + line.points, 0);
  return (
    <tbody>
      <tr className={styles.stage}>
        <th scope="rowgroup">{t(`stage.${stage.stage}`)}</th>
        <NoCells />
        <td className={styles.number}>{tenths(stage.points)}</td>
        <td className={styles.of}>{t('figure.points', { points: tenths(stage.of) })}</td>
        <td />
      </tr>
      {open.map((line) => (
        <Line key={lineKey(line)} line={line} bar={bar} isArrival={isArrival(line)} />
      ))}
      {met.length > 0 && (
        <tr className={styles.met}>
          <th scope="row">
            <button
              type="button"
              aria-expanded={showsMet}
              title={t('ledger.showMet')}
              onClick={() => setShowsMet(!showsMet)}
            >
              <ChevronRight aria-hidden="true" />
              {t('ledger.met', { count: met.length, names: met.map(({ title }) => title).join(', ') })}
            </button>
          </th>
          <NoCells />
          <td className={styles.number}>{tenths(points)}</td>
          <td className={styles.of}>{t('figure.points', { points: tenths(points) })}</td>
          <td className={styles.number}>{tenths(0)}</td>
        </tr>
      )}
      {showsMet &&
        met.map((line) => <Line key={lineKey(line)} line={line} bar={bar} isArrival={isArrival(line)} />)}
    </tbody>
  );
};

type LedgerTableProps = Readonly<{
  ledger: Ledger;
  bar: Bar;
  caption: string;
  /** The choose-one group to whose line the address leads. */
  arrival?: string | null;
}>;

/** Lines add up to stages and stages to the total; the core has rounded them so. */
export const LedgerTable = ({ ledger, bar, caption, arrival = null }: LedgerTableProps) => (
  <table className={styles.ledger}>
    <caption className="sr-only">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{t('ledger.line')}</th>
        <th scope="col" className={styles.wide}>
          {t('ledger.target')}
        </th>
        <th scope="col" className={styles.weight}>
          {t('ledger.weight')}
        </th>
        <td className={styles.track} />
        <th scope="col">{t(`ledger.${columnOf[bar]}`)}</th>
        <td />
        <th scope="col" className={styles.number}>
          {t('ledger.points')}
        </th>
        <th scope="col" className={styles.number}>
          {t('ledger.gap')}
        </th>
      </tr>
    </thead>
    {ledger.stages.map((stage) => (
      <Fragment key={stage.stage}>
        {stage.lines.length > 0 && <Stage stage={stage} bar={bar} arrival={arrival} />}
      </Fragment>
    ))}
    <tfoot>
      <tr>
        <th scope="row">{t('ledger.total')}</th>
        <NoCells />
        <td className={styles.number}>{tenths(ledger.total ?? 0)}</td>
        <td className={styles.of}>{t('figure.points', { points: tenths(1000) })}</td>
        <td className={styles.number}>{tenths(1000 - (ledger.total ?? 0))}</td>
      </tr>
    </tfoot>
  </table>
);
