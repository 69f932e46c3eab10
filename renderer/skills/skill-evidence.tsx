import { Award, BriefcaseBusiness, GraduationCap, Hammer, Link2, Plus, Quote, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Evidence } from '../../shared/model/learning.ts';
import { useStore } from '../store.ts';
import { Button, IconButton, TextButton, TextLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';
import { localToday } from '../clock.ts';
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
            piece.kind === 'credential' ? (
              <CredentialRow key={`${piece.kind} ${piece.id}`} piece={piece} />
            ) : piece.kind === 'link' || piece.kind === 'fact' ? (
              <OwnRow key={piece.id} piece={piece} onChange={() => setOpen({ evidence: piece })} />
            ) : (
              <WorkRow key={piece.id} piece={piece} />
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

/** A credential is changed where it belongs. One that expired counts, and says so. */
const CredentialRow = ({ piece }: Readonly<{ piece: Evidence }>) => {
  const { title, level, date, certification, expiresOn } = piece;
  const isOver = expiresOn !== null && expiresOn < localToday();
  const room = '#/certifications';
  return (
    <Row
      href={certification === null ? room : `${room}/${encodeURIComponent(certification)}`}
      lead={<Award aria-hidden="true" />}
      second={`${t(`level.${level}`)}, ${fullDate(date)}.`}
      {...(isOver && { end: t('evidence.expired', { date: fullDate(expiresOn) }) })}
    >
      <span dir="auto">{title}</span>
    </Row>
  );
};

const icons = { project: Hammer, work: BriefcaseBusiness, education: GraduationCap };

/** A project, work or education is changed where it belongs. */
const WorkRow = ({ piece }: Readonly<{ piece: Evidence }>) => {
  const { kind, id, title, level, date } = piece;
  const Icon = icons[kind as keyof typeof icons];
  return (
    <Row
      href={kind === 'project' ? `#/projects/${encodeURIComponent(id)}` : '#/experience'}
      lead={<Icon aria-hidden="true" />}
      second={`${t(`level.${level}`)}, ${fullDate(date)}.`}
    >
      <span dir="auto">{title}</span>
    </Row>
  );
};
