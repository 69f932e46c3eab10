import type { RoleComparison } from '../../shared/model/plan.ts';
import { BARS } from '../../shared/values.ts';
import { percent, wholePercent } from '../format.ts';
import { Remark } from '../parts/remark.tsx';
import { Section } from '../ui/page.tsx';
import { Track } from '../ui/track.tsx';
import { t } from '../words.ts';
import styles from './compare.module.css';
import { RolesLine, RolesTable } from './table.tsx';

/** How far the person is in each role, and how far there is to go. */
export const Standing = ({ comparison: { roles } }: Readonly<{ comparison: RoleComparison }>) => (
  <Section id="standing" title={t('compare.standing')}>
    <RolesTable caption={t('compare.standing')} first={t('compare.standing')} roles={roles}>
      <tbody>
        {BARS.map((bar) => (
          <RolesLine
            key={bar}
            head={t(`bar.${bar}`)}
            cells={roles.map(({ figures }) => (
              <span key={bar} className={styles.figure}>
                <Track value={wholePercent(figures[bar] ?? 0)} kind={bar} size="small" />
                <span>{percent(figures[bar])}</span>
              </span>
            ))}
          />
        ))}
        <RolesLine head={t('compare.entry')} cells={roles.map(({ entry }) => t('figure.ofTotal', entry))} />
        <RolesLine head={t('compare.left')} cells={roles.map(({ open }) => open)} />
        <RolesLine
          head={t('compare.hours')}
          cells={roles.map(({ hours }) => (
            <b key="hours">{hours.high === 0 ? t('compare.none') : t('compare.hoursRange', hours)}</b>
          ))}
        />
      </tbody>
    </RolesTable>
    <Remark>{t('compare.hoursHint')}</Remark>
  </Section>
);
