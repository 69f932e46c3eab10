import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Link } from '../../shared/model/common.ts';
import { AddressField } from '../parts/address-field.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { t } from '../words.ts';
import styles from './experience.module.css';

/** As many as an entry keeps. */
const MOST = 20;

type LinkFieldsProps = Readonly<{
  links: readonly Link[];
  onChange: (links: readonly Link[]) => void;
  tried: boolean;
}>;

/** The addresses of an entry: one field at least, and further ones as they are wished. */
export const LinkFields = ({ links, onChange, tried }: LinkFieldsProps) => {
  const [hasGrown, setGrown] = useState(false);
  const rows = links.length === 0 ? [{ title: '', url: '' }] : links;
  return (
    <div className={styles.choices}>
      {rows.map((link, index) => (
        // Rows have no name but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={styles.skill}>
          <AddressField
            label={index === 0 ? t('experience.link') : t('experience.linkNumber', { number: index + 1 })}
            value={link.url}
            onChange={(url) => onChange(rows.with(index, { ...link, url }))}
            tried={tried}
            autoFocus={hasGrown && index === rows.length - 1}
          />
          {rows.length > 1 && (
            <IconButton
              label={t('experience.removeLink', { number: index + 1 })}
              icon={<X aria-hidden="true" />}
              onClick={() => onChange(rows.toSpliced(index, 1))}
            />
          )}
        </div>
      ))}
      {rows.length < MOST && rows.at(-1)!.url.trim() !== '' && (
        <Button
          small
          variant="quiet"
          icon={<Plus aria-hidden="true" />}
          onClick={() => {
            setGrown(true);
            onChange([...rows, { title: '', url: '' }]);
          }}
        >
          {t('experience.addLink')}
        </Button>
      )}
    </div>
  );
};
