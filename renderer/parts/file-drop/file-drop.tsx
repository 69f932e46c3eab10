import type { ReactNode } from 'react';
import { FileButton } from '../../ui/file-button.tsx';
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
  const isOver = useDrop(onChoose);
  return (
    <div className={styles.drop} data-over={isOver || undefined}>
      {icon}
      <FileButton
        variant={primary ? 'primary' : 'secondary'}
        field={label}
        accept={accept}
        onChoose={(file) => onChoose({ name: file.name, bytes: file })}
      >
        {choose}
      </FileButton>
      <span>{isOver ? dropNow : drop}</span>
    </div>
  );
};
