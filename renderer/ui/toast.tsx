import { X } from 'lucide-react';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { Button, IconButton } from './button.tsx';
import { Key } from './tag.tsx';
import styles from './toast.module.css';

/** Milliseconds. */
const shownFor = 8000;

type ToastProps = Readonly<{
  /** Null hides it. Keep the element mounted: a live region only speaks of what changes in it. */
  text: string | null;
  actionLabel?: string;
  /** "Ctrl Z" */
  keys?: string;
  onAction?: () => void;
  onDismiss: () => void;
  /** Name of the closing button; without it there is none. */
  dismissLabel?: string;
}>;

/** One at a time. Stays while the pointer is over it or the focus in it, then waits its full time again. */
export const Toast = ({ text, actionLabel, keys, onAction, onDismiss, dismissLabel }: ToastProps) => {
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const cameFrom = useRef<Element | null>(null);
  const dismiss = useRef(onDismiss);
  useEffect(() => {
    dismiss.current = onDismiss;
  });

  const held = text !== null && (hovered || focused);
  useEffect(() => {
    if (text === null || held) return;
    const timer = setTimeout(() => dismiss.current(), shownFor);
    return () => clearTimeout(timer);
  }, [text, held]);

  // An element that goes away under the pointer or the focus never says that they left.
  if (text === null && (hovered || focused)) {
    setHovered(false);
    setFocused(false);
  }

  const leave = (then: (() => void) | undefined) => () => {
    if (focused && cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
    then?.();
  };
  const enterFocus = (event: FocusEvent<HTMLDivElement>) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    cameFrom.current = event.relatedTarget;
    setFocused(true);
  };
  const leaveFocus = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
  };

  return (
    <div
      className={styles.toast}
      data-shown={text !== null || undefined}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={enterFocus}
      onBlur={leaveFocus}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave(onDismiss)();
      }}
    >
      <span role="status" className={styles.text}>
        {text}
      </span>
      {text !== null && actionLabel !== undefined && (
        <span className={styles.action}>
          <Button variant="quiet" small onClick={leave(onAction)}>
            {actionLabel}
          </Button>
          {keys !== undefined && (
            <span aria-hidden="true">
              <Key>{keys}</Key>
            </span>
          )}
        </span>
      )}
      {text !== null && dismissLabel !== undefined && (
        <IconButton label={dismissLabel} icon={<X aria-hidden="true" />} small onClick={leave(onDismiss)} />
      )}
    </div>
  );
};
