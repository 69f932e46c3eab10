import { useEffect, useState } from 'react';
import styles from './skeleton.module.css';

/** Milliseconds in which most reads are back: nothing flashes for those. */
const patience = 150;

/** Three grey lines in place of content that takes its time. */
export const Skeleton = ({ label }: Readonly<{ label: string }>) => {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" role="status">
      {late && (
        <div className={styles.lines}>
          <span className="sr-only">{label}</span>
          <i />
          <i />
          <i />
        </div>
      )}
    </div>
  );
};
