import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './disclosure.module.css';

type DisclosureProps = Readonly<{
  label: ReactNode;
  /** Count or unit beside the label. */
  remark?: ReactNode;
  /** Its name for assistive technology, where several of the same label stand on a page. */
  name?: string;
  open: boolean;
  onToggle: () => void;
  children: ReactNode;
}>;

/** Folds away what is third in rank; the caller keeps whether it is open. */
export const Disclosure = ({ label, remark, name, open, onToggle, children }: DisclosureProps) => {
  const id = useId();
  return (
    <div>
      <button
        type="button"
        className={styles.head}
        aria-label={name}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={onToggle}
      >
        <ChevronRight aria-hidden="true" />
        <span>{label}</span>
        {remark !== undefined && <span className={styles.remark}>{remark}</span>}
      </button>
      {open && <div id={id}>{children}</div>}
    </div>
  );
};
