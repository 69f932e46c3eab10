import { useLayoutEffect, useRef, useState, type DragEvent, type KeyboardEvent, type RefObject } from 'react';
import type { ProjectRow } from '../../shared/model/project.ts';
import { PROJECT_STATUSES, type ProjectStatus } from '../../shared/values.ts';
import { localToday } from '../clock.ts';
import { clearDrop, leaveDrop, markDrop } from '../parts/drop-mark.ts';
import { Remark } from '../parts/remark.tsx';
import { Track } from '../ui/track.tsx';
import { t } from '../words.ts';
import { moveByKey, type Move } from './board-moves.ts';
import { hrefOf, openWord, standingOf } from './project-words.ts';
import { useMoves } from './use-moves.ts';
import styles from './board.module.css';

const TYPE = 'application/x-groundwork-project';

type BoardProps = Readonly<{ projects: readonly ProjectRow[] }>;

/** One column for each status. Cards go elsewhere by dragging, or by Alt and an arrow key. */
export const Board = ({ projects }: BoardProps) => {
  const { shown, move } = useMoves(projects);
  const [said, setSaid] = useState('');
  const board = useRef<HTMLDivElement>(null);
  const follow = useFollowedCard(board, shown);
  const column = (status: ProjectStatus): readonly ProjectRow[] =>
    shown.filter((project) => project.status === status);
  const take = async (project: ProjectRow, to: Move): Promise<void> => {
    const { id, title } = project;
    const { status, before } = to;
    const others = column(status).filter((other) => other.id !== id);
    const place = before === null ? others.length : others.findIndex((other) => other.id === before);
    follow(id);
    if (!(await move(id, to))) return;
    const words = {
      title,
      status: t(`project.status.${status}`),
      place: place + 1,
      total: others.length + 1,
    };
    const open = status === 'shipped' ? openWord(project.settled) : null;
    setSaid([t('project.moved', words), ...(open === null ? [] : [open])].join('. '));
  };
  const drop = (event: DragEvent, status: ProjectStatus, before: string | null): void => {
    if (board.current) clearDrop(board.current);
    const id = event.dataTransfer.getData(TYPE);
    const project = shown.find((candidate) => candidate.id === id);
    if (!project) return;
    event.preventDefault();
    event.stopPropagation();
    if (id !== before) void take(project, { status, before });
  };
  return (
    <>
      <div
        ref={board}
        className={styles.board}
        onDragEnter={showDrop}
        onDragOver={showDrop}
        onDragLeave={leaveDrop}
        onDragEnd={(event) => clearDrop(event.currentTarget)}
      >
        {PROJECT_STATUSES.map((status) => (
          <section
            key={status}
            aria-labelledby={`column-${status}`}
            className={styles.column}
            data-column
            onDrop={(event) => drop(event, status, null)}
          >
            <div className={styles.head}>
              <h2 id={`column-${status}`}>{t(`project.status.${status}`)}</h2>
              <span>{column(status).length}</span>
            </div>
            {column(status).length === 0 && <p className={styles.empty}>{t('project.columnEmpty')}</p>}
            <ul>
              {column(status).map((project) => (
                <Card
                  key={project.id}
                  project={project}
                  onDrop={(event) => drop(event, status, project.id)}
                  onKey={(event) => {
                    const to = moveByKey(shown, project, event);
                    if (!to) return;
                    event.preventDefault();
                    void take(project, to);
                  }}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Remark>{t('project.moveHint')}</Remark>
      <p className="sr-only" role="status">
        {said}
      </p>
    </>
  );
};

/** A card that is drawn anew in another column has lost the focus: it gets it back, so that the keys go on with it. */
const useFollowedCard = (
  board: RefObject<HTMLElement | null>,
  shown: readonly ProjectRow[],
): ((id: string) => void) => {
  const followed = useRef<string | null>(null);
  useLayoutEffect(() => {
    const id = followed.current;
    if (id === null || document.activeElement !== document.body) return;
    board.current?.querySelector<HTMLElement>(`[data-project="${CSS.escape(id)}"]`)?.focus();
  }, [board, shown]);
  return (id) => {
    followed.current = id;
  };
};

/** A card goes before the one that the pointer is over, else to the end of the column. */
const showDrop = (event: DragEvent): void => {
  const over = event.target instanceof Element ? event.target : null;
  const card = over?.closest<HTMLElement>('li');
  const place = card ?? over?.closest<HTMLElement>('[data-column]');
  if (!place || !event.dataTransfer.types.includes(TYPE)) return clearDrop(event.currentTarget);
  event.preventDefault();
  markDrop(event.currentTarget, place, card ? 'before' : 'end');
};

type CardProps = Readonly<{
  project: ProjectRow;
  onDrop: (event: DragEvent) => void;
  onKey: (event: KeyboardEvent) => void;
}>;

const Card = ({ project, onDrop, onKey }: CardProps) => (
  <li
    draggable
    className={styles.card}
    onDragStart={(event) => {
      event.dataTransfer.setData(TYPE, project.id);
      event.dataTransfer.effectAllowed = 'move';
    }}
    onDrop={onDrop}
  >
    <a
      href={hrefOf(project.id)}
      draggable={false}
      data-project={project.id}
      dir="auto"
      aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown"
      onKeyDown={onKey}
    >
      {project.title}
    </a>
    <p>{standingOf(project, localToday())}</p>
    {project.settled.done > 0 && !project.finished && (
      <Track value={(100 * project.settled.done) / project.settled.total} kind="neutral" size="small" />
    )}
  </li>
);
