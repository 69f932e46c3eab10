import type { TopicStatus } from '../../shared/values.ts';
import { type MouseEvent, type ReactNode, useState } from 'react';

import styles from './status-mark.module.css';

export type MenuPoint = Readonly<{ x: number; y: number }>;

const box = <rect x="2" y="2" width="16" height="16" rx="4.5" className={styles.edge} />;

/** Shape alone tells the five apart; colour only repeats it. */
const drawings: Readonly<Record<TopicStatus, ReactNode>> = {
  todo: box,
  learning: (
    <>
      {box}
      <path d="M5 10h10v3a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2z" className={styles.solid} />
    </>
  ),
  done: (
    <>
      <rect x="1.25" y="1.25" width="17.5" height="17.5" rx="5" className={styles.solid} />
      <path d="M5.8 10.4l2.9 2.9 5.6-6.2" pathLength="1" className={styles.tick} />
    </>
  ),
  revise: (
    <>
      {box}
      <path d="M6.3 8.2A4.1 4.1 0 1 1 6 11.4M6.1 5.6v2.8h2.8" className={styles.arrow} />
    </>
  ),
  skipped: (
    <>
      <rect x="2" y="2" width="16" height="16" rx="4.5" strokeDasharray="2.6 2.4" className={styles.edge} />
      <path d="M6.5 10h7" className={styles.arrow} />
    </>
  ),
};

const checked = { todo: false, learning: 'mixed', done: true, revise: true, skipped: false } as const;

/** The drawing alone, for menus and keys. */
export const StatusIcon = ({ status }: Readonly<{ status: TopicStatus }>) => (
  <svg viewBox="0 0 20 20" aria-hidden="true" className={styles.drawing} data-status={status}>
    {drawings[status]}
  </svg>
);

type StatusMarkProps = Readonly<{
  status: TopicStatus;
  /** Accessible name, status word included: "Done: I can ...". */
  label: string;
  onToggle: () => void;
  /** Tooltip and description: how to reach the other states. */
  menuLabel?: string;
  /** Right click, Shift+F10 or the menu key; gets the place in the window where a menu may open. */
  onMenu?: (at: MenuPoint) => void;
  disabled?: boolean;
  /** -1 inside a list with roving focus. */
  tabIndex?: number;
}>;

export const StatusMark = (props: StatusMarkProps) => {
  const { status, label, onToggle, menuLabel, onMenu, disabled = false, tabIndex } = props;
  // Only a change draws itself in: a row that scrolls into view is simply there.
  const [before, setBefore] = useState(status);
  const [moved, setMoved] = useState(false);
  if (before !== status) {
    setBefore(status);
    setMoved(true);
  }

  const openMenu = (event: MouseEvent<HTMLButtonElement>) => {
    if (!onMenu || disabled) return;
    event.preventDefault();
    event.stopPropagation();
    const area = event.currentTarget.getBoundingClientRect();
    // A menu key gives no right button; a click with Ctrl on a Mac gives none either.
    const byPointer = event.button === 2 || event.ctrlKey;
    onMenu(byPointer ? { x: event.clientX, y: event.clientY } : { x: area.left, y: area.bottom });
  };

  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={checked[status]}
      aria-label={label}
      aria-disabled={disabled || undefined}
      title={menuLabel}
      tabIndex={tabIndex}
      className={styles.mark}
      data-status={status}
      data-moved={moved || undefined}
      onClick={disabled ? undefined : onToggle}
      onContextMenu={openMenu}
    >
      <StatusIcon status={status} />
    </button>
  );
};
