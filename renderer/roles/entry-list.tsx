import type { EntryItem } from '../../shared/model/role.ts';
import { GroupChoices } from '../parts/readiness/group-choices.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { Track } from '../ui/track.tsx';
import { t } from '../words.ts';
import styles from './role.module.css';

const share = ({ done, total }: EntryItem['topics']): number => (total === 0 ? 0 : (100 * done) / total);

/** The first gate of a role: what to know before the full list. */
export const EntryList = ({ items }: Readonly<{ items: readonly EntryItem[] }>) => (
  <Rows label={t('role.entry')}>
    {items.map((item) => (
      <Row
        key={`${item.group?.id ?? ''} ${item.skill}`}
        muted={item.waived}
        end={
          <span className={styles.count}>
            <span>{t(`level.${item.level}`)}</span>
            <Track value={share(item.topics)} kind="covered" size="small" />
            <span>{item.waived ? t('status.skipped') : t('figure.slash', item.topics)}</span>
          </span>
        }
        {...(item.group
          ? { second: <GroupChoices group={item.group} /> }
          : { href: `#/skills/${item.skill}` })}
      >
        {item.title}
      </Row>
    ))}
  </Rows>
);
