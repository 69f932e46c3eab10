import { Award, BriefcaseBusiness, GraduationCap, Hammer, Link2, Plus, Quote, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Evidence } from '../../shared/model/learning.ts';
import { useStore } from '../store.ts';
import { Button, IconButton, TextButton, TextLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { expiredOn, placeOfPiece } from '../parts/proof/piece.ts';
import { t } from '../words.ts';
import { fullDate } from '../format.ts';
import styles from './skill.module.css';

const EvidenceDialog = lazy(async () => ({
  default: (await import('./skill-evidence-dialog.tsx')).EvidenceDialog,
}));

type EvidenceProps = Readonly<{ skill: string; list: readonly Evidence[] }>;

/** What shows the skill, best level first: it feeds the bar *proven*. */
export const EvidenceSection = ({ skill, list }: EvidenceProps) => {
  const [open, setOpen] = useState<{ readonly evidence: Evidence | null } | null>(null);
  return (
    <Section
      id="evidence"
      title={t('evidence.title')}
      remark={list.length}
      action={
        <Button
          small
          variant="quiet"
          icon={<Plus aria-hidden="true" />}
          onClick={() => setOpen({ evidence: null })}
        >
          {t('evidence.add')}
        </Button>
      }
    >
      {list.length === 0 ? (
        <Empty>{t('evidence.empty')}</Empty>
      ) : (
        <Rows>
          {list.map((piece) =>
            piece.kind === 'link' || piece.kind === 'fact' ? (
              <OwnRow key={piece.id} piece={piece} onChange={() => setOpen({ evidence: piece })} />
            ) : (
              <RoomRow key={`${piece.kind} ${piece.id}`} piece={piece} kind={piece.kind} skill={skill} />
            ),
          )}
        </Rows>
      )}
      <Suspense>
        {open && <EvidenceDialog skill={skill} evidence={open.evidence} onClose={() => setOpen(null)} />}
      </Suspense>
    </Section>
  );
};

const OwnRow = ({ piece, onChange }: Readonly<{ piece: Evidence; onChange: () => void }>) => {
  const send = useStore((state) => state.send);
  return (
    <Row
      lead={piece.kind === 'link' ? <Link2 aria-hidden="true" /> : <Quote aria-hidden="true" />}
      second={
        <>
          {t(`level.${piece.level}`)}, {fullDate(piece.date)}.{' '}
          <TextButton onClick={onChange}>{t('resource.edit')}</TextButton>
        </>
      }
      end={
        <span className={styles.actions}>
          <IconButton
            small
            label={`${t('own.remove')}: ${piece.title}`}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => void send('evidence.remove', { evidence: piece.id }, { undoable: true })}
          />
        </span>
      }
    >
      {piece.url === null ? (
        <span dir="auto">{piece.title}</span>
      ) : (
        <TextLink href={piece.url} target="_blank" rel="noreferrer" dir="auto">
          {piece.title}
        </TextLink>
      )}
    </Row>
  );
};

const icons = { credential: Award, project: Hammer, work: BriefcaseBusiness, education: GraduationCap };

type RoomRowProps = Readonly<{ piece: Evidence; kind: keyof typeof icons; skill: string }>;

/** What comes from another room is changed there. A credential that expired counts, and says so. */
const RoomRow = ({ piece, kind, skill }: RoomRowProps) => {
  const Icon = icons[kind];
  const over = expiredOn(piece);
  return (
    <Row
      href={placeOfPiece(piece, skill)}
      lead={<Icon aria-hidden="true" />}
      second={`${t(`level.${piece.level}`)}, ${fullDate(piece.date)}.`}
      {...(over !== null && { end: t('evidence.expired', { date: fullDate(over) }) })}
    >
      <span dir="auto">{piece.title}</span>
    </Row>
  );
};
