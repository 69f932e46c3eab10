import { useRef, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import styles from './file-drop.module.css';
import { useDrop, type ChosenFile } from './use-drop.ts';

type FileDropProps = Readonly<{
  icon: ReactNode;
  /** Name of the hidden field, for tests and assistive technology. */
  label: string;
  choose: string;
  drop: string;
  /** Said while a file hovers over the window. */
  dropNow: string;
  accept: string;
  primary: boolean;
  onChoose: (file: ChosenFile) => void;
}>;

/** A file of this computer, chosen or let go anywhere in the window. */
export const FileDrop = ({
  icon,
  label,
  choose,
  drop,
  dropNow,
  accept,
  primary,
  onChoose,
}: FileDropProps) => {
  const input = useRef<HTMLInputElement>(null);
  const isOver = useDrop(onChoose);
  return (
    <div className={styles.drop} data-over={isOver || undefined}>
      {icon}
      <Button variant={primary ? 'primary' : 'secondary'} onClick={() => input.current?.click()}>
        {choose}
      </Button>
      <span>{isOver ? dropNow : drop}</span>
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be chosen again after it was mended.
          target.value = '';
          if (file) onChoose({ name: file.name, bytes: file });
        }}
      />
    </div>
  );
};
